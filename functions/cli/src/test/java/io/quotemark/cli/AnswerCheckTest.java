package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An assistant's answer from each way that it can be posted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCheckTest {
  @TempDir static Path data;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data, null, Map.of());
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private Node posted(String query, String type, String body) throws Exception {
    HttpResponse<String> answered = pipeline.post("/v1/check" + query, type, body.getBytes(UTF_8));
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    return Json.read(answered.body().getBytes(UTF_8));
  }

  private static List<String> texts(Node checked) {
    return checked.at("answer").at("statements").elements().stream()
        .map(statement -> statement.at("text").text())
        .toList();
  }

  @Test
  void answer_isReadInEachForm_withItsStatements() throws Exception {
    String card = "NVDA 118.42 +1.2%";

    for (Node checked :
        List.of(
            posted("?as=answer", "text/plain", card),
            posted("", "text/markdown; charset=utf-8", card),
            posted("?as=answer", "application/json", "{\"text\": \"" + card + "\"}"))) {
      assertThat(texts(checked)).containsExactly("118.42", "1.2%");
      assertThat(checked.at("answer").at("statements").elements())
          .allMatch(one -> one.at("standing").text().equals("unsupported"));
      assertThat(checked.at("answer").at("corrected_text").text()).isEqualTo(card);
      assertThat(checked.at("article").at("source_kind").text()).isEqualTo("generated");
      assertThat(checked.at("article").at("published_at").text()).isNotEmpty();
    }
  }

  @Test
  void tickersAndTime_areHints() throws Exception {
    Node checked =
        posted(
            "?as=answer&tickers=AAPL&published_at=2025-02-25",
            "text/plain",
            "52-Week High: $202.28");

    assertThat(texts(checked)).containsExactly("$202.28");
    assertThat(checked.at("claims").elements().getFirst().at("listing").at("id").text())
        .isEqualTo("XNAS:AAPL");
    assertThat(checked.at("article").at("published_at").text()).startsWith("2025-02-25");
  }

  @Test
  void article_isReadAsBefore() throws Exception {
    Node checked =
        posted("?as=article", "text/markdown", "Brindlewick Lanterns shares rose 3.8% on Tuesday.");

    assertThat(checked.at("answer").isPresent()).isFalse();
  }
}
