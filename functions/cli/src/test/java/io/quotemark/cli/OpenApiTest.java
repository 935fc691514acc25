package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every answer is what the served OpenAPI document says, whatever was asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final int SOME_REQUESTS = 300;
  private static final int REQUESTS = 800;
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "-1",
          "0",
          "99999999999999999999",
          "1e9",
          "\u0000",
          "\uFFFF",
          "ünïcode 漢字 😀",
          "a".repeat(3_000),
          "' or 1=1 --",
          "../../etc",
          "%",
          "#|#",
          "<script>",
          "2025-02-30",
          "+1000000-01-01",
          "-0001-01-01T00:00:00Z",
          "2025-02-24T16:55:00+18:00",
          "XHKG:",
          ":",
          "a.b.c",
          "null");

  @TempDir static Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private Pipeline pipeline;
  private OpenApi api;
  private String article = "";

  @BeforeAll
  void start() throws Exception {
    pipeline = new Pipeline(data, null, Map.of("TextRoutes", "on", "PriceUploads", "on"));
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      Node upload = pipeline.upload("inbox/" + file.name(), file.bytes());
      article = upload.at("articles").texts().getFirst();
    }
    pipeline.upload("inbox/empty.txt", "");
    pipeline.upload("inbox/gone.txt", "Brindlewick\n\nShares of Brindlewick fell 1% on Tuesday.");
    pipeline.delete("inbox/gone.txt");
    pipeline.settled();
    api = new OpenApi(pipeline.get("/v1/openapi.json").body());
  }

  @AfterAll
  void stop() {
    http.close();
    pipeline.close();
  }

  @Test
  void everyRoute_answersAsDescribed_withWhatIsThere() throws Exception {
    Node claims = Json.read(pipeline.get("/v1/claims").body().getBytes(UTF_8));
    String claim = claims.at("claims").elements().getFirst().at("id").text();
    List<String> faults = new ArrayList<>();
    for (String operation : api.operations()) {
      String path =
          operation
              .substring(operation.indexOf(' ') + 1)
              .replace("/claims/{id}", "/claims/" + claim)
              .replace("/listings/{id}", "/listings/XXXX:BRWK")
              .replace("{id}", article)
              .replace("{source}", "The%20Brindlewick%20Bugle");
      if (path.endsWith("/search")) {
        path += "?q=brindlewick";
      }
      HttpRequest.Builder request = HttpRequest.newBuilder(pipeline.address().resolve(path));
      if (operation.startsWith("POST ")) {
        boolean message = path.equals("/mcp");
        byte[] document =
            message
                ? "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}".getBytes(UTF_8)
                : Sample.articles().getLast().bytes();
        request
            .header("content-type", message ? "application/json" : "text/plain")
            .POST(HttpRequest.BodyPublishers.ofByteArray(document));
      }
      HttpResponse<String> answer = send(request.build());
      if (path.contains("scorecard")) {
        assertThat(answer.statusCode()).as(path).isLessThan(500);
      } else {
        assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 202);
      }
      api.faults(operation, answer).forEach(fault -> faults.add(operation + ": " + fault));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyParameterBodyAndAnswer_hasAnExample() {
    assertThat(api.withoutExample()).isEmpty();
  }

  @Test
  void everyExample_isWhatItsSchemaSays() {
    assertThat(api.wrongExamples()).isEmpty();
  }

  @Test
  void someRequests_areAnsweredAsDescribed_andNeverBy5xx() throws Exception {
    areAnsweredAsDescribed(SOME_REQUESTS);
  }

  @Tag("proof")
  @Test
  void anyRequestAtAll_isAnsweredAsDescribed_andNeverBy5xx() throws Exception {
    areAnsweredAsDescribed(REQUESTS);
  }

  private void areAnsweredAsDescribed(int requests) throws Exception {
    Random random = new Random(20_261_127);
    List<String> operations = List.copyOf(api.operations());
    TreeSet<String> faults = new TreeSet<>();
    for (int i = 0; i < requests; i++) {
      String operation = operations.get(random.nextInt(operations.size()));
      HttpRequest request = request(operation, random);
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() >= 500) {
        faults.add(shown(request) + " " + answer.statusCode());
      }
      api.faults(operation, answer).forEach(fault -> faults.add(shown(request) + ": " + fault));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void longAnswer_comesUnderGzip_whereThatIsTaken() throws Exception {
    HttpResponse<byte[]> packed =
        http.send(
            HttpRequest.newBuilder(pipeline.address().resolve("/v1/openapi.json"))
                .header("accept-encoding", "br, gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("vary").orElse("")).contains("accept-encoding");
    byte[] plain =
        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))
            .readAllBytes();
    assertThat(new String(plain, UTF_8)).isEqualTo(pipeline.get("/v1/openapi.json").body());
    assertThat(packed.body().length).isLessThan(plain.length / 3);
  }

  private static String shown(HttpRequest request) {
    String address = request.method() + " " + request.uri();
    return address.substring(0, Math.min(300, address.length()));
  }

  private HttpRequest request(String operation, Random random) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : api.parameters(operation)) {
      String name = parameter.path("name").asText();
      String value = encoded(value(parameter, random));
      switch (parameter.path("in").asText()) {
        case "path" -> path = path.replace("{" + name + "}", value.isEmpty() ? "x" : value);
        case "query" -> {
          if (random.nextInt(4) == 0) {
            query.add(name + "=" + value);
          }
        }
        default -> {}
      }
    }
    if (random.nextInt(20) == 0) {
      query.add(encoded(HOSTILE.get(random.nextInt(HOSTILE.size()))) + "=1");
    }
    URI address =
        pipeline.address().resolve(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (random.nextInt(4) == 0) {
      request.header(
          "accept",
          List.of("text/csv", "application/x-ndjson", "image/*", ";;q=", "*/*;q=0", "text/*")
              .get(random.nextInt(6)));
    }
    if (operation.startsWith("POST ")) {
      byte[] body = new byte[random.nextInt(400)];
      random.nextBytes(body);
      byte[] words = HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(UTF_8);
      request
          .header(
              "content-type",
              List.of("text/plain", "application/json", "text/html; charset=no", "message/rfc822")
                  .get(random.nextInt(4)))
          .POST(HttpRequest.BodyPublishers.ofByteArray(random.nextBoolean() ? body : words));
    }
    return request.build();
  }

  /** Now what its schema allows, now what it may be sent all the same. */
  private String value(JsonNode parameter, Random random) {
    JsonNode schema = parameter.path("schema");
    int choice = random.nextInt(3);
    if (choice == 0) {
      return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
    }
    if (schema.path("type").asText().equals("integer")) {
      return Integer.toString(random.nextInt(1 + schema.path("maximum").asInt(100)));
    }
    if (parameter.path("name").asText().equals("id") && choice == 1) {
      return article;
    }
    return parameter.path("example").asText(HOSTILE.get(random.nextInt(HOSTILE.size())));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return AskedAgain.sent(http, request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
