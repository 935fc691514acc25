package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.domain.verdict.Origin;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * openapi.json and what is answered have the same fields, both ways: none is sent and not
 * described, none is described and never sent. Fields of verdicts that a small store does not have
 * come from every-field.json, which the codec's own test writes; field names in the source of the
 * codecs are compared too, so that one which no answer here has is seen all the same.
 */
class ContractFieldsTest {
  private static final Path HOME = Places.home();
  private static final Path CONTRACT =
      HOME.resolve("functions/serve-api/src/main/resources/io/quotemark/serve/openapi.json");

  /** Written under these names by classes of the API that answer another protocol, or no JSON. */
  private static final Set<String> OF_OTHERS =
      Set.of("jsonrpc", "method", "params", "id", "result", "error");

  private static final String ANSWER =
      """
      | Company | Ticker | Date | Close | Previous close |
      |---|---|---|---:|---:|
      | Brindlewick Lanterns | $BRWK | 2025-03-11 | 3.90 | 3.95 |

      Brindlewick Lanterns (XXXX: BRWK) closed at 395p on 11 March 2025.
      """;

  private static final String BUNDLE =
      """
      <rss version="2.0"><channel><title>Wire</title>
      <item><title>Lanterns fall</title><pubDate>Tue, 11 Mar 2025 18:15:00 GMT</pubDate>
      <description>Brindlewick Lanterns shares (XXXX: BRWK) rose 3.8% on Tuesday, their third rise in a row.</description></item>
      <item><title>-</title><description></description></item></channel></rss>
      """;

  @TempDir Path data;
  private final ObjectMapper json = new ObjectMapper();

  @SuppressWarnings("NullAway.Init") // by the test that uses it
  private Pipeline pipeline;

  @SuppressWarnings("NullAway.Init")
  private DescribedFields fields;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void answersAndSchema_haveTheSameFields() throws Exception {
    fields = new DescribedFields(json.readTree(CONTRACT.toFile()));
    pipeline = new Pipeline(data, null, Map.of("TextRoutes", "on", "PriceUploads", "on"));
    try {
      record();
    } finally {
      http.close();
      pipeline.close();
    }
    everyField();
    fields.seeWebhooks();
    assertThat(fields.notDescribed()).as("sent, and not described").isEmpty();
    assertThat(fields.neverSent()).as("described, and never sent").isEmpty();
  }

