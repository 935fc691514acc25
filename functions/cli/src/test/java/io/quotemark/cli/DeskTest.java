package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a desk over the sample: what they say, without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
  /** Without a date, in Chinese, of a source whose name is written from right to left. */
  private static final String UNDATED =
      """
      {"title": "布林威克灯具股价回落，市场人士称获利了结是主要原因", "language": "zh-Hans", "source": "صحيفة الفانوس",
       "body": "Brindlewick Lanterns（XXXX: BRWK）股价在2025年3月11日星期二上涨3.8%。交易所在公告中表示，投资者获利了结，成交量低于前一个交易日，市场对后市看法不一。"}
      """;

  private static final String TEXT =
      """
      Brindlewick at the close
      Tuesday, March 11, 2025, 6:15 pm GMT
      Brindlewick Lanterns (XXXX: BRWK) shares closed at 380p on Tuesday, the exchange said.

      The weather was fine and nobody at the harbour spoke of anything else that day.
      """;

  private Pipeline pipeline;
  private Path folder = Path.of("");
  private String slip = "";

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    folder = data;
    pipeline = new Pipeline(data, null, Map.of("EmbedOrigins", "https://news.example.com"));
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      String id =
          pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts().getFirst();
      slip = file.name().contains("slip") ? id : slip;
    }
    pipeline.upload("inbox/undated.json", UNDATED.getBytes(UTF_8));
    pipeline.settled();
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer = pipeline.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private Node json(String path) throws Exception {
    HttpResponse<String> answer = pipeline.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return Json.read(answer.body().getBytes(UTF_8));
  }

  @Test
  void sample_hasNoClaimThatWaitsForPrices() throws Exception {
    assertThat(json("/v1/evidence-needed").at("meta").at("claims_waiting").number()).isZero();
  }

  @Test
  void firstPage_countsTheStore_andQuotesTheWorstClaimWithWhatThePricesSay() throws Exception {
    String page = page("/");

    assertThat(page).containsPattern("<dt>articles</dt><dd>[5-9]</dd>");
    assertThat(page).contains("<dt>waiting</dt><dd>0</dd>");
    assertThat(page)
        .contains("<q dir=\"auto\">closed at £395</q>")
        .contains("it closed at £3.95 and traded between £3.75 and £3.95.");
    assertThat(page).contains("<bdi>Brindlewick Lanterns</bdi> <span class=\"ticker\">BRWK</span>");
    assertThat(page).contains("All 8 claims hold.");
  }

  @Test
  void firstPage_marksTheSampleOnItsRowsAlone() throws Exception {
    String page = page("/");

    assertThat(page).contains("<span class=\"sample-mark\"").doesNotContain("class=\"sample\"");
  }

  @Test
  void undatedArticle_isListedByItsUpload_inItsOwnDirectionAndLanguage() throws Exception {
    assertThat(page("/"))
        .contains("undated, uploaded <time")
        .contains("<h3 dir=\"auto\" lang=\"zh-Hans\">")
        .contains("<bdi>صحيفة الفانوس</bdi>");
  }

  @Test
  void languages_areThoseThatThereAre_andAreMatchedByTheirBeginning() throws Exception {
    String page = page("/");

    assertThat(page)
        .contains("<option value=\"en\">English</option>")
        .contains("<option value=\"zh\">Chinese</option>")
        .contains("<option value=\"zh-Hans\">Chinese (simplified)</option>")
        .doesNotContain("<option value=\"de\">");
    assertThat(page("/?language=zh")).contains("布林威克").doesNotContain("extends its week");
  }

  @Test
  void firstPage_thatDidNotChange_isNotSentAgain() throws Exception {
    String tag = pipeline.get("/").headers().firstValue("etag").orElseThrow();

    assertThat(pipeline.get("/", "if-none-match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void search_findsACompanyByAnyNameTickerIsinOrSource() throws Exception {
    for (String text : List.of("tencent", "腾讯", "0700.HK", "700.hk", "KYG875721634", "XHKG:0700")) {
      assertThat(
              json("/v1/search?q=" + encoded(text))
                  .at("companies")
                  .elements()
                  .getFirst()
                  .at("symbol")
                  .text())
          .as(text)
          .isEqualTo("0700.HK");
    }
    Node source = json("/v1/search?q=wickham").at("sources").elements().getFirst();
    assertThat(source.at("name").text()).isEqualTo("The Wickham Ledger");
    assertThat(page("/search?q=harbour"))
        .contains("Brindlewick Lanterns shines after harbour order");
    assertThat(page(source.at("page").text())).contains("The Wickham Ledger");
  }

  @Test
  void search_ofAMisspeltName_asksWhatWasMeant() throws Exception {
    Node meant = json("/v1/search?q=Brindelwick").at("did_you_mean").elements().getFirst();

    assertThat(meant.at("name").text()).isEqualTo("Brindlewick Lanterns");
    assertThat(page("/search?q=Brindelwick"))
        .contains("Did you mean <a class=\"company\" href=\"/listings/XXXX%3ABRWK\">");
    assertThat(page("/search?q=qqqqqqqq")).contains("Nothing is known by “<bdi>qqqqqqqq</bdi>”");
    assertThat(pipeline.get("/v1/search").statusCode()).isEqualTo(400);
  }

  @Test
  void decidedClaim_hasAClaimReview_thatSaysItRestsOnTheSample() throws Exception {
    String id = claim("contradicted");
    Node review = json("/v1/claims/" + id + "/claimreview.json");

    assertThat(review.at("@type").text()).isEqualTo("ClaimReview");
    assertThat(review.at("reviewRating").at("ratingValue").number()).isEqualTo(1);
    assertThat(review.at("reviewRating").at("alternateName").text()).isEqualTo("Contradicted");
    assertThat(review.at("keywords").text()).isEqualTo("SAMPLE_DATA");
    assertThat(review.at("url").text()).endsWith("/articles/" + id.replace('.', '#'));
    assertThat(review.at("itemReviewed").at("appearance").at("headline").text()).isNotEmpty();
  }

  @Test
  void articlePage_holdsTheClaimReviewsOfItsDecidedClaims_asData() throws Exception {
    String page = page("/articles/" + slip);
    int from = page.indexOf("<script type=\"application/ld+json\">");
    assertThat(from).isPositive();
    String data = page.substring(page.indexOf('>', from) + 1, page.indexOf("</script>", from));

    List<Node> reviews = Json.read(data.getBytes(UTF_8)).elements();
    assertThat(reviews).hasSize(5);
    assertThat(reviews)
        .allSatisfy(review -> assertThat(review.at("@type").text()).isEqualTo("ClaimReview"));
  }

  @Test
  void undecidedClaim_hasNoClaimReview() throws Exception {
    HttpResponse<String> none =
        pipeline.get("/v1/claims/" + claim("doubtful") + "/claimreview.json");

    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("not_decided");
  }

  @Test
  void unknownAddress_isAPageForPeople_andAProblemForPrograms() throws Exception {
    HttpResponse<String> page = pipeline.get("/no-such-page");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains("There is nothing at this path")
        .contains("The search box above finds companies, sources and articles.")
        .contains("Back to the articles");
    assertThat(pipeline.get("/v1/no-such").body()).contains("\"code\":\"no_such_path\"");
    assertThat(head("/no-such-page").statusCode()).isEqualTo(404);
    assertThat(head("/listings/XXXX:BRWK").statusCode()).isEqualTo(200);
  }

  @Test
  void robots_areAskedToStayAway_whilePagesAreClosed() throws Exception {
    assertThat(page("/robots.txt")).isEqualTo("User-agent: *\nDisallow: /\n");
  }

  @Test
  void listingPage_beginsWithNameAndPrice_andLeadsFromEveryClaimToItsArticle() throws Exception {
    String page = page("/listings/XXXX:BRWK?range=1m");

    assertThat(page)
        .contains("<bdi>Brindlewick Lanterns</bdi> <span class=\"id\">BRWK</span>")
        .contains("<strong>391p</strong> <span class=\"rise\">+1.82 %</span>")
        .contains("href=\"/listings/XXXX%3ABRWK?range=5y\"")
        .contains("<a class=\"dot v-contradicted\" href=\"/articles/" + slip + "#c");
    assertThat(page.split("<a class=\"dot ", -1)).hasSizeGreaterThan(15);
    assertThat(page("/listings/XXXX:BRWK?range=max")).contains("1 September 2023");
    assertThat(pipeline.get("/listings/XXXX:BRWK?range=2w").statusCode()).isEqualTo(400);
  }

  @Test
  void sourcePage_saysHowSureItsRecordIs_inWords_byMonth() throws Exception {
    assertThat(page("/sources/The%20Wickham%20Ledger"))
        .contains("0 of 4 decided claims are contradicted.")
        .contains("between 0 and 49 of 100")
        .contains("<th scope=\"row\">March 2025</th><td data-name=\"contradicted\">0 of 4</td>");
  }

  @Test
  void checkedText_isKeptNowhere_untilSomebodyAsks() throws Exception {
    int before = keptResults();
    HttpResponse<String> checked = form("/check", Map.of("document", TEXT));

    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.body())
        .contains("Nothing of this is kept.")
        .contains("<button name=\"do\" value=\"article\">Keep this article</button>");
    assertThat(keptResults()).isEqualTo(before);
  }

  @Test
  void result_getsAnAddressForADay() throws Exception {
    HttpResponse<String> kept = form("/checked", Map.of("document", TEXT, "do", "address"));
    assertThat(kept.statusCode()).isEqualTo(303);
    String address = kept.headers().firstValue("location").orElseThrow();

    assertThat(address).matches("/checked/[0-9a-f]{32}");
    assertThat(page(address))
        .contains("This address is good until")
        .contains("closed at 380p")
        .contains("The weather was fine");
    assertThat(pipeline.get("/checked/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(pipeline.get("/checked/..%2Finbox").statusCode()).isEqualTo(404);
  }

  @Test
  void result_keptAsAnArticle_isOneInAMoment() throws Exception {
    HttpResponse<String> kept = form("/checked", Map.of("document", TEXT, "do", "article"));
    assertThat(kept.statusCode()).isEqualTo(303);
    String upload = kept.headers().firstValue("location").orElseThrow();
    assertThat(upload).startsWith("/uploads?key=inbox%2Fapi%2F");

    pipeline.settled();
    assertThat(page(upload)).contains("✓").contains("Its article");
  }

  @Test
  void textThatIsTooLarge_orNone_isNotKept() throws Exception {
    String large = TEXT + "\n\nMore.".repeat(30_000);

    assertThat(form("/checked", Map.of("document", large, "do", "address")).statusCode())
        .isEqualTo(413);
    assertThat(form("/check", Map.of("document", large)).body()).contains("too long to be kept");
    assertThat(form("/checked", Map.of("document", "", "do", "article")).statusCode())
        .isEqualTo(422);
    assertThat(form("/checked", Map.of("document", TEXT, "do", "purge")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void bundle_isOneUpload_withItsArticlesBelowEachOther() throws Exception {
    String bundle =
        """
        [{"title": "One", "body": "Brindlewick Lanterns (XXXX: BRWK) shares closed at 380p on Tuesday, 11 March 2025, the exchange said."},
         {"title": "Two", "body": "Brindlewick Lanterns (XXXX: BRWK) shares closed at 395p on Monday, 10 March 2025, the exchange said."}]
        """;
    pipeline.upload("inbox/two.json", bundle);
    pipeline.settled();

    assertThat(page("/uploads")).contains("<summary>2 articles in this bundle</summary>");
  }

  @Test
  void failedUpload_ofThePage_isRetriedByItsButton_othersByATerminal() throws Exception {
    HttpResponse<String> accepted =
        pipeline.post("/v1/articles", "application/octet-stream", new byte[] {0, 1, 2, 3});
    pipeline.settled();
    String key = Json.read(accepted.body().getBytes(UTF_8)).at("key").text();
    assertThat(page("/uploads?key=" + encoded(key))).contains("<form class=\"retry\"");
    HttpResponse<String> retried = form("/uploads/retry", Map.of("key", key));
    assertThat(retried.statusCode()).isEqualTo(303);
    pipeline.settled();
    assertThat(page(retried.headers().firstValue("location").orElseThrow())).contains("failed");

    pipeline.upload("inbox/empty.txt", "");
    assertThat(page("/uploads?status=failed")).contains("./quotemark replay inbox/empty.txt");
    assertThat(form("/uploads/retry", Map.of("key", "inbox/empty.txt")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void verdict_isFramedByTheNamedOriginsAlone() throws Exception {
    HttpResponse<String> framed = pipeline.get("/embed/" + claim("contradicted"));

    assertThat(framed.statusCode()).isEqualTo(200);
    assertThat(framed.headers().firstValue("content-security-policy").orElse(""))
        .endsWith("frame-ancestors https://news.example.com")
        .doesNotContain("script-src");
    assertThat(framed.body()).contains("Contradicted").contains("Sample data");
    assertThat(pipeline.get("/").headers().firstValue("content-security-policy").orElse(""))
        .contains("frame-ancestors 'none'");
  }

  @Test
  void everyPage_isAtMost60KilobytesUnderGzip() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "/",
              "/search?q=brindle",
              "/listings/XXXX:BRWK?range=max",
              "/sources/The%20Wickham%20Ledger",
              "/uploads",
              "/articles/" + slip,
              "/assets/quotemark.css",
              "/assets/quotemark.js")) {
        byte[] body =
            client
                .send(
                    HttpRequest.newBuilder(pipeline.address().resolve(path))
                        .header("accept-encoding", "gzip")
                        .build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(body.length).as(path).isBetween(500, 60 * 1024);
      }
    }
  }

  private String claim(String verdict) throws Exception {
    return json("/v1/claims?verdict=" + verdict).at("claims").elements().getFirst().at("id").text();
  }

  private HttpResponse<Void> head(String path) throws Exception {
    URI address = pipeline.address().resolve(path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address)
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  private int keptResults() {
    String[] names = folder.resolve("bucket/checks").toFile().list();
    return names == null ? 0 : names.length;
  }

  private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return pipeline.post(path, "application/x-www-form-urlencoded", body.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }
}
