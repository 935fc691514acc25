package io.quotemark.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static Reading read(String text, @Nullable String type, Document.Hints hints) {
    return AnswerReader.read(new Document(text.getBytes(UTF_8), null, type, hints));
  }

  private static Article article(String text, String type) {
    return ((Reading.One) read(text, type, Document.Hints.NONE)).article();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6.03",
        "USD/CAD 1.36",
        "| a |\n|---|",
        "[1, 2]",
        "{\"symbol\": \"NVDA\", \"price\": 118.42}",
        "{ broken",
        "<p>NVDA 118.42</p>",
        "收6.03",
        "- \n- NVDA\r\n"
      })
  void anyText_isAnAnswerAsItStands(String text) {
    for (String type : new String[] {null, "text/plain", "text/markdown", "application/json"}) {
      Article answer = article(text, type);

      assertThat(answer.text()).isEqualTo(text);
      assertThat(answer.sourceKind()).isEqualTo(SourceKind.GENERATED);
      assertThat(answer.published()).isNull();
    }
  }

  @Test
  void fieldOfText_isTheAnswer_withItsHints_thatTheRequestOutweighs() {
    String json =
        "{\"text\": \"NVDA 118.42\\n+1.2%\", \"tickers\": [\"NVDA\"], \"published_at\":"
            + " \"2025-03-11\"}";

    Article answer = article(json, "application/json");
    Article hinted =
        ((Reading.One)
                read(
                    json,
                    "application/json",
                    new Document.Hints("2025-03-12", "en", List.of("AMD"), null)))
            .article();

    assertThat(answer.text()).isEqualTo("NVDA 118.42\n+1.2%");
    assertThat(answer.tickers()).containsExactly("NVDA");
    assertThat(Objects.requireNonNull(answer.published()).date()).hasToString("2025-03-11");
    assertThat(hinted.tickers()).containsExactly("AMD");
    assertThat(Objects.requireNonNull(hinted.published()).date()).hasToString("2025-03-12");
  }

  @Test
  void nothing_isRejected() {
    assertThat(read("", null, Document.Hints.NONE)).isInstanceOf(Reading.Rejected.class);
    assertThat(read(" \n", null, Document.Hints.NONE)).isInstanceOf(Reading.Rejected.class);
  }
}
