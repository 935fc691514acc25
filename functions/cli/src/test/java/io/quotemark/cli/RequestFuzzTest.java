package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events as no gateway should send them, and as one may: none is answered by a 5xx, every refusal
 * says why under a code and repeats little of what was sent.
 */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestFuzzTest {
  private static final int REQUESTS = Integer.getInteger("quotemark.requests", 1_500);
  private static final int LONGEST_REFUSAL = 4_096;

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\u0000",
          "%00",
          "%zz",
          "%",
          "%2F%3F%25",
          "..",
          "a/b",
          "a?b#c",
          "\ud800",
          "\udc00x",
          "\uffff",
          "漢".repeat(1_990),
          "😀".repeat(150),
          "x".repeat(300_000),
          "a,b,,c",
          "1,2",
          "-1",
          "1e9",
          "99999999999999999999",
          "+999999999-12-31",
          "2025-02-30",
          "2025-01-01T00:00:00+18:01",
          "' or 1=1 --",
          "<script>alert(1)</script>",
          "\r\nset-cookie: a=b",
          "java.lang.Exception",
          "XXXX:",
          "FX:EURUSD",
          "INDEX:HSI",
          "|#|",
          "*",
          "null");

  /** Which JSON can hold as a name. */
  private static final List<String> ODD_NAMES =
      HOSTILE.stream()
          .filter(name ->
              name.length() < 50_000 && name.codePoints().noneMatch(RequestFuzzTest::isHalf))
          .toList();

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "accept-encoding",
          "CONTENT-TYPE",
          "If-None-Match",
          "idempotency-key",
          "Host",
          "X-Amzn-Trace-Id",
          "Origin",
          "x-forwarded-for");
  private static final List<String> VALUES =
      List.of(
          "text/csv",
          "application/x-ndjson;q=2",
          ";;,,q=",
          "*/*;q=0",
          "gzip;q=0.001, br",
          "text/html; charset=no-such",
          "message/rfc822",
          "application/json",
          "W/\"x\", *",
          "*",
          "multipart/mixed; boundary=",
          "Root=1-2-3;Sampled=1");
  private static final List<String> METHODS =
      List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get", "", "G\u0000T");

  @TempDir static Path data;
  private final Random random = new Random(20_261_129);
  private final List<String> known = new ArrayList<>();
  private final List<String> cursors = new ArrayList<>();
  private Pipeline pipeline;
  private ApiEvents api;

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      known.addAll(pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts());
    }
    pipeline.upload("inbox/empty.txt", "");
    api = new ApiEvents(pipeline);
    for (String list : List.of("articles", "claims", "uploads")) {
      ObjectNode event = ApiEvents.event("GET", "/v1/" + list);
      event.putObject("queryStringParameters").put("limit", "1");
      cursors.add(api.answer(event).json().path("meta").path("next_cursor").asText());
    }
    assertThat(cursors).doesNotContain("", "null");
    known.addAll(List.of("XXXX:BRWK", "XHKG:9988", "quotemark.css", "The Wickham Ledger"));
    known.add(known.getFirst() + ".c1");
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void anyEvent_isAnsweredWithoutA5xx_andEveryRefusalIsAProblemWithACode() throws Exception {
    List<String> routes =
        Template.read(Places.home().resolve("template.yaml")).routes().stream()
            // the route of every address that there is none for
            .map(route -> route.key().equals("$default") ? "GET /v1/nowhere" : route.key())
            .toList();
    TreeSet<String> faults = new TreeSet<>();
    int refused = 0;
    for (int i = 0; i < REQUESTS; i++) {
      ObjectNode event = event(one(routes));
      ApiEvents.Answer answer =
          AskedAgain.answer(
              () -> api.answer(event),
              ApiEvents.Answer::status,
              busy -> busy.header("retry-after"));
      refused += answer.status() >= 400 ? 1 : 0;
      String fault = fault(event, answer);
      if (!fault.isEmpty()) {
        String shown = event.toString();
        faults.add(fault + " " + shown.substring(0, Math.min(500, shown.length())));
      }
    }
    assertThat(faults).isEmpty();
    // enough of both
    assertThat(refused).isBetween(REQUESTS / 10, REQUESTS * 9 / 10);
  }

  @Test
  void bodyThatIsSaidToBeBase64AndIsNot_isABadBody() throws Exception {
    ObjectNode event = ApiEvents.event("POST", "/v1/check");
    ApiEvents.Answer answer = api.answer(event.put("body", "~~~").put("isBase64Encoded", true));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("bad_body");
  }

  @Test
  void whatWasSent_isRepeatedByNoMoreThanALine() throws Exception {
    String long1 = "x".repeat(300_000);
    ObjectNode name = ApiEvents.event("GET", "/v1/articles");
    // a name of more than 50,000 characters is refused by what reads JSON; the gateway takes 10,240
    name.putObject("queryStringParameters").put("x".repeat(40_000), "1");
    ObjectNode value = ApiEvents.event("GET", "/v1/articles");
    value.putObject("queryStringParameters").put("verdict", "x".repeat(1_999));
    ObjectNode type = ApiEvents.event("POST", "/v1/articles").put("body", "x");
    type.putObject("headers").put("content-type", long1);
    for (ObjectNode event :
        List.of(
            name,
            value,
            type,
            ApiEvents.event("GET", "/v1/" + long1),
            ApiEvents.event("GET", "/v1/articles/" + long1),
            ApiEvents.event("GET", "/v1/articles/" + "x".repeat(380)),
            ApiEvents.event(long1, "/v1/articles"))) {
      ApiEvents.Answer answer = api.answer(event);
      assertThat(answer.status()).isBetween(400, 415);
      assertThat(answer.json().path("code").asText()).isNotEmpty();
      assertThat(answer.body()).hasSizeLessThan(1_000).doesNotContain("x".repeat(120));
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String fault(ObjectNode event, ApiEvents.Answer answer) throws IOException {
    if (answer.status() < 200 || answer.status() >= 500) {
      return "status " + answer.status();
    }
    if (answer.body().contains("\tat ") || answer.body().contains("Exception:")) {
      return "a stack trace";
    }
    if (answer.status() < 400) {
      return "";
    }
    if (answer.body().length() > LONGEST_REFUSAL) {
      return answer.body().length() + " characters of refusal";
    }
    String path = event.path("rawPath").asText();
    if (!path.startsWith("/v1") && !path.equals("/mcp")) {
      return answer.body().contains("<h1>") ? "" : "no page";
    }
    JsonNode problem = answer.json();
    if (path.equals("/mcp") && problem.has("jsonrpc")) {
      JsonNode error = problem.path("error");
      return error.path("code").isInt() && !error.path("message").asText().isEmpty()
          ? ""
          : "no error of JSON-RPC: " + answer.body();
    }
    boolean whole =
        answer.header("content-type").equals("application/problem+json")
            && problem.path("status").asInt() == answer.status()
            && problem.path("code").asText().matches("[a-z_]+")
            && !problem.path("title").asText().isEmpty()
            && !problem.path("detail").asText().isEmpty();
    return whole ? "" : "no problem document: " + answer.body();
  }

  private ObjectNode event(String route) {
    String[] parts = route.split(" ", 2);
    String path = parts[1];
    while (path.contains("{")) {
      path = path.replaceFirst("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(value()));
    }
    if (random.nextInt(15) == 0) {
      path += "/" + one(HOSTILE);
    }
    ObjectNode event = ApiEvents.event(random.nextInt(15) == 0 ? one(METHODS) : parts[0], path);
    query(event);
    headers(event);
    if (parts[0].equals("POST") || random.nextInt(10) == 0) {
      body(event);
    }
    return event;
  }

  private void query(ObjectNode event) {
    if (random.nextInt(3) == 0) {
      return;
    }
    ObjectNode query = event.putObject("queryStringParameters");
    List<String> names =
        List.of(
            "limit",
            "cursor",
            "source",
            "listing",
            "symbol",
            "issuer",
            "q",
            "sort",
            "order",
            "verdict",
            "claim_kind",
            "flag",
            "language",
            "published_on",
            "published_after",
            "updated_since",
            "include",
            "status",
            "key",
            "from",
            "to",
            "upload",
            "size",
            "explain");
    for (int i = random.nextInt(3); i >= 0; i--) {
      String value =
          switch (random.nextInt(4)) {
            case 0 -> Integer.toString(1 + random.nextInt(60));
            case 1 -> one(cursors);
            default -> value();
          };
      query.put(random.nextInt(12) == 0 ? one(ODD_NAMES) : one(names), value);
    }
    if (random.nextInt(20) == 0) {
      query.putNull(one(names));
    }
  }

  private void headers(ObjectNode event) {
    ObjectNode headers = event.putObject("headers");
    for (int i = random.nextInt(4); i > 0; i--) {
      headers.put(one(HEADERS), random.nextBoolean() ? one(VALUES) : one(HOSTILE));
    }
    if (random.nextInt(30) == 0) {
      event.remove("headers");
    }
  }

  private void body(ObjectNode event) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    switch (random.nextInt(7)) {
      case 0 -> event.put("body", one(HOSTILE)).put("isBase64Encoded", true);
      case 1 -> event.put("isBase64Encoded", true);
      case 2 -> event.putNull("body");
      case 3 -> event.put("body", "");
      case 4 ->
          event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
      case 5 -> event.put("body", new String(bytes, UTF_8));
      default -> event.put("body", "document=" + one(HOSTILE) + "&published_at=" + one(HOSTILE));
    }
  }

  private String value() {
    return random.nextInt(3) == 0 ? one(HOSTILE) : one(known);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
