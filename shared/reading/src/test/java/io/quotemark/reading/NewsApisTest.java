package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the answers of news APIs are read as: one file for each, under {@code apis/}. */
class NewsApisTest {
  private static final String TITLE = "Brindlewick Lanterns climbs on a large order";
  private static final String NOTHING = "-";

  static Stream<List<String>> apis() {
    return DataLines.of(NewsApisTest.class, "apis/expected.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void answer_isReadInFull(List<String> row) throws IOException {
    Article article = only(bytes("apis/" + row.getFirst() + ".json"));

    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(
            List.of(
                row.getFirst(),
                joined(article.authors()),
                printed(article.published()),
                printed(article.modified()),
                printed(article.source()),
                printed(article.address()),
                printed(article.section()),
                joined(article.tickers()),
                article.text().replace("\n\n", " ¶ ")))
        .isEqualTo(row);
    assertThat(article.language()).isEqualTo("en");
    assertThat(Objects.requireNonNull(article.published()).quality())
        .isEqualTo(PublicationTime.Quality.DECLARED);
  }

  @Test
  void sameAnswers_aLineEach_areReadTheSame() throws IOException {
    StringBuilder lines = new StringBuilder();
    List<List<String>> rows = apis().toList();
    for (List<String> row : rows) {
      String json = new String(bytes("apis/" + row.getFirst() + ".json"), StandardCharsets.UTF_8);
      lines
          .append(json.strip().replaceAll("^\\[|]$", "").replaceAll("\\s*\\n\\s*", " "))
          .append('\n');
    }

    Reading.Bundle bundle =
        (Reading.Bundle) read(lines.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(bundle.entries())
        .hasSize(rows.size())
        .allSatisfy(entry ->
            assertThat(((Reading.One) entry.reading()).article().title()).isEqualTo(TITLE));
  }

  @Test
  void articleThatListsOthers_isItself() {
    String json =
        """
        {"title": "One", "date": "2025-03-03", "body": "Its shares closed at £3.97, up 4.2% on the day, after the order.",
        "items": [{"title": "Another", "date": "2025-03-02", "body": "Its shares closed at £3.81, down 1% on the day."}]}
        """;

    assertThat(only(json.getBytes(StandardCharsets.UTF_8)).title()).isEqualTo("One");
  }

  @Test
  void entriesThatAreNone_areRefusedByThemselves() {
    String json =
        """
        {"articles": [null, {"title": "One", "content": "Its shares closed at £3.97, up 4.2% on the day."}, 7, {}]}
        """;

    Reading.Bundle bundle = (Reading.Bundle) read(json.getBytes(StandardCharsets.UTF_8));

    assertThat(bundle.entries())
        .extracting(entry -> entry.reading() instanceof Reading.One)
        .containsExactly(false, true, false, false);
  }

  private static Article only(byte[] json) {
    return switch (read(json)) {
      case Reading.One(Article article) -> article;
      case Reading.Bundle bundle -> {
        assertThat(bundle.entries()).hasSize(1);
        yield ((Reading.One) bundle.entries().getFirst().reading()).article();
      }
      case Reading.Rejected rejected -> throw new AssertionError(rejected.message());
    };
  }

  private static Reading read(byte[] json) {
    return new ArticleReader().read(Document.of(json, "answer.json"));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = NewsApisTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static String joined(List<String> values) {
    return values.isEmpty() ? NOTHING : String.join("|", values);
  }

  private static String printed(@Nullable Object value) {
    return value == null ? NOTHING : value.toString();
  }
}
