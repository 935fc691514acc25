package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known across articles: a wrong figure's origin, a source's scorecard. */
class SourcesTest {
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

  @TempDir Path data;

  @Test
  void sameWrongFigure_isLinkedToTheEarliestArticle_andCountedForItsSource() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      pipeline.drop().put("prices/XXXX_BRWK.csv", HISTORY.getBytes(UTF_8));
      pipeline.settled();
      String later = article(pipeline, "The Later Herald", "2025-03-06T12:00:00Z", "3.60");
      String first = article(pipeline, "The Early Post", "2025-03-05T18:00:00Z", "3.60");
      article(pipeline, "The Early Post", "2025-03-05T19:00:00Z", "3.90");

      Node copied = claim(pipeline, later);
      assertThat(copied.at("verdict").text()).as(copied.toString()).isEqualTo("contradicted");
      assertThat(copied.at("flags").texts()).contains("PROPAGATED");
      assertThat(copied.at("reasons").texts())
          .anyMatch(reason -> reason.contains("in The Early Post under the title"));
      assertThat(copied.at("copied_from").text()).isEqualTo(first);
      assertThat(claim(pipeline, first).at("flags").texts()).doesNotContain("PROPAGATED");

      Node errors = read(pipeline.get("/v1/propagated"));
      assertThat(errors.at("propagated").elements()).hasSize(1);
      Node most = errors.at("propagated").elements().getFirst();
      assertThat(most.at("articles_count").number()).isEqualTo(2);
      assertThat(most.at("articles").elements().stream().map(a -> a.at("id").text()).toList())
          .as("the earliest first")
          .containsExactly(first, later);
      assertThat(errors.at("meta").at("complete").flag()).isTrue();
      assertThat(pipeline.get("/propagated").body())
          .contains("<strong>2</strong> articles", "/articles/" + first, "/articles/" + later);
      assertThat(pipeline.get("/articles/" + first).body())
          .contains("First seen here", "/articles/" + later);
      assertThat(pipeline.get("/articles/" + later).body())
          .contains("<strong>First seen:</strong> <a href=\"/articles/" + first);
      assertThat(read(pipeline.get("/v1/claims?flag=PROPAGATED")).at("detail").text())
          .contains("GET /v1/propagated");

      String stretch = "?published_after=2025-01-01&published_before=2025-12-31";
      Node card = read(pipeline.get("/v1/sources/the%20early%20POST/scorecard" + stretch));
      assertThat(card.at("articles").number()).as(card.toString()).isEqualTo(2);
      assertThat(card.at("complete").flag()).isTrue();
      assertThat(card.at("contradicted").at("claims").number()).isEqualTo(1);
      assertThat(card.at("contradicted").at("decided").number()).isEqualTo(2);
      assertThat(card.at("contradicted").at("share").text()).isEqualTo("0.5000");
      // Wilson's bounds for one of two, computed by hand
      assertThat(card.at("contradicted").at("low").text()).isEqualTo("0.0945");
      assertThat(card.at("contradicted").at("high").text()).isEqualTo("0.9055");
      assertThat(pipeline.get("/sources/The%20Early%20Post" + stretch).body())
          .contains("1 of 2 decided claims is contradicted");
      // all that it published is more than a year old
      assertThat(pipeline.get("/sources/The%20Early%20Post").body())
          .contains("2 articles, published from 5 March 2024 to 5 March 2025")
          .contains("/articles/" + first)
          .contains("/scorecard?published_after=2024-03-05&amp;published_before=2025-03-05\"")
          .doesNotContain("/articles/" + later);

