package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fetch.Web;
import io.quotemark.fixtures.NewsHosts;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents handed in over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitTest {
  private static final String ARTICLE =
      "Brindlewick gains\n\nMarch 4, 2025\n\nShares of Brindlewick rose 2% on Tuesday.";

  @TempDir static Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private NewsHosts hosts;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    hosts = new NewsHosts();
    hosts.host(
        "ledger.example",
        path ->
            switch (path.replaceFirst("\\?.*", "")) {
              case "/one" -> NewsHosts.Answer.html("<p>" + ARTICLE.replace("\n\n", "</p><p>"));
              case "/robots.txt" -> NewsHosts.Answer.text("User-agent: *\nDisallow: /private/");
              default -> NewsHosts.Answer.of(404);
            });
    pipeline =
        new Pipeline(
            data,
            null,
            Map.of("FetchHosts", "ledger.example"),
            new Handlers(
                provider -> () -> "",
                new Web(new LoopbackWeb(hosts), Duration.ZERO, Clock.systemUTC())));
  }

  @AfterAll
  void stop() {
    http.close();
    pipeline.close();
    hosts.close();
  }

  @Test
  void document_isStoredLikeOneDroppedIntoTheInbox_andTheSameIsTheSameUpload() throws Exception {
    Instant since = Instant.now();
    Node first = accepted(post("/v1/articles?source=Wire", ARTICLE, null));
    assertThat(first.at("status").text()).isEqualTo("accepted");
    Node upload = pipeline.drop().outcome(first.at("key").text(), since).orElseThrow();
    assertThat(upload.at("status").text()).isEqualTo("done");
    String id = upload.at("articles").texts().getFirst();
    assertThat(pipeline.get("/v1/articles/" + id).body()).contains("\"source\":\"Wire\"");
    assertThat(pipeline.get(first.at("status_url").text()).body()).contains(id);

    assertThat(accepted(post("/v1/articles?source=Wire", ARTICLE, null)).at("key").text())
        .isEqualTo(first.at("key").text());
    assertThat(accepted(post("/v1/articles", ARTICLE, null)).at("key").text())
        .isNotEqualTo(first.at("key").text());
  }

  @Test
  void idempotencyKey_standsForOneDocument() throws Exception {
    String key = accepted(post("/v1/articles", ARTICLE, "order-1")).at("key").text();
    assertThat(accepted(post("/v1/articles", ARTICLE, "order-1")).at("key").text()).isEqualTo(key);
    HttpResponse<String> other = post("/v1/articles", ARTICLE + " More.", "order-1");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency_conflict");
    assertThat(post("/v1/articles", ARTICLE, "has space").statusCode()).isEqualTo(400);
  }

  @Test
  void largeDocument_isPutToThePresignedAddress_andOfNoOtherLength() throws Exception {
    byte[] document =
        ("<html><head><title>Brindlewick gains</title></head><body><!-- "
                + "a page may be mostly markup ".repeat(180_000)
                + "--><article><h1>Brindlewick gains</h1><p>March 4, 2025</p>"
                + "<p>Shares of Brindlewick rose 2% on Tuesday to $20, the company's best day of the"
                + " year so far, after it said that orders had doubled.</p></article></body></html>")
            .getBytes(UTF_8);
    assertThat(post("/v1/articles", new String(document, UTF_8), null).statusCode()).isEqualTo(413);
    Instant since = Instant.now();
    Node answer = accepted(post("/v1/articles?upload=presigned&size=" + document.length, "", null));
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(answer.at("put").at("url").text()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(document));
    answer
        .at("put")
        .at("headers")
        .members()
        .forEach((name, value) -> {
          if (!name.equals("content-length")) {
            put.header(name, value.text());
          }
        });
    assertThat(http.send(put.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    List<String> articles =
        pipeline
            .drop()
            .outcome(answer.at("key").text(), since)
            .orElseThrow()
            .at("articles")
            .texts();
    assertThat(articles).hasSize(1);

    HttpResponse<String> away = pipeline.get("/v1/articles/" + articles.getFirst() + "/original");
    assertThat(away.statusCode()).as(away.body()).isEqualTo(307);
    HttpResponse<byte[]> original =
        http.send(
            HttpRequest.newBuilder(URI.create(away.headers().firstValue("location").orElseThrow()))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(original.body()).isEqualTo(document);
    assertThat(original.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment");
  }

  @Test
  void page_isFetchedForItsAddress_andStoredLikeAnUpload_orFailsWithItsReason() throws Exception {
    Instant since = Instant.now();
    Node asked = accepted(ask("?source=Wire", "http://ledger.example/one?utm_source=feed"));
    Node upload = pipeline.drop().outcome(asked.at("key").text(), since).orElseThrow();
    assertThat(upload.at("status").text()).isEqualTo("done");
    assertThat(pipeline.get("/v1/articles/" + upload.at("articles").texts().getFirst()).body())
        .contains("\"source\":\"Wire\"", "http://ledger.example/one");
    assertThat(accepted(ask("", "http://ledger.example/one")).at("key").text())
        .isEqualTo(asked.at("key").text());

    Node forbidden = accepted(ask("", "http://ledger.example/private/a"));
    Node failed = pipeline.drop().outcome(forbidden.at("key").text(), since).orElseThrow();
    assertThat(failed.at("status").text()).isEqualTo("failed");
    assertThat(failed.at("reason").text()).contains("fetch_failed", "robots.txt");
    assertThat(hosts.asked()).noneMatch(path -> path.contains("/private/"));
  }

  @Test
  void addressThatIsNotAllowed_isRefused_andNobodyIsAsked() throws Exception {
    hosts.host("elsewhere.example", path -> NewsHosts.Answer.html("<p>no</p>"));
    assertThat(ask("", "http://elsewhere.example/").body()).contains("host_not_allowed");
    for (String url :
        List.of(
            "http://127.0.0.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://ledger.example:8080/",
            "http://user@ledger.example/",
            "file:///etc/passwd")) {
      assertThat(ask("", url).body()).as(url).contains("bad_url");
    }
    assertThat(hosts.asked()).noneMatch(path -> path.startsWith("elsewhere"));
  }

  private HttpResponse<String> ask(String query, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(pipeline.address().resolve("/v1/articles" + query))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"url\": \"" + url + "\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatCannotBeTaken_isRefusedByName() throws Exception {
    assertThat(post("/v1/articles", "", null).body()).contains("no_document");
    assertThat(post("/v1/articles?upload=presigned", "", null).body()).contains("size");
    assertThat(post("/v1/articles?upload=presigned&size=99999999", "", null).statusCode())
        .isEqualTo(400);
    assertThat(post("/v1/articles?upload=presigned&size=5", "x", null).body())
        .contains("unexpected_document");
    assertThat(post("/v1/articles?source=Caf%C3%A9", ARTICLE, null).body()).contains("ASCII");
    assertThat(post("/v1/articles?published_at=soon", ARTICLE, null).body())
        .contains("published_at");
  }

  private HttpResponse<String> post(String path, String body, @Nullable String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(pipeline.address().resolve(path))
            .header("content-type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("idempotency-key", key);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Node accepted(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(response.headers().firstValue("location")).isPresent();
    return Json.read(response.body().getBytes(UTF_8));
  }
}
