package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Lists of articles and claims over HTTP, on the sample and its prices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
  @TempDir static Path data;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      pipeline.upload("inbox/" + file.name(), file.bytes());
    }
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void eachFilter_leavesThoseItHoldsFor_andNamesThemByKindAndFlag() throws Exception {
    List<Node> all = articles("/v1/articles");
    assertThat(all).hasSize(Sample.articles().size());
    for (String query :
        List.of(
            "verdict=contradicted",
            "verdict=verified",
            "claim_kind=PRICE_LEVEL",
            "flag=STALE_AT_PUBLISH",
            "listing=XHKG:9988",
            "symbol=brwk",
            "language=en",
            "q=brindlewick")) {
      List<Node> some = articles("/v1/articles?" + query);
      assertThat(some).as(query).isNotEmpty();
      String value = query.substring(query.indexOf('=') + 1);
      for (Node article : some) {
        boolean holds =
            switch (query.substring(0, query.indexOf('='))) {
              case "verdict" -> article.at("verdicts").at(value).isPresent();
              case "claim_kind" -> article.at("claim_kinds").at(value).isPresent();
              case "flag" -> article.at("flags").texts().contains(value);
              case "listing" -> article.at("listings").texts().contains(value);
              case "symbol" ->
                  article.at("listings").texts().stream()
                      .anyMatch(l -> l.toLowerCase(java.util.Locale.ROOT).endsWith(":" + value));
              case "language" -> article.at("language").text().equals(value);
              default ->
                  article.at("title").text().toLowerCase(java.util.Locale.ROOT).contains(value);
            };
        assertThat(holds).as(query + " " + article.at("title").text()).isTrue();
      }
    }
    assertThat(articles("/v1/articles?verdict=contradicted&listing=XHKG:9988&language=de"))
        .isEmpty();
    assertThat(articles("/v1/listings/XHKG:9988/articles"))
        .hasSameSizeAs(articles("/v1/articles?listing=XHKG:9988"));
  }

  @Test
  void pagesOfOne_giveTheSameInTheSameOrder_inEverySort() throws Exception {
    for (String sort : List.of("published_at", "updated_at", "contradicted", "reaction")) {
      for (String order : List.of("asc", "desc")) {
        String list = "/v1/articles?sort=" + sort + "&order=" + order;
        List<String> whole = articles(list).stream().map(a -> a.at("id").text()).toList();
        List<String> paged = new java.util.ArrayList<>();
        String cursor = "";
        do {
          Node page = json(list + "&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
          page.at("articles").elements().forEach(a -> paged.add(a.at("id").text()));
          cursor = page.at("meta").at("next_cursor").textOr("");
        } while (!cursor.isEmpty());
        assertThat(paged).as(list).isEqualTo(whole);
      }
    }
  }

  @Test
  void updatedSince_readsOnFromAnyChange_oldestFirst() throws Exception {
    List<Node> changes = articles("/v1/articles?updated_since=2000-01-01");
    assertThat(changes).hasSize(Sample.articles().size());
    assertThat(changes.stream().map(a -> a.at("updated_at").text()).toList()).isSorted();
    String latest = changes.getLast().at("updated_at").text();
    assertThat(json("/v1/articles").at("meta").at("data_as_of").text()).isEqualTo(latest);
    assertThat(articles("/v1/articles?updated_since=" + latest)).isNotEmpty();
    assertThat(articles("/v1/articles?updated_since=2199-01-01")).isEmpty();
  }

  @Test
  void accept_givesLinesOrATable_andRefusesWhatItCannot() throws Exception {
    HttpResponse<String> csv = pipeline.get("/v1/articles?limit=1", "accept", "text/csv");
    assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
    assertThat(csv.body().lines()).hasSize(2).first().asString().startsWith("id,published_at,");
    assertThat(csv.headers().firstValue("link").orElse("")).contains("cursor=", "rel=\"next\"");
    HttpResponse<String> lines =
        pipeline.get("/v1/articles", "accept", "text/csv;q=0.5, application/x-ndjson");
    assertThat(lines.body().lines()).hasSize(Sample.articles().size());
    for (String line : lines.body().lines().toList()) {
      assertThat(Json.read(line.getBytes(UTF_8)).at("id").text()).isNotBlank();
    }
    HttpResponse<String> refused = pipeline.get("/v1/articles", "accept", "image/png");
    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(refused.body()).contains("not_acceptable");
  }

  @Test
  void include_addsPartsOfEachArticle() throws Exception {
    for (Node article : articles("/v1/articles?include=claims,context&limit=5")) {
      assertThat(article.at("claims").elements()).isNotEmpty();
      assertThat(article.at("context").isPresent()).isTrue();
      assertThat(article.at("amounts").isPresent()).isFalse();
    }
    assertThat(pipeline.get("/v1/articles?include=claims&limit=26").statusCode()).isEqualTo(422);
  }

  @Test
  void unusableValue_isRefusedByName_andWhatWasMeantIsNamed() throws Exception {
    Node verdict = problem("/v1/articles?verdict=contradict", 400);
    assertThat(verdict.at("did_you_mean").texts()).containsExactly("contradicted");
    assertThat(verdict.at("invalid_params").elements().getFirst().at("name").text())
        .isEqualTo("verdict");
    assertThat(problem("/v1/articles?symbol=BRWQ", 404).at("did_you_mean").texts())
        .contains("BRWK");
    assertThat(problem("/v1/articles?issuer=alibab", 404).at("did_you_mean").texts()).isNotEmpty();
    assertThat(problem("/v1/articles?listing=XHKG:99888", 404).at("did_you_mean").texts())
        .contains("XHKG:9988");
    for (String bad :
        List.of(
            "updated_since=yesterday",
            "published_on=2025-13-01",
            "published_on=%2B999999999-01-01",
            "sort=title",
            "limit=0",
            "include=everything")) {
      assertThat(problem("/v1/articles?" + bad, 400).at("code").text())
          .as(bad)
          .isEqualTo("invalid_parameter");
    }
    // fit the contract, and say nothing here
    for (String useless :
        List.of(
            "published_after=2025-02-02&published_before=2025-02-01",
            "updated_since=2025-02-02T10:00:00%2B20:00",
            "cursor=x")) {
      assertThat(problem("/v1/articles?" + useless, 422).at("code").text())
          .as(useless)
          .isEqualTo("invalid_parameter");
    }
  }

  @Test
  void claims_inPagesOfTwo_areThoseOfTheArticles_andTheFiltersHoldForEach() throws Exception {
    List<String> whole = new java.util.ArrayList<>();
    for (Node article : articles("/v1/articles?include=claims&limit=25")) {
      for (Node claim : article.at("claims").elements()) {
        whole.add(article.at("id").text() + "." + claim.at("id").text());
      }
    }
    assertThat(claims("/v1/claims?limit=2").stream().map(c -> c.at("id").text()).toList())
        .isEqualTo(whole);
    List<Node> wrong = claims("/v1/claims?verdict=contradicted&limit=1");
    assertThat(wrong).isNotEmpty();
    for (Node claim : wrong) {
      assertThat(claim.at("claim").at("verdict").text()).isEqualTo("contradicted");
    }
    for (Node claim : claims("/v1/claims?listing=XHKG:9988")) {
      assertThat(claim.at("claim").at("listing").at("id").text()).isEqualTo("XHKG:9988");
    }
    String bars =
        pipeline.get("/v1/claims/" + wrong.getFirst().at("id").text() + "/evidence.csv").body();
    assertThat(bars.lines()).hasSizeGreaterThan(1).first().asString().startsWith("claim,listing,");
    assertThat(problem("/v1/claims/x/evidence.csv", 422).at("code").text())
        .isEqualTo("invalid_parameter");
    assertThat(problem("/v1/claims/0000.c1/evidence.csv", 404).at("code").text())
        .isEqualTo("not_found");
  }

  @Test
  void feed_holdsTheContradictions_asWellFormedAtom() throws Exception {
    HttpResponse<String> feed = pipeline.get("/v1/feed.atom");
    assertThat(feed.headers().firstValue("content-type").orElse(""))
        .startsWith("application/atom+xml");
    var entries =
        javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(feed.body().getBytes(UTF_8)))
            .getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
    assertThat(entries.getLength())
        .isEqualTo(articles("/v1/articles?verdict=contradicted").size())
        .isPositive();
    assertThat(feed.body()).contains("SAMPLE_DATA");
  }

  @Test
  void articleOfTwoVersions_hasAHistory_andIsListedAsGoneOnceItIsRemoved() throws Exception {
    String text = "Brindlewick\n\nMarch 4, 2025\n\nShares of Brindlewick fell 1% on Tuesday.";
    pipeline.upload("inbox/changing.txt", text);
    String id =
        pipeline
            .upload("inbox/changing.txt", text.replace("1%", "2%"))
            .at("articles")
            .texts()
            .getFirst();
    List<Node> versions = json("/v1/articles/" + id + "/history").at("versions").elements();
    assertThat(versions).hasSize(2);
    assertThat(versions.stream().filter(v -> v.at("current").flag())).hasSize(1);
    String page = pipeline.get("/articles/" + id).body();
    assertThat(versions).allSatisfy(v -> assertThat(page).contains(v.at("version").text()));
    assertThat(page).contains("shown here").contains("no upload stands for it any more");

    pipeline.delete("inbox/changing.txt");
    pipeline.settled();
    Node gone = json("/v1/removed?updated_since=2000-01-01");
    assertThat(gone.at("removed").elements())
        .hasSize(1)
        .allSatisfy(r -> assertThat(r.at("id").text()).isEqualTo(id));
    assertThat(json("/v1/removed?updated_since=2199-01-01").at("removed").elements()).isEmpty();
    problem("/v1/articles/" + id + "/history", 404);
  }

  private List<Node> claims(String list) throws Exception {
    List<Node> out = new java.util.ArrayList<>();
    String cursor = "";
    do {
      Node page = json(list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      out.addAll(page.at("claims").elements());
      cursor = page.at("meta").at("next_cursor").textOr("");
    } while (!cursor.isEmpty());
    return out;
  }

  private Node problem(String path, int status) throws Exception {
    HttpResponse<String> response = pipeline.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    return Json.read(response.body().getBytes(UTF_8));
  }

  private Node json(String path) throws Exception {
    HttpResponse<String> response = pipeline.get(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return Json.read(response.body().getBytes(UTF_8));
  }

  private List<Node> articles(String path) throws Exception {
    return json(path).at("articles").elements();
  }
}
