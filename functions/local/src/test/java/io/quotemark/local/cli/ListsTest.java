package io.quotemark.local.cli;

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
    assertThat(pipeline.get("/v1/articles?include=claims&limit=26").statusCode()).isEqualTo(400);
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
            "published_after=2025-02-02&published_before=2025-02-01",
            "sort=title",
            "limit=0",
            "include=everything",
            "cursor=x")) {
      assertThat(problem("/v1/articles?" + bad, 400).at("code").text())
          .as(bad)
          .isEqualTo("invalid_parameter");
    }
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
