package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A doubtful claim beside a verified and a contradicted one, everywhere that readers meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtfulTest {
  private static final String HISTORY =
      """
      # listing: XXXX:BRWK
      # basis: as_traded
      # unit: GBP
      date,open,high,low,close,volume
      2025-03-03,3.80,3.90,3.75,3.85,1000
      2025-03-04,3.85,3.91,3.82,3.88,1000
      2025-03-05,3.88,3.95,3.84,3.90,1000
      """;
  private static final String ARTICLE =
      """
      {"@type": "NewsArticle", "headline": "Brindlewick at a price", "datePublished": "2025-03-05T18:00:00Z",
      "publisher": {"name": "The Early Post"},
      "articleBody": "Shares of Brindlewick Lanterns (XXXX: BRWK) closed at £3.90 on 5 March 2025, in a calm session. Nothing else of note happened to the company on that day."}
      """;
  private static final String DOUBTFUL = "d0d0d0d0d0d0d0d0";
  private static final String WRONG = "c0c0c0c0c0c0c0c0";

  @TempDir static Path data;
  private Pipeline pipeline;
  private String right = "";

  @BeforeAll
  void start() throws Exception {
    pipeline = new Pipeline(data);
    pipeline.drop().put("prices/XXXX_BRWK.csv", HISTORY.getBytes(UTF_8));
    pipeline.settled();
    right = pipeline.upload("inbox/right.json", ARTICLE).at("articles").texts().getFirst();
    pipeline.settled();
    JudgedArticle.store(
        pipeline, right, DOUBTFUL, Verdict.Outcome.DOUBTFUL, Verdict.Flag.DIGIT_SLIP);
    JudgedArticle.store(
        pipeline, right, WRONG, Verdict.Outcome.CONTRADICTED, Verdict.Flag.SIGN_SLIP);
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void lists_filterAndCountIt_andRankContradictionsOnly() throws Exception {
    assertThat(ids("/v1/articles?verdict=doubtful")).containsExactly(DOUBTFUL);
    assertThat(ids("/v1/articles?verdict=contradicted")).containsExactly(WRONG);
    assertThat(ids("/v1/articles?sort=contradicted")).containsExactly(WRONG);
    assertThat(ids("/v1/articles?flag=DIGIT_SLIP")).containsExactly(DOUBTFUL);
    assertThat(ids("/v1/articles?verdict=doubtful&claim_kind=PRICE_LEVEL"))
        .containsExactly(DOUBTFUL);
    assertThat(ids("/v1/articles?verdict=doubtful&claim_kind=MOVE_PCT")).isEmpty();
    Node article = json("/v1/articles?verdict=doubtful").at("articles").elements().getFirst();
    assertThat(article.at("verdicts").at("doubtful").number()).isEqualTo(1);

    List<String> rows =
        pipeline.get("/v1/articles?verdict=doubtful", "accept", "text/csv").body().lines().toList();
    List<String> names = List.of(rows.getFirst().split(",", -1));
    List<String> cells = List.of(rows.getLast().split(",", -1));
    assertThat(names.indexOf("doubtful")).isEqualTo(names.indexOf("contradicted") + 1);
    assertThat(cells.get(names.indexOf("doubtful"))).isEqualTo("1");
    assertThat(cells.get(names.indexOf("contradicted"))).isEqualTo("0");
  }

  @Test
  void claim_carriesItsConfidence_asDataAndInATable() throws Exception {
    Node claims = json("/v1/claims?verdict=doubtful").at("claims");
    assertThat(claims.elements()).hasSize(1);
    Node claim = claims.elements().getFirst().at("claim");
    assertThat(claim.at("confidence").text()).isEqualTo("0.200");
    assertThat(claim.at("doubts").texts()).isEqualTo(JudgedArticle.ODDS.doubts());
    assertThat(claim.at("supports").texts()).isEqualTo(JudgedArticle.ODDS.supports());
    Node verified = json("/v1/articles/" + right).at("claims").elements().getFirst();
    assertThat(verified.at("confidence").isPresent()).isFalse();

    List<String> rows =
        pipeline.get("/v1/claims?verdict=doubtful", "accept", "text/csv").body().lines().toList();
    int column = List.of(rows.getFirst().split(",", -1)).indexOf("confidence");
    assertThat(column).isPositive();
    assertThat(rows.getLast().split(",", -1)[column]).isEqualTo("0.200");
  }

  @Test
  void accusations_areContradictionsOnly() throws Exception {
    assertThat(pipeline.get("/v1/feed.atom").body())
        .contains("urn:quotemark:article:" + WRONG)
        .doesNotContain(DOUBTFUL);

    Node card =
        json(
            "/v1/sources/The%20Early%20Post/scorecard?published_after=2025-01-01&published_before=2025-12-31");
    assertThat(card.at("contradicted").at("claims").number()).isEqualTo(1);
    assertThat(card.at("contradicted").at("decided").number()).isEqualTo(2);
    assertThat(card.at("contradicted").at("low").text()).isEqualTo("0.0945");
    assertThat(card.at("doubtful").number()).isEqualTo(1);
    assertThat(card.at("claims_by_kind").at("PRICE_LEVEL").at("doubtful").number()).isEqualTo(1);
    assertThat(pipeline.get("/sources/The%20Early%20Post").body())
        .contains("1 of 2 decided claims is contradicted")
        .contains("Beside them, 1 claim is doubtful, which accuses nobody.");

    // no older article contradicts the doubtful figure, so that its flags name no copy
    Node doubtful = json("/v1/articles/" + DOUBTFUL).at("claims").elements().getFirst();
    assertThat(doubtful.at("flags").texts()).containsExactly("DIGIT_SLIP");
  }

  @Test
  void pages_sayToLook_andWhy() throws Exception {
    assertThat(pipeline.get("/articles/" + DOUBTFUL).body())
        .contains(
            "<span aria-hidden=\"true\">?</span> Doubtful",
            "Doubtful: look yourself.",
            "1 in 5 that the statement is false",
            "No session is stated.",
            "Two neighbouring digits changed places");
    assertThat(pipeline.get("/articles/" + WRONG).body())
        .contains("1 in 5 that the statement is false", "What speaks against it")
        .doesNotContain("look yourself.");
    assertThat(pipeline.get("/?verdict=doubtful").body())
        .contains(
            "<option value=\"doubtful\" selected>Doubtful</option>",
            "/articles/" + DOUBTFUL,
            "1 doubtful")
        .doesNotContain(WRONG);
    assertThat(pipeline.get("/listings/XXXX:BRWK").body())
        .contains(
            "Doubtful: “closed at £3.90”",
            "Contradicted: “closed at £3.90”",
            "1 in 5 that the statement is false");
    assertThat(pipeline.get("/about").body())
        .contains("Doubtful", "about 1 in 1,000", "about 1 in 20", "CLOSE_VENUE");
  }

  @Test
  void commands_showItWithASignAndWhy() {
    assertThat(run("list", "--verdict", "doubtful"))
        .contains(DOUBTFUL, "1 Doubtful")
        .doesNotContain(WRONG);
    assertThat(run("show", DOUBTFUL))
        .contains("? Doubtful")
        .contains("look yourself: false with probability 0.200")
        .contains("against that: no session is stated")
        .contains("for it: two neighbouring digits changed places");
    assertThat(run("show", WRONG))
        .contains("  Contradicted", "false with probability 0.200")
        .doesNotContain("look yourself");
    assertThat(run("show", "--json", DOUBTFUL)).contains("\"confidence\":\"0.200\"");
    List<String> lines = run("claims", "--verdict", "doubtful").lines().toList();
    int column = List.of(lines.getFirst().split("\t", -1)).indexOf("confidence");
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().split("\t", -1)[column]).isEqualTo("0.200");
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    int code = Quotemark.run(new PrintWriter(out, true), new PrintWriter(out, true), all);
    assertThat(code).as(out.toString()).isEqualTo(Exit.OK);
    return out.toString();
  }

  private List<String> ids(String path) throws IOException, InterruptedException {
    return json(path).at("articles").elements().stream().map(a -> a.at("id").text()).toList();
  }

  private Node json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = pipeline.get(path);
    assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
    return Json.read(response.body().getBytes(UTF_8));
  }
}
