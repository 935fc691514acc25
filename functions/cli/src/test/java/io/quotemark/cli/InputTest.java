package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request may say, and how it is told that it said something else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputTest {
  private static final String TEXT =
      "Shares of Brindlewick Lanterns plc (XXXX: BRWK) closed at 380p on Tuesday.";

  @TempDir static Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private Pipeline pipeline;

  @BeforeAll
  void start() throws Exception {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      pipeline.upload("inbox/" + file.name(), file.bytes());
    }
    pipeline.settled();
  }

  @AfterAll
  void stop() {
    http.close();
    pipeline.close();
  }

  @ParameterizedTest
  @CsvSource({
    "published_at=gestern, published_at",
    "published_at=03/04/2025, published_at",
    "published_at=, published_at",
    "language=xx, language",
    "language=english, language",
    "explain=yes, explain"
  })
  void hintThatIsNone_isRefusedByName(String query, String named) throws Exception {
    HttpResponse<String> answer = post("/v1/check?" + query, "text/plain", TEXT);
    assertThat(answer.statusCode())
        .as(answer.body())
        .isEqualTo(query.equals("language=xx") ? 422 : 400);
    assertThat(read(answer).at("detail").text()).startsWith(named + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "published_at=2025-03-11",
    "published_at=2025-03-11T18:15:00Z",
    "language=en",
    "language=en-GB",
    "language=eng"
  })
  void hint_isTaken(String query) throws Exception {
    HttpResponse<String> answer = post("/v1/check?" + query, "text/plain", TEXT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(read(answer).at("claims").elements()).isNotEmpty();
  }

  @Test
  void form_isRefused_withWhatToSendInstead() throws Exception {
    for (String path : List.of("/v1/check", "/v1/articles")) {
      for (String type :
          List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
        HttpResponse<String> answer = post(path, type, "text=" + TEXT);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(415);
        assertThat(answer.body()).contains("--data-binary", "text/plain");
      }
    }
  }

  @Test
  void severalValues_findWhatHasAnyOfThem() throws Exception {
    List<String> both = verdicts("/v1/claims?verdict=contradicted,verified&limit=100");
    assertThat(both).contains("contradicted", "verified");
    assertThat(both).containsOnly("contradicted", "verified");
    int contradicted = verdicts("/v1/claims?verdict=contradicted&limit=100").size();
    int verified = verdicts("/v1/claims?verdict=verified&limit=100").size();
    assertThat(both).hasSize(contradicted + verified);
    assertThat(verdicts("/v1/claims?verdict=contradicted,doubtful&limit=100"))
        .hasSizeGreaterThanOrEqualTo(contradicted);
    int all = articles("").size();
    assertThat(articles("language=en,de")).hasSize(all);
    assertThat(articles("language=de,fr")).isEmpty();
    assertThat(pipeline.get("/v1/articles?verdict=contradicted,wrong").body())
        .contains("must be one of", "wrong");
  }

  @Test
  void timeOfPublication_isHeldAgainstTheTime() throws Exception {
    Node first = articles("").getFirst();
    String at = first.at("published_at").text().replace("+", "%2B");
    assertThat(at.length()).isGreaterThan(10);
    assertThat(ids("published_after=" + at)).contains(first.at("id").text());
    assertThat(ids("published_before=" + at)).contains(first.at("id").text());
    String later =
        java.time.OffsetDateTime.parse(first.at("published_at").text())
            .plusMinutes(1)
            .toInstant()
            .toString();
    assertThat(ids("published_after=" + later)).doesNotContain(first.at("id").text());
    assertThat(pipeline.get("/v1/articles?published_after=2025-13-01T00:00:00Z").statusCode())
        .isEqualTo(400);
  }

  @Test
  void emptyValue_isRefusedForPrograms_andNoneInAForm() throws Exception {
    assertThat(pipeline.get("/v1/articles?published_on=").body()).contains("leave it out");
    assertThat(pipeline.get("/?published_on=&q=").statusCode()).isEqualTo(200);
  }

  private List<String> ids(String query) throws Exception {
    return articles(query).stream().map(article -> article.at("id").text()).toList();
  }

  private List<Node> articles(String query) throws Exception {
    return read(pipeline.get("/v1/articles?limit=100&" + query)).at("articles").elements();
  }

  private List<String> verdicts(String path) throws Exception {
    return read(pipeline.get(path)).at("claims").elements().stream()
        .map(claim -> claim.at("claim").at("verdict").text())
        .toList();
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(pipeline.address().resolve(path))
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Node read(HttpResponse<String> answer) {
    return Json.read(answer.body().getBytes(UTF_8));
  }
}