      HttpResponse<String> unknown = pipeline.get("/v1/sources/the%20early%20pots/scorecard");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(read(unknown).at("did_you_mean").texts()).containsExactly("the early post");
    }
  }

  /** Each as a client encodes it once, or null where the gateway leaves nothing whole of that. */
  private static final Map<String, String> ODD_NAMES =
      Map.of(
          "AFP/Reuters", "AFP%2FReuters",
          "/ leading and trailing /", "",
          "a/../b", "",
          "Who? What?", "",
          "100% News", "100%25%20News",
          "Half 50%25 Off", "",
          "..", "",
          "News #1 & Co; <b>+\\", "News%20%231%20%26%20Co%3B%20%3Cb%3E%2B%5C",
          "Ünïcode 漢字 😀", "%C3%9Cn%C3%AFcode%20%E6%BC%A2%E5%AD%97%20%F0%9F%98%80");

  @Test
  void sourceOfAnyName_hasItsPageAndItsScorecard_underTheLinksOfThePages() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      int number = 0;
      for (Map.Entry<String, String> name : ODD_NAMES.entrySet()) {
        String id =
            article(
                pipeline,
                name.getKey().replace("\\", "\\\\"),
                "inbox/odd-" + ++number + ".json",
                "2025-03-05T18:00:00Z",
                "3.60");
        Matcher link =
            Pattern.compile("href=\"(/sources/[^\"]+)\"")
                .matcher(pipeline.get("/articles/" + id).body());
        assertThat(link.find()).as(name.getKey()).isTrue();
        assertThat(pipeline.get("/").body()).contains(link.group());
        HttpResponse<String> page = pipeline.get(link.group(1));
        assertThat(page.statusCode()).as(link.group(1)).isEqualTo(200);
        assertThat(page.body()).contains("1 article, published from", "/articles/" + id);
        Matcher data = Pattern.compile("href=\"(/v1/sources/[^\"]+)\"").matcher(page.body());
        assertThat(data.find()).isTrue();
        Node card = read(pipeline.get(data.group(1).replace("&amp;", "&")));
        assertThat(card.at("source").text()).isEqualTo(name.getKey());
        assertThat(card.at("articles").number()).isEqualTo(1);
        if (!name.getValue().isEmpty()) {
          Node once = read(pipeline.get("/v1/sources/" + name.getValue() + "/scorecard"));
          assertThat(once.at("source").text()).as(once.toString()).isEqualTo(name.getKey());
          assertThat(pipeline.get("/sources/" + name.getValue()).statusCode()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void claimsInOrderOfConfidence_startWithTheSurest_andALeastOneBoundsThem() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      pipeline.drop().put("prices/XXXX_BRWK.csv", HISTORY.getBytes(UTF_8));
      pipeline.settled();
      for (String price : List.of("3.60", "3.90", "3.91", "39.0")) {
        article(pipeline, "The Early Post", "2025-03-05T18:00:00Z", price);
      }
      List<BigDecimal> all = confidences(pipeline, "sort=confidence");
      assertThat(all).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(confidences(pipeline, "sort=confidence&order=asc")).isSorted().hasSameSizeAs(all);
      for (String least : List.of("0.000001", all.getFirst().toPlainString(), "1")) {
        List<BigDecimal> expected =
            all.stream().filter(one -> one.compareTo(new BigDecimal(least)) >= 0).toList();
        assertThat(confidences(pipeline, "sort=confidence&min_confidence=" + least))
            .as(least)
            .isEqualTo(expected);
        assertThat(confidences(pipeline, "min_confidence=" + least))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
      assertThat(pipeline.get("/v1/claims?min_confidence=95").statusCode()).isEqualTo(400);
      assertThat(pipeline.get("/v1/articles?min_confidence=0.9").statusCode()).isEqualTo(400);

      // published in an earlier year: the scorecard without dates is of that year
      Node card = read(pipeline.get("/v1/sources/The%20Early%20Post/scorecard"));
      assertThat(card.at("articles").number()).isEqualTo(4);
      assertThat(card.at("published_before").text()).isEqualTo("2025-03-05");
    }
  }

  /** In pages of one claim each. */
  private static List<BigDecimal> confidences(Pipeline pipeline, String query) throws Exception {
    List<BigDecimal> out = new ArrayList<>();
    String cursor = "";
    do {
      Node page = read(pipeline.get("/v1/claims?limit=1&" + query + cursor));
      for (Node found : page.at("claims").elements()) {
        out.add(found.at("claim").at("confidence").decimal());
      }
      String next = page.at("meta").at("next_cursor").textOrNull();
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return out;
  }

  private static String article(Pipeline pipeline, String source, String time, String price) {
    return article(
        pipeline, source, "inbox/" + source.replace(' ', '-') + price + ".json", time, price);
  }

  private static String article(
      Pipeline pipeline, String source, String key, String time, String price) {
    String json =
        """
        {"@type": "NewsArticle", "headline": "Brindlewick at a price", "datePublished": "%s", "publisher": {"name": "%s"},
        "articleBody": "Shares of Brindlewick Lanterns closed at £%s on 5 March 2025, in a calm session. Nothing else of note happened to the company on that day."}
        """
            .formatted(time, source, price);
    Node upload = pipeline.upload(key, json);
    assertThat(upload.at("status").text()).as(upload.toString()).isEqualTo("done");
    return upload.at("articles").texts().getFirst();
  }

  private static Node claim(Pipeline pipeline, String id) throws IOException, InterruptedException {
    return read(pipeline.get("/v1/articles/" + id)).at("claims").elements().getFirst();
  }

  private static Node read(HttpResponse<String> response) {
    return Json.read(response.body().getBytes(UTF_8));
  }
}
