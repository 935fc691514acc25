package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article on a real listing without prices: what it waits for is named, and decides it. */
class EvidenceTest {
  private static final String FRIDAY =
      "https://www.hkex.com.hk/eng/stat/smstat/dayquot/d250221e.htm";
  private static final String MONDAY =
      "https://www.hkex.com.hk/eng/stat/smstat/dayquot/d250224e.htm";

  /** The prices below are made up. */
  static final String ARTICLE =
      """
      {"@type": "NewsArticle", "headline": "Alibaba slips in Hong Kong",
       "datePublished": "2025-02-24T19:00:00+08:00",
       "articleBody": "Shares of Alibaba Group Holding Ltd. (HKG: 9988) closed at HK$52.35 on Monday. \
      The Hong Kong-listed stock of Alibaba Group Holding Ltd. (HKG: 9988) closed 4.7% higher on Monday."}
      """;

  @TempDir Path data;
  @TempDir Path files;

  private Pipeline pipeline() throws IOException {
    return new Pipeline(data, null, Map.of("PriceUploads", "on"));
  }

  private static Node read(Pipeline pipeline, String path) throws Exception {
    var answer = pipeline.get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return Json.read(answer.body().getBytes(UTF_8));
  }

  private static String article(Pipeline pipeline) {
    Node upload = pipeline.upload("inbox/slips.json", ARTICLE);
    assertThat(upload.at("status").text()).as(upload.toString()).isEqualTo("done");
    return upload.at("articles").texts().getFirst();
  }

  /** A day of the exchange's quotations, in its layout, made up. */
  static String quotations(String day, String before, String close, String high, String low) {
    return """
    <html><body><pre>
                DATE : %s (MONDAY)
    <a name = "quotations">QUOTATIONS</a>
     CODE  NAME OF STOCK    CUR PRV.CLO./    ASK/    HIGH/      SHARES TRADED/
                                CLOSING      BID     LOW        TURNOVER ($)
      9988#BABA-W           HKD   %s    %s    %s        7,300,100
                                 %s    %s    %s      380,573,111
    -------------------------------------------------------------------------------
                                SALES RECORDS FOR ALL STOCKS
    </pre></body></html>
    """
        .formatted(day, before, close, high, close, close, low);
  }

  /** Of the claims that prices decide. */
  private static List<String> verdicts(Node article) {
    return article.at("claims").elements().stream()
        .filter(claim -> !claim.at("kind").text().equals("LISTING_TAG"))
        .map(claim -> claim.at("verdict").text())
        .toList();
  }

  @Test
  void articleWithoutPrices_namesTheFileThatDecidesIt_everywhere() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      String id = article(pipeline);

      Node stored = read(pipeline, "/v1/articles/" + id);
      assertThat(verdicts(stored)).containsExactly("unverifiable", "unverifiable");
      Node needed = stored.at("evidence_needed").elements().getFirst();
      assertThat(needed.at("listing").text()).isEqualTo("XHKG:9988");
      assertThat(needed.at("claims").texts()).hasSize(2);
      assertThat(needed.at("sessions").elements().getFirst().at("from").text())
          .as("of a move also the session before, over the weekend")
          .isEqualTo("2025-02-21");
      assertThat(needed.at("sessions").elements().getFirst().at("to").text())
          .isEqualTo("2025-02-24");
      Node official = needed.at("where").elements().getFirst();
      assertThat(official.at("kind").text()).isEqualTo("official_file");
      assertThat(official.at("files").elements())
          .extracting(file -> file.at("url").text())
          .containsExactly(FRIDAY, MONDAY);
      assertThat(official.at("todo").text()).startsWith("Download it and drop it here");

      assertThat(pipeline.get("/articles/" + id).body())
          .contains("2 claims wait for prices", FRIDAY, MONDAY, "XHKG_9988.csv");
      assertThat(pipeline.get("/").body())
          .contains("2 claims wait for prices", "where to get them", "Alibaba");
      assertThat(pipeline.get("/?verdict=unverifiable,pending").body())
          .contains("2 claims wait for prices", MONDAY, "type=\"file\"");
      Node check =
          Json.read(
              pipeline
                  .post("/v1/check", "application/json", ARTICLE.getBytes(UTF_8))
                  .body()
                  .getBytes(UTF_8));
      assertThat(check.at("evidence_needed").elements()).hasSize(1);

      Node list = read(pipeline, "/v1/evidence-needed");
      assertThat(list.at("meta").at("claims_waiting").number()).isEqualTo(2);
      Node waiting = list.at("evidence_needed").elements().getFirst();
      assertThat(waiting.at("symbol").text()).isEqualTo("9988.HK");
      assertThat(waiting.at("save_as").text()).isEqualTo("XHKG_9988.csv");
      assertThat(waiting.at("articles_waiting").number()).isEqualTo(1);

