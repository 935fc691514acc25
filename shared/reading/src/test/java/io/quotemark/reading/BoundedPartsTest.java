package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.reading.furniture.Bylines;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a document are read up to a length that none has by nature; {@code growth} says why. */
class BoundedPartsTest {
  private static final String TEXT =
      "The lantern maker said on Tuesday that it had sold more lamps in the quarter.";

  @Test
  void dateOfManyDates_isNoDate() {
    String many = "4 March 2025 ".repeat(100);
    assertThat(read("{\"title\":\"Lamps\",\"date\":\"%s\",\"body\":\"%s\"}", many).published())
        .isNull();
    assertThat(
            read("{\"title\":\"Lamps\",\"date\":\"%s\",\"body\":\"%s\"}", "4 March 2025")
                .published())
        .isNotNull();
  }

  @Test
  void languageTagWithoutEnd_isNoTag() {
    String tag = "de" + "-aaaa".repeat(20_000);
    assertThat(read("<html lang='%s'><body><p>%s", tag).language()).isEqualTo("en");
    assertThat(read("{\"language\":\"%s\",\"title\":\"Lamps\",\"body\":\"%s\"}", tag).language())
        .isEqualTo("en");
  }

  @Test
  void authorsPastTheBound_areNone() {
    assertThat(Bylines.names("Ann Lee, ".repeat(200))).isEmpty();
    assertThat(Bylines.names("Ann Lee, Bo Ray")).containsExactly("Ann Lee", "Bo Ray");
  }

  @Test
  void entryInsideAnEntry_isPartOfIt() {
    Reading reading =
        new ArticleReader()
            .read(
                document(
                    "<rss><channel><title>Wire</title><item><title>Lamps up</title><description>"
                        + TEXT
                        + "</description><item><title>Oil down</title></item></item>"
                        + "<item><title>Gas flat</title><description>"
                        + TEXT
                        + "</description></item></channel></rss>"));
    assertThat(((Reading.Bundle) reading).entries())
        .extracting(entry -> ((Reading.One) entry.reading()).article().title())
        .containsExactly("Lamps up", "Gas flat");
  }

  @Test
  void foldedHeader_isReadUpToTheBound() {
    Article article =
        read(
            "From: Wick Wire <a@b.example>\nMessage-ID: 1\nSubject: Lamps\n%s\n\n%s",
            " up".repeat(10) + "\n up".repeat(20_000));
    assertThat(article.title()).startsWith("Lamps up up").hasSizeBetween(9_000, 11_000);
    assertThat(article.source()).isEqualTo("Wick Wire");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wick Wire <a@b.example>   | Wick Wire",
        "\"Wick, Wire\" <a@b.example> | Wick, Wire",
        "a@b.example               | a@b.example",
        "<a@b.example>             | <a@b.example>",
        "Wick <x> Wire <<a@b.example> | Wick <x> Wire"
      })
  void sender_isTheNameBeforeTheAddress(String from, String name) {
    assertThat(read("From: %s\nMessage-ID: 1\nSubject: Lamps\n\n%s", from).source())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "said on Monday… [+123 chars]   | said on Monday…",
        "said on Monday ... [+123 chars] | said on Monday…",
        "said on Monday [+123 chars]    | said on Monday…"
      })
  void bodyThatItsApiCutOff_endsWithAnEllipsis(String end, String read) {
    assertThat(
            read(
                    "{\"title\":\"Lamps\",\"body\":\"Of Tuesday's news the maker %s\",\"x\":\"%s\"}",
                    end)
                .text())
        .endsWith(read);
  }

  @Test
  void nestedDatelines_areReadWhereTheyAreShort() {
    String page =
        "<html><body><div class=date>%s<div class=date>4 March 2025</div></div><p>%s</p></body></html>";
    assertThat(read(page, TEXT.repeat(20)).published()).hasToString("2025-03-04");
  }

  private static Article read(String form, String part) {
    Reading reading = new ArticleReader().read(document(form.formatted(part, TEXT)));
    assertThat(reading).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }

  private static Document document(String text) {
    return Document.of(text.getBytes(StandardCharsets.UTF_8), "a");
  }
}
