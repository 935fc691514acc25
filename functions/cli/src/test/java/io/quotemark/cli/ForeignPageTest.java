package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.local.cloud.Clients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A page of a stranger in the operator's Chromium, against all four ports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPageTest {
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=a/20250304/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=c";
  private static final String PRESIGNED =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a&X-Amz-Signature=c";

  @TempDir static Path folder;
  private Pipeline pipeline;
  private HttpServer stranger;
  private @Nullable Browser opened;

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(Files.createDirectory(folder.resolve("data")));
    try (S3Client s3 = Clients.s3(pipeline.cloud().s3())) {
      s3.putObject(r -> r.bucket("bucket").key("work/kept"), RequestBody.fromString("kept"));
    }
    pipeline.send("SchedulesDeadLetters", "kept");
    stranger = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>stranger</title><body>".getBytes(UTF_8);
          exchange.getResponseHeaders().set("content-type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    stranger.start();
    Optional<Browser> browser =
        Browser.open(
            URI.create("http://stranger.example:" + stranger.getAddress().getPort()),
            Files.createDirectory(folder.resolve("profile")),
            "--host-resolver-rules=MAP *.example 127.0.0.1");
    assumeTrue(
        browser.isPresent(), "no Chromium with its chromedriver on the path: no page opened");
    opened = browser.get();
  }

  @AfterAll
  void stop() {
    if (opened != null) {
      opened.close();
    }
    stranger.stop(0);
    pipeline.close();
  }

  private Browser browser() {
    Browser browser = opened;
    assertThat(browser).isNotNull();
    return browser;
  }

  private Map<String, URI> servers() {
    return Map.of(
        "api", pipeline.address(),
        "s3", pipeline.cloud().s3(),
        "sqs", pipeline.cloud().sqs(),
        "dynamodb", pipeline.cloud().dynamoDb());
  }

  /** Everything that a page would have changed is as it was. */
  private void unharmed() {
    try (S3Client s3 = Clients.s3(pipeline.cloud().s3());
        DynamoDbClient tables = Clients.dynamoDb(pipeline.cloud().dynamoDb())) {
      assertThat(s3.getObjectAsBytes(r -> r.bucket("bucket").key("work/kept")).asUtf8String())
          .isEqualTo("kept");
      assertThat(tables.listTables().tableNames()).contains("ArticlesTable", "PricesTable");
    }
    assertThat(pipeline.bodies("SchedulesDeadLetters")).containsExactly("kept");
  }

  @Test
  void images_commandNothing() throws Exception {
    browser().open("/");
    URI queue = URI.create(pipeline.cloud().queueUrl("SchedulesDeadLetters"));
    for (String address :
        List.of(
            queue + "?Action=DeleteQueue",
            queue + "?Action=PurgeQueue&" + PRESIGNED,
            pipeline.cloud().s3() + "/bucket/work/kept?" + PRESIGNED)) {
      assertThat(
              browser()
                  .run(
                      """
                      return new Promise(done => {
                        const image = new Image();
                        image.onload = () => done('shown');
                        image.onerror = () => done('not shown');
                        image.src = arguments[0];
                      })
                      """,
                      address))
          .isEqualTo("not shown");
    }
    unharmed();
  }

  @Test
  void forms_commandNothing() throws Exception {
    browser().open("/");
    String queue = pipeline.cloud().queueUrl("SchedulesDeadLetters");
    for (String[] form :
        new String[][] {
          {queue, "Action", "PurgeQueue"},
          {queue, "Action", "DeleteQueue"},
          {
            pipeline.cloud().s3() + "/bucket?delete&" + PRESIGNED,
            "<Delete><Object><Key>work/kept</Key></Object></Delete><!--",
            "-->"
          },
          {pipeline.cloud().dynamoDb() + "/", "{\"TableName\":\"ArticlesTable\",\"a\":\"", "\"}"},
          {pipeline.address() + "/v1/articles?source=stranger", "a", "b"},
        }) {
      for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
        browser()
            .run(
                """
                return new Promise(done => {
                  const frame = document.createElement('iframe');
                  frame.name = 'answers';
                  document.body.append(frame);
                  const form = Object.assign(document.createElement('form'),
                      {method: 'post', action: arguments[0], enctype: arguments[3], target: 'answers'});
                  form.append(Object.assign(document.createElement('input'),
                      {name: arguments[1], value: arguments[2]}));
                  document.body.append(form);
                  frame.onload = () => { frame.remove(); done(true); };
                  form.submit();
                })
                """,
                form[0],
                form[1],
                form[2],
                type);
      }
    }
    unharmed();
    assertThat(pipeline.get("/v1/uploads").body()).contains("\"uploads\":[]");
  }

  @Test
  void scripts_reachNothing_andReadNothing() {
    browser().open("/");
    servers()
        .forEach((name, server) -> {
          // answered, by what the page cannot see, or not even sent
          assertThat(fetched(server + "/", "{mode: 'no-cors'}")).as(name).isEqualTo("opaque 0");
          assertThat(fetched(server + "/", "{headers: {authorization: '" + SIGNED + "'}}"))
              .as(name)
              .isEqualTo("refused");
          assertThat(fetched(server + "/", "{}")).as(name).isEqualTo("refused");
        });
    unharmed();
  }

  @Test
  void reboundName_isRefusedByEveryServer() {
    servers()
        .forEach((name, server) -> {
          browser().visit("http://rebound.example:" + server.getPort() + "/");
          assertThat(browser().find("body").getText()).as(name).contains("127.0.0.1 or localhost");
          for (String path : List.of("/", "/bucket/work/kept", "/v1/articles")) {
            assertThat(fetched(path, "{headers: {authorization: '" + SIGNED + "'}}"))
                .as(name + path)
                .isIn("basic 403", "refused"); // S3 leaves its answers no origin to fetch from
          }
        });
    unharmed();
  }

  @Test
  void document_openedFromTheBucket_runsNoScript() {
    try (S3Client s3 = Clients.s3(pipeline.cloud().s3())) {
      s3.putObject(
          r -> r.bucket("bucket").key("work/page.html").contentType("text/html"),
          RequestBody.fromString(
              "<!doctype html><title>quiet</title><script>document.title='ran'</script>"));
    }
    browser().visit(pipeline.cloud().s3() + "/bucket/work/page.html?" + PRESIGNED);
    assertThat(browser().title()).isEqualTo("quiet");
    unharmed();
  }

  private Object fetched(String address, String options) {
    return browser()
        .run(
            "return fetch(arguments[0], "
                + options
                + ").then(answer => answer.type + ' ' + answer.status, () => 'refused')",
            address);
  }
}
