package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the endpoint serves, what its OpenAPI document says and what the template deploys are one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  @TempDir static Path data;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = open(data);
  }

  /** On which cloud these tests run. */
  Pipeline open(Path folder) throws IOException {
    return new Pipeline(folder);
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void everyDeployedRoute_isServed() throws Exception {
    for (Specs.Route route : deployed()) {
      String path =
          path(route)
              .replace("{file}", "quotemark.css")
              .replace("/v1/sources/{source+}", "/v1/sources/none/none/scorecard")
              .replaceAll("\\{[a-z]+\\+?}", "none");
      HttpResponse<String> response =
          method(route).equals("POST")
              ? pipeline.post(path, "text/plain", "x".getBytes(UTF_8))
              : pipeline.get(path);
      assertThat(response.body())
          .as(route.key())
          .doesNotContain("no_such_path", "There is nothing at this path");
      assertThat(response.statusCode()).as(route.key()).isLessThan(500);
    }
  }

  @Test
  void head_onEachRouteThatIsRead_answersLikeGetWithoutABody() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Specs.Route route : deployed()) {
        String path =
            path(route)
                .replace("{file}", "quotemark.css")
                .replace("/v1/sources/{source+}", "/v1/sources/none/none/scorecard")
                .replaceAll("\\{[a-z]+\\+?}", "none");
        HttpResponse<String> head =
            http.send(
                HttpRequest.newBuilder(pipeline.address().resolve(path))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(head.body()).isEmpty();
        if (method(route).equals("GET")) {
          HttpResponse<String> get = pipeline.get(path);
          assertThat(head.statusCode()).as(route.key()).isEqualTo(get.statusCode());
          for (String header : List.of("content-type", "content-length", "etag")) {
            assertThat(head.headers().allValues(header))
                .as(route.key() + " " + header)
                .isEqualTo(get.headers().allValues(header));
          }
        }
      }
    }
  }

  @Test
  void openApi_describesExactlyTheDeployedApi() throws Exception {
    Set<String> deployed = new TreeSet<>();
    for (Specs.Route route : deployed()) {
      // a path of any length has no place in the document: it is another form of one described
      // there
      boolean forPrograms = path(route).startsWith("/v1/") || route.key().equals("POST /mcp");
      if (forPrograms && !path(route).contains("+}")) {
        deployed.add(route.key());
      }
    }
    Set<String> described = new TreeSet<>();
    Node paths = Json.read(pipeline.get("/v1/openapi.json").body().getBytes(UTF_8)).at("paths");
    paths
        .members()
        .forEach((path, methods) ->
            methods
                .members()
                .keySet()
                .forEach(m -> described.add(m.toUpperCase(java.util.Locale.ROOT) + " " + path)));
    assertThat(described).isEqualTo(deployed);
  }

  @Test
  void unknownParameter_isRefusedByName_andASimilarOneIsNamed() throws Exception {
    HttpResponse<String> response = pipeline.get("/v1/articles?listings=XHKG:9988");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    Node problem = Json.read(response.body().getBytes(UTF_8));
    assertThat(problem.at("code").text()).isEqualTo("unknown_parameter");
    assertThat(problem.at("did_you_mean").texts()).containsExactly("listing");
  }

  @Test
  void unknownListing_is404_andASimilarOneIsNamed() throws Exception {
    HttpResponse<String> response = pipeline.get("/v1/listings/XHKG:99888/prices");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Json.read(response.body().getBytes(UTF_8)).at("did_you_mean").texts())
        .contains("XHKG:9988");
  }

  @Test
  void listings_areFoundByName_andReadOneByOne() throws Exception {
    Node found = Json.read(pipeline.get("/v1/listings/search?q=brindle").body().getBytes(UTF_8));
    Node issuer = found.at("issuers").elements().getFirst();
    assertThat(issuer.at("name").text()).startsWith("Brindlewick");
    assertThat(found.at("meta").at("found").number()).isPositive();

    String id = issuer.at("listings").elements().getFirst().at("id").text();
    Node one = Json.read(pipeline.get("/v1/listings/" + id).body().getBytes(UTF_8));
    assertThat(one.at("id").text()).isEqualTo(id);
    assertThat(one.at("issuer").at("name").text()).isEqualTo(issuer.at("name").text());

    assertThat(pipeline.get("/v1/listings/search?q=nobody-of-that-name").body())
        .contains("\"issuers\":[]", "\"found\":0");
    HttpResponse<String> none = pipeline.get("/v1/listings/search");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("part of a name");
    HttpResponse<String> unknown = pipeline.get("/v1/listings/XHKG:99888");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("XHKG:9988");
  }

  @Test
  void page_isServedUnderAStrictPolicy_andEncodesWhatItShows() throws Exception {
    String hostile =
        "document=Title+%3Cscript%3Ealert(1)%3C%2Fscript%3E%0A%0AThe+shares+of+%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+Alibaba+rose+2%25+on+Monday+to+HK%24139.40+in+Hong+Kong.";
    HttpResponse<String> response =
        pipeline.post("/check", "application/x-www-form-urlencoded", hostile.getBytes(UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .contains("&lt;script&gt;");
    assertThat(response.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void sameAnswer_hasAnETag_andIs304TheSecondTime() throws Exception {
    HttpResponse<String> first = pipeline.get("/v1/openapi.json");
    String tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(pipeline.get("/v1/openapi.json", "if-none-match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void anyETag_meansWhateverTheCallerHas_whereThereIsSomething() throws Exception {
    String there = "/v1/openapi.json";
    assertThat(pipeline.get(there, "if-none-match", "*").statusCode()).isEqualTo(304);
    assertThat(pipeline.get(there, "if-none-match", " * ").statusCode()).isEqualTo(304);
    assertThat(pipeline.get(there, "if-none-match", "\"*\"").statusCode()).isEqualTo(200);
    assertThat(pipeline.get(there, "if-none-match", "\"a\", *").statusCode()).isEqualTo(200);
    assertThat(pipeline.get("/v1/articles/nowhere", "if-none-match", "*").statusCode())
        .isEqualTo(404);
  }

  @Test
  void addressOf300KB_isRefused_andNotRepeated() throws Exception {
    for (String path :
        List.of(
            "/" + "x".repeat(300_000),
            "/v1/articles/" + "x".repeat(300_000),
            "/v1/articles?q=" + "x".repeat(300_000),
            "/" + "%2F".repeat(100_000))) {
      HttpResponse<String> response = pipeline.get(path);
      assertThat(response.statusCode()).isEqualTo(414);
      assertThat(response.body()).hasSizeLessThan(200);
    }
    HttpResponse<String> shorter = pipeline.get("/v1/articles/" + "x".repeat(9_000));
    assertThat(shorter.statusCode()).isEqualTo(404);
    assertThat(shorter.body()).hasSizeLessThan(400).contains("no_such_path");
  }

  /** All but the one for every other address, which has no method and no path. */
  private static List<Specs.Route> deployed() throws IOException {
    return Template.read(Places.home().resolve("template.yaml")).routes().stream()
        .filter(route -> !route.key().equals("$default"))
        .toList();
  }

  private static String method(Specs.Route route) {
    return route.key().substring(0, route.key().indexOf(' '));
  }

  private static String path(Specs.Route route) {
    return route.key().substring(route.key().indexOf(' ') + 1);
  }
}