  @Test
  void namesThatTheCodecsWrite_areThoseOfTheSchema() throws IOException {
    JsonNode contract = json.readTree(CONTRACT.toFile());
    Set<String> described = new TreeSet<>(OF_OTHERS);
    names(contract, described);
    Set<String> written = new TreeSet<>();
    for (String folder :
        List.of(
            "shared/runtime/src/main/java/io/quotemark/runtime/json",
            "functions/serve-api/src/main/java/io/quotemark/serve")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        for (Path file : files.filter(ContractFieldsTest::isCodec).toList()) {
          Matcher name = WRITTEN.matcher(Files.readString(file));
          while (name.find()) {
            written.add(name.group(1));
          }
        }
      }
    }
    assertThat(written).hasSizeGreaterThan(120);
    written.removeAll(described);
    assertThat(written).as("fields that a codec writes and openapi.json does not name").isEmpty();
  }

  /** Names of properties at any depth, those of objects whose fields have any name left out. */
  private static void names(JsonNode node, Set<String> out) {
    node.path("properties").fieldNames().forEachRemaining(out::add);
    node.forEach(inner -> names(inner, out));
  }

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:out\\.write\\w*Field\\w*\\(|Out\\.\\w+\\(\\s*out,|present\\(\\s*out,|time\\(\\s*out,)\\s*\"([a-z0-9_]+)\"");

  /** Those of messages between assistants, of cookies and of the store are other contracts. */
  private static boolean isCodec(Path file) {
    String path = file.toString();
    return path.endsWith(".java")
        && !path.contains("/mcp/")
        && !path.contains("/login/")
        && !path.contains("Packed");
  }

  @Test
  void everything_isDescribed() throws IOException {
    assertThat(new DescribedFields(json.readTree(CONTRACT.toFile())).withoutDescription())
        .isEmpty();
  }

  @Test
  void closedSets_areThoseOfTheCode() throws IOException {
    JsonNode schemas = json.readTree(CONTRACT.toFile()).path("components").path("schemas");
    assertThat(set(schemas.path("ClaimKind")))
        .containsExactlyElementsOf(Arrays.stream(ClaimKind.values()).map(Enum::name).toList());
    assertThat(set(schemas.path("Flag")))
        .containsExactlyElementsOf(Arrays.stream(Verdict.Flag.values()).map(Enum::name).toList());
    assertThat(set(schemas.path("Verdict")))
        .containsExactlyElementsOf(lower(Verdict.Outcome.values()));
    assertThat(set(schemas.path("PriceField")))
        .containsExactlyElementsOf(lower(PriceField.values()));
    JsonNode claim = schemas.path("Claim").path("properties");
    assertThat(set(claim.path("direction"))).containsExactlyElementsOf(lower(Direction.values()));
    assertThat(set(claim.path("strength")))
        .containsExactlyElementsOf(lower(Verdict.Strength.values()));
    assertThat(set(claim.path("code")))
        .containsExactlyElementsOf(lower(Verdict.Unverifiable.values()));
    assertThat(set(claim.at("/evidence_needed/items/properties/fields/items")))
        .containsExactlyElementsOf(lower(EvidenceNeed.Field.values()));
    assertThat(set(schemas.at("/EvidenceOffer/properties/kind")))
        .containsExactlyElementsOf(lower(EvidenceOffer.Kind.values()));
    assertThat(set(schemas.at("/Origin/properties/kind")))
        .containsExactlyElementsOf(lower(Origin.Kind.values()));
    assertThat(set(schemas.at("/Article/properties/furniture/items/properties/kind")))
        .containsExactlyElementsOf(lower(Article.Furniture.Kind.values()));
    assertThat(set(schemas.at("/Article/properties/notices/items/properties/kind")))
        .containsExactlyElementsOf(lower(Article.Notice.Kind.values()));
  }

  private static List<String> set(JsonNode schema) {
    List<String> out = new ArrayList<>();
    for (JsonNode one : schema.path("enum")) {
      if (!one.isNull()) {
        out.add(one.asText());
      }
    }
    return out;
  }

  private static List<String> lower(Enum<?>[] values) {
    return Arrays.stream(values).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** Answers of every operation, of a store in which something was wrong, missing and removed. */
  private void record() throws Exception {
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    String article = "";
    for (Sample.SampleFile file : Sample.articles()) {
      article =
          pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts().getFirst();
    }
    pipeline.upload("inbox/empty.txt", "");
    pipeline.upload("inbox/waits.txt", WAITS);
    pipeline.upload("inbox/first.json", WRONG.formatted("10", "The Early Post").getBytes(UTF_8));
    String copied =
        pipeline
            .upload("inbox/later.json", WRONG.formatted("12", "The Later Herald").getBytes(UTF_8))
            .at("articles")
            .texts()
            .getFirst();
    pipeline.upload("inbox/gone.txt", "Brindlewick\n\nShares of Brindlewick fell 1% on Tuesday.");
    pipeline.delete("inbox/gone.txt");
    pipeline.settled();
    Node claims = Json.read(pipeline.get("/v1/claims").body().getBytes(UTF_8));
    String claim = claims.at("claims").elements().getFirst().at("id").text();

    get("GET /v1/articles", "/v1/articles?include=amounts,entities,claims,context&limit=2");
    get("GET /v1/articles/{id}", "/v1/articles/" + article);
    get("GET /v1/articles/{id}", "/v1/articles/" + copied);
    get("GET /v1/articles/{id}/claims", "/v1/articles/" + article + "/claims");
    get("GET /v1/articles/{id}/history", "/v1/articles/" + article + "/history");
    for (Node one :
        Json.read(pipeline.get("/v1/articles").body().getBytes(UTF_8)).at("articles").elements()) {
      String id = one.at("id").text();
      get("GET /v1/articles/{id}/similar", "/v1/articles/" + id + "/similar");
    }
    get("GET /v1/claims", "/v1/claims?limit=100");
    get("GET /v1/claims/{id}", "/v1/claims/" + claim);
    get("GET /v1/evidence-needed", "/v1/evidence-needed");
    get("GET /v1/claims/{id}/claimreview.json", "/v1/claims/" + copied + ".c1/claimreview.json");
    for (String text : List.of("brindle", "brindlewik", "early", "the%20erly%20post")) {
      get("GET /v1/search", "/v1/search?q=" + text);
    }
    get("GET /v1/propagated", "/v1/propagated");
    get("GET /v1/health", "/v1/health");
    get("GET /v1/listings/search", "/v1/listings/search?q=brindlewick");
    get("GET /v1/listings/{id}", "/v1/listings/XXXX:BRWK");
    get("GET /v1/listings/{id}/articles", "/v1/listings/XXXX:BRWK/articles");
    get("GET /v1/listings/{id}/prices", "/v1/listings/XXXX:BRWK/prices");
    get("GET /v1/listings/{id}/price", "/v1/listings/XXXX:BRWK/price?as_of=2025-03-11");
    get("GET /v1/removed", "/v1/removed");
    get(
        "GET /v1/sources/{source}/scorecard",
        "/v1/sources/The%20Early%20Post/scorecard?published_after=2025-01-01&published_before=2025-12-31");
    get("GET /v1/uploads", "/v1/uploads?status=failed");
    get("GET /v1/uploads", "/v1/uploads");
    Ran watched = Ran.on(data, "watch", "add", "XXXX:BRWK");
    assertThat(watched.code()).as(watched.err()).isZero();
    get("GET /v1/watchlist", "/v1/watchlist");
    get("GET /v1/articles", "/v1/articles?listings=XXXX:BRWK");
    get("GET /v1/claims/{id}", "/v1/claims/" + "x".repeat(11_000));
    post("POST /v1/check", "/v1/check?explain=true", "text/plain", WAITS.getBytes(UTF_8));
    post("POST /v1/check", "/v1/check", "application/xml", BUNDLE.getBytes(UTF_8));
    post("POST /v1/check", "/v1/check", "text/html", PAGE.getBytes(UTF_8));
    post(
        "POST /v1/check",
        "/v1/check?as=answer&published_at=2025-03-12",
        "text/markdown",
        ANSWER.getBytes(UTF_8));
    post("POST /v1/articles", "/v1/articles", "text/plain", WAITS.getBytes(UTF_8));
    post("POST /v1/articles", "/v1/articles?upload=presigned&size=9000", "text/plain", new byte[0]);
    Sample.SampleFile prices = Sample.prices().getFirst();
    post(
        "POST /v1/price-files",
        "/v1/price-files?name=" + prices.name(),
        "text/csv",
        prices.bytes());
    post(
        "POST /v1/price-files",
        "/v1/price-files?upload=presigned&size=9000&name=big.csv",
        "text/csv",
        new byte[0]);
    pipeline.settled();
    get("GET /v1/price-files", "/v1/price-files?key=prices/" + prices.name());
    for (String message : List.of(TOOLS, "[]", OF_NO_REVISION)) {
      post("POST /mcp", "/mcp", "application/json", message.getBytes(UTF_8));
    }
  }

  private static final String TOOLS =
      "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

  private static final String OF_NO_REVISION =
      """
      {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"_meta": {"io.modelcontextprotocol/protocolVersion": "1999-01-01",
      "io.modelcontextprotocol/clientInfo": {"name": "a", "version": "1"}, "io.modelcontextprotocol/clientCapabilities": {}}}}
      """;

  private static final String WRONG =
      """
      {"@type": "NewsArticle", "headline": "Brindlewick at a price", "datePublished": "2025-03-12T%1$s:00:00Z", "publisher": {"name": "%2$s"}, "url": "https://post.example/at-%1$s",
      "articleBody": "Shares of Brindlewick Lanterns (XXXX: BRWK) closed at £3.60 on 11 March 2025, in a calm session. Nothing else happened on that day."}
      """;

  private static final EvidenceOffer OFFER =
      new EvidenceOffer(
          EvidenceOffer.Kind.OFFICIAL_FILE,
          "An exchange's file",
          List.of(
              new EvidenceOffer.Download(
                  "https://exchange.example/20250224", null, LocalDate.parse("2025-02-24"))),
          Set.of(EvidenceNeed.Field.CLOSE),
          "Download it and drop it here.",
          null);

  private static final String WAITS =
      """
      Alibaba slips in Hong Kong

      By Ottilie Marsh
      The Wickham Ledger, 24 February 2025

      Alibaba (09988.HK) fell 4.1% to HK$129.00 in Hong Kong on Monday, the lowest close since 3 February 2025.
      It paid US$1.2 billion for the chain.
      """;

  private static final String PAGE =
      """
      <html><head><title>Alibaba slips</title><meta property="article:published_time" content="2025-02-24T16:55:00+08:00">
      </head><body><nav>Home Markets</nav><article><h1>Alibaba slips</h1><p>Alibaba (09988.HK) fell 4.1% to HK$129.00 in Hong Kong on Monday, the
      lowest close since 3 February 2025, after a report that its cloud unit would spend more than planned on new computers in the year to come.</p>
      <p>Correction: an earlier version named another day.</p></article><footer>Prices are delayed. Nothing here is advice.</footer></body></html>
      """;

  /** A stored article with every field that the codec knows, answered as any other. */
  private void everyField() throws IOException {
    try (var in = ContractFieldsTest.class.getResourceAsStream("every-field.json")) {
      byte[] answered =
          CheckedArticleJson.write(
              CheckedArticleJson.read(in.readAllBytes()),
              new CheckedArticleJson.Stored("a", "v", CheckedArticleJson.TextStatus.SERVED),
              needed -> List.of(OFFER),
              Sentences.first());
      fields.see("CheckedArticle", json.readTree(answered));
    }
  }

  private void get(String operation, String path) throws Exception {
    see(operation, HttpRequest.newBuilder(pipeline.address().resolve(path)).build());
  }

  private void post(String operation, String path, String type, byte[] body) throws Exception {
    see(
        operation,
        HttpRequest.newBuilder(pipeline.address().resolve(path))
            .header("content-type", type)
            .header(
                "mcp-protocol-version",
                new String(body, UTF_8).contains("1999") ? "1999-01-01" : "2025-11-25")
            .header("mcp-method", "tools/list")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private void see(String operation, HttpRequest request) throws Exception {
    HttpResponse<String> answer = AskedAgain.sent(http, request);
    String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
    assertThat(answer.statusCode()).as(request.uri() + " " + answer.body()).isLessThan(500);
    assertThat(type).as(request.uri().toString()).endsWith("json");
    fields.see(operation, answer.statusCode(), type, json.readTree(answer.body()));
  }
}