      Ran told = Ran.on(data, "prices", "missing");
      assertThat(told.code()).as(told.err()).isEqualTo(Exit.OK);
      assertThat(told.out())
          .contains("2 claims wait for prices of 1 listing.")
          .contains("XHKG:9988  Alibaba", "2025-02-21 to 2025-02-24", MONDAY);
      Ran json = Ran.on(data, "prices", "missing", "--json");
      assertThat(Json.read(json.out().strip().getBytes(UTF_8)).at("evidence_needed").elements())
          .hasSize(1);
    }
  }

  @Test
  void officialFiles_thatAreDropped_decideIt_andWhatTheyDecidedIsTold() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      String id = article(pipeline);

      put(pipeline, "d250221e.htm", quotations("21 FEB 2025", "49.00", "50.00", "50.50", "48.90"));
      Node last =
          put(
              pipeline,
              "d250224e.htm",
              quotations("24 FEB 2025", "50.00", "52.35", "52.60", "49.95"));

      assertThat(verdicts(read(pipeline, "/v1/articles/" + id)))
          .containsExactly("verified", "verified");
      assertThat(last.at("status").text()).isEqualTo("stored");
      assertThat(last.at("listings").texts()).containsExactly("XHKG:9988");
      Node decided = last.at("decided");
      assertThat(decided.at("claims").number()).isEqualTo(2);
      assertThat(decided.at("contradicted").number()).isZero();
      assertThat(decided.at("still_waiting").number()).isZero();

      assertThat(read(pipeline, "/v1/evidence-needed").at("evidence_needed").elements()).isEmpty();
      assertThat(pipeline.get("/").body()).doesNotContain("wait for prices");
      assertThat(pipeline.get("/articles/" + id).body()).doesNotContain("wait for prices");
      assertThat(Ran.on(data, "prices", "missing").out()).isEqualTo("No claim waits for prices.\n");
    }
  }

  /** As a page puts it; what became of it once all has settled. */
  private static Node put(Pipeline pipeline, String name, String text) throws Exception {
    var answer =
        pipeline.post(
            "/v1/price-files?name=" + name, "application/octet-stream", text.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    Node accepted = Json.read(answer.body().getBytes(UTF_8));
    assertThat(accepted.at("key").text()).isEqualTo("prices/" + name);
    pipeline.settled();
    return read(pipeline, accepted.at("status_url").text()).at("price_files").elements().getFirst();
  }

  @Test
  void command_tellsWhatTheFilesDecided() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      article(pipeline);
      Path file =
          Files.writeString(
              files.resolve("XHKG_9988.csv"),
              """
              # basis: as_traded
              Date,Open,High,Low,Close
              2025-02-20,48.5,49.5,48.2,49.0
              2025-02-21,49.0,50.5,48.9,50.0
              2025-02-24,50.0,52.6,49.95,52.35
              """);
      Ran loaded = Ran.on(data, "prices", file.toString());
      assertThat(loaded.code()).as(loaded.out() + loaded.err()).isEqualTo(Exit.OK);
      assertThat(loaded.out()).contains("  2 claims decided\ndone");

      Ran again = Ran.on(data, "prices", file.toString());
      assertThat(again.out()).as("nothing waited any more").doesNotContain("decided");
    }
  }

  @Test
  void spreadsheetsDownload_decidesIt() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      String id = article(pipeline);
      String sheet =
          """
          Date,Open,High,Low,Close,Volume
          2/21/2025 16:00:00,49,50.5,48.9,50,7300100
          2/24/2025 16:00:00,50,52.6,49.95,52.35,8100200
          """;
      Node stored = put(pipeline, "XHKG_9988.csv", sheet);
      assertThat(stored.at("decided").at("claims").number()).isEqualTo(2);
      assertThat(verdicts(read(pipeline, "/v1/articles/" + id)))
          .containsExactly("verified", "verified");
    }
  }

  @Test
  void pricesThatContradict_areCountedApart() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      String id = article(pipeline);
      Path file =
          Files.writeString(
              files.resolve("XHKG_9988.csv"),
              """
              # basis: as_traded
              Date,Open,High,Low,Close
              2025-02-20,48.5,49.5,48.2,49.0
              2025-02-21,49.0,50.5,48.9,50.0
              2025-02-24,50.0,53.6,49.95,53.25
              """);
      Ran loaded = Ran.on(data, "prices", file.toString());
      List<String> verdicts = verdicts(read(pipeline, "/v1/articles/" + id));
      assertThat(verdicts).isSubsetOf("contradicted", "doubtful", "verified_loose");
      long contradicted = verdicts.stream().filter("contradicted"::equals).count();
      long doubtful = verdicts.stream().filter("doubtful"::equals).count();
      assertThat(contradicted + doubtful).isPositive();
      assertThat(loaded.out())
          .contains(
              "2 claims decided"
                  + (contradicted > 0 ? ", " + contradicted + " contradicted" : "")
                  + (doubtful > 0 ? ", " + doubtful + " doubtful" : ""));
    }
  }

  @Test
  void whereUploadsAreOff_thePageSaysHow_andTheRouteRefuses() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      String id = article(pipeline);
      assertThat(pipeline.get("/articles/" + id).body())
          .contains("./quotemark prices FILE --stack NAME")
          .doesNotContain("type=\"file\"");
      var refused =
          pipeline.post("/v1/price-files?name=a.csv", "text/csv", "Date,Close".getBytes(UTF_8));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("price_uploads_off", "./quotemark prices FILE");
    }
  }

  @Test
  void hostileNames_areRefused_orTakenAsNames() throws Exception {
    try (Pipeline pipeline = pipeline()) {
      for (String bad : List.of("%00a.csv", ".hidden", "a%0Ab.csv", "%F0%9F%98%80.csv", "..")) {
        var answer = pipeline.post("/v1/price-files?name=" + bad, "text/csv", "x".getBytes(UTF_8));
        assertThat(answer.statusCode()).as(bad).isEqualTo(422);
      }
      var escaped =
          pipeline.post(
              "/v1/price-files?name=..%2F..%2Finbox%2Fa.csv", "text/csv", "x".getBytes(UTF_8));
      assertThat(escaped.body()).contains("\"prices/a.csv\"");
      var large =
          pipeline.post(
              "/v1/price-files?name=a.csv&upload=presigned&size=25000000", "text/csv", new byte[0]);
      assertThat(large.statusCode()).as(large.body()).isEqualTo(202);
      Node answer = Json.read(large.body().getBytes(UTF_8));
      assertThat(URI.create(answer.at("put").at("url").text()).getPath()).endsWith("/prices/a.csv");
      pipeline.settled();
    }
  }
}
