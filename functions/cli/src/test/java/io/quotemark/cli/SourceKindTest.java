package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.PackedArticle;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who wrote a text, from each way that it is said to what is stored and checked again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceKindTest {
  private static final String ARTICLE =
      """
      {"@type": "NewsArticle", "headline": "Brindlewick at a price", "datePublished": "2025-03-05T18:00:00Z",
      "publisher": {"name": "%s"},
      "articleBody": "Shares of Brindlewick Lanterns (XXXX: BRWK) closed at £3.90 on Wednesday, 5 March 2025, in a calm session."}
      """;

  @TempDir static Path data;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline =
        new Pipeline(data, null, Map.of("GeneratedSources", "The Model Gazette; Acme, Inc."));
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void upload_isAsItsMetadataSays_elseAsItsSourceIsSet_elseNews() throws Exception {
    String post = ARTICLE.formatted("The Early Post");
    String gazette = ARTICLE.formatted("the model gazette");
    assertThat(kind(upload("a.json", post, Map.of()))).isEqualTo("news");
    assertThat(kind(upload("b.json", post, Map.of("source-kind", "Generated"))))
        .isEqualTo("generated");
    assertThat(kind(upload("c.json", gazette, Map.of()))).isEqualTo("generated");
    assertThat(kind(upload("d.json", gazette, Map.of("source-kind", "news")))).isEqualTo("news");
    assertThat(kind(upload("e.json", ARTICLE.formatted("Acme, Inc."), Map.of())))
        .isEqualTo("generated");
  }

  @Test
  void upload_ofAKindThereIsNot_isReadAsIfNothingWasSaid() throws Exception {
    Map<String, String> rumour = Map.of("source-kind", "rumour");
    assertThat(kind(upload("f.json", ARTICLE.formatted("The Early Post"), rumour)))
        .isEqualTo("news");
    assertThat(kind(upload("g.json", ARTICLE.formatted("The Model Gazette"), rumour)))
        .isEqualTo("generated");
  }

  @Test
  void generatedText_isStoredAsSuch_soThatARecheckJudgesItAlike() throws Exception {
    Map<String, String> generated = Map.of("source-kind", "generated");
    String id = upload("h.json", ARTICLE.formatted("The Early Post"), generated);
    Article stored = stored(id);
    assertThat(stored.sourceKind()).isEqualTo(SourceKind.GENERATED);
    String before = pipeline.get("/v1/articles/" + id).body();

    pipeline.send(
        "ArticlesQueue", new String(new ArticleMessage.Recheck(id, "a test").toJson(), UTF_8));
    pipeline.settled();

    assertThat(pipeline.get("/v1/articles/" + id).body()).isEqualTo(before);
    assertThat(stored(id)).isEqualTo(stored);
    assertThat(pipeline.get("/articles/" + id).body()).contains("written by a language model");

    // the same text of another kind is another version
    String version = Json.read(before.getBytes(UTF_8)).at("version").text();
    upload("h.json", ARTICLE.formatted("The Early Post"), Map.of());
    Node news = json("/v1/articles/" + id);
    assertThat(news.at("version").text()).isNotEqualTo(version);
    assertThat(news.at("article").at("source_kind").text()).isEqualTo("news");
    upload("h.json", ARTICLE.formatted("The Early Post"), generated);
    assertThat(json("/v1/articles/" + id).at("version").text()).isEqualTo(version);
  }

  @Test
  void api_takesTheKind_andRefusesOneThereIsNotByName() throws Exception {
    byte[] post = ARTICLE.formatted("The Early Post").getBytes(UTF_8);
    byte[] gazette = ARTICLE.formatted("The Model Gazette").getBytes(UTF_8);
    assertThat(checked("/v1/check", post)).isEqualTo("news");
    assertThat(checked("/v1/check?source_kind=generated", post)).isEqualTo("generated");
    assertThat(checked("/v1/check", gazette)).isEqualTo("generated");
    assertThat(checked("/v1/check?source_kind=NEWS", gazette)).isEqualTo("news");

    for (String path : List.of("/v1/check", "/v1/articles")) {
      HttpResponse<String> refused =
          pipeline.post(path + "?source_kind=rumour", "application/json", post);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
      assertThat(Json.read(refused.body().getBytes(UTF_8)).at("detail").text())
          .contains("source_kind", "news, generated", "rumour");
    }

    Instant since = Instant.now();
    HttpResponse<String> accepted =
        pipeline.post("/v1/articles?source_kind=generated", "application/json", post);
    assertThat(accepted.statusCode()).isEqualTo(202);
    String key = Json.read(accepted.body().getBytes(UTF_8)).at("key").text();
    Node outcome = pipeline.drop().outcome(key, since).orElseThrow();
    assertThat(kind(outcome.at("articles").texts().getFirst())).isEqualTo("generated");
    HttpResponse<String> other = pipeline.post("/v1/articles", "application/json", post);
    assertThat(Json.read(other.body().getBytes(UTF_8)).at("key").text()).isNotEqualTo(key);
  }

  @Test
  void form_takesTheKind() throws Exception {
    String form =
        "document=Brindlewick%20Lanterns%20(XXXX%3A%20BRWK)%20closed%20at%20380p%20today.";
    String type = "application/x-www-form-urlencoded";
    String mark = "written by a language model";
    assertThat(pipeline.post("/check", type, form.getBytes(UTF_8)).body()).doesNotContain(mark);
    assertThat(pipeline.post("/check", type, (form + "&source_kind=").getBytes(UTF_8)).body())
        .doesNotContain(mark);
    assertThat(
            pipeline.post("/check", type, (form + "&source_kind=generated").getBytes(UTF_8)).body())
        .contains(mark);
    assertThat(
            pipeline
                .post("/check", type, (form + "&source_kind=rumour").getBytes(UTF_8))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void commands_takeTheKind() throws Exception {
    Path file = data.resolve("typed.json");
    Files.writeString(file, ARTICLE.formatted("The Typed Post"));
    assertThat(Ran.together("check", "--json", file.toString()).out())
        .contains("\"source_kind\":\"news\"");
    assertThat(Ran.together("check", "--json", "--source-kind", "generated", file.toString()).out())
        .contains("\"source_kind\":\"generated\"");
    Ran wrong = Ran.together("check", "--source-kind", "rumour", file.toString());
    assertThat(wrong.code()).isEqualTo(Exit.USAGE);
    assertThat(wrong.out()).contains("news, generated");

    Ran put =
        Ran.together(
            "put", "--source-kind", "generated", file.toString(), "--data", data.toString());
    assertThat(put.code()).as(put.out()).isEqualTo(Exit.OK);
    Node typed =
        json("/v1/articles?source=The%20Typed%20Post").at("articles").elements().getFirst();
    assertThat(kind(typed.at("id").text())).isEqualTo("generated");
    assertThat(Ran.together("up", "--generated-source", "A;B", "--data", data.toString()).code())
        .isEqualTo(Exit.USAGE);
  }

  private String upload(String name, String text, Map<String, String> metadata) {
    String key = "inbox/" + name;
    Instant since = pipeline.drop().put(key, text.getBytes(UTF_8), metadata);
    return pipeline
        .drop()
        .outcome(key, since)
        .orElseThrow(() -> new AssertionError("no record of " + key + " came"))
        .at("articles")
        .texts()
        .getFirst();
  }

  private String kind(String id) throws IOException, InterruptedException {
    return json("/v1/articles/" + id).at("article").at("source_kind").text();
  }

  private String checked(String path, byte[] document) throws IOException, InterruptedException {
    HttpResponse<String> response = pipeline.post(path, "application/json", document);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.read(response.body().getBytes(UTF_8)).at("article").at("source_kind").text();
  }

  /** The version whose text is kept, as a re-check reads it. */
  private Article stored(String id) throws IOException, InterruptedException {
    String version = json("/v1/articles/" + id).at("version").text();
    AttributeValue article =
        Objects.requireNonNull(
            Objects.requireNonNull(
                    pipeline.items(id).get(key("ART#" + id) + " " + key("V#" + version)))
                .get("article"));
    return PackedArticle.of(article.b().asByteArray()).article();
  }

  private static AttributeValue key(String text) {
    return AttributeValue.fromS(text);
  }

  private Node json(String path) throws IOException, InterruptedException {
    return Json.read(pipeline.get(path).body().getBytes(UTF_8));
  }
}
