package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers get while the tables or the bucket cannot be reached, or take no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class StoresDownTest {
  private static final String THROTTLED =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
          + "\"message\":\"The level of configured provisioned throughput was exceeded.\"}";
  private static final String DENIED =
      "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"message\":\"not authorized\"}";
  private static final String SLOW_DOWN =
      "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";

  @TempDir static Path data;
  private Pipeline pipeline;
  private String article = "";

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data);
    Sample.SampleFile file = Sample.articles().getFirst();
    article =
        pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts().getFirst();
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private static void isLater(ApiEvents.Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo("unavailable");
    assertThat(answer.body()).doesNotContain("Exception", "report");
  }

  private void tablesAreDown(URI dynamoDb) throws IOException {
    ApiEvents api = new ApiEvents(pipeline, dynamoDb, pipeline.cloud().s3());
    isLater(api.get("/v1/articles"));
    isLater(api.get("/v1/watchlist"));
    ApiEvents.Answer page = api.get("/articles/" + article);
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("retry-after")).isEqualTo("5");
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.body()).contains("This cannot be answered just now", "Try again in 5 seconds");
    assertThat(api.get("/v1/health").status()).isEqualTo(200);
  }

  @Test
  void tablesWhereNobodyListens_areA503_toBeAskedAgain() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = taken.getLocalPort();
    }
    tablesAreDown(URI.create("http://127.0.0.1:" + port));
  }

  @Test
  void tablesThatNeverAnswer_areAskedTwiceAtTheMost_withinTwoSeconds() throws Exception {
    try (Silent silent = new Silent()) {
      isLater(new ApiEvents(pipeline, silent.address(), pipeline.cloud().s3()).get("/v1/articles"));
      assertThat(silent.connections()).isBetween(1, 2);
    }
  }

  @Test
  void tablesThatThrottleOrFailWithoutEnd_areA503_afterFewTries() throws Exception {
    for (String answer : List.of(THROTTLED, "{}")) {
      try (Answering tables = new Answering(answer.equals(THROTTLED) ? 400 : 500, answer)) {
        tablesAreDown(tables.address());
        // of three requests; the page reads several lists at once, each five times at the most
        assertThat(tables.requests()).isBetween(4, 30);
      }
    }
  }

  @Test
  void tablesThatRefuseTheFunctionsRole_areAFaultOfOurs() throws Exception {
    try (Answering tables = new Answering(400, DENIED)) {
      ApiEvents.Answer answer =
          new ApiEvents(pipeline, tables.address(), pipeline.cloud().s3()).get("/v1/articles");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.json().path("code").asText()).isEqualTo("internal");
      assertThat(tables.requests()).isEqualTo(1);
    }
  }

  @Test
  void bucketThatNeverAnswersOrThrottles_isA503_whereItIsNeeded() throws Exception {
    ObjectNode submit = ApiEvents.event("POST", "/v1/articles");
    submit.put("body", "Brindlewick\n\nShares of Brindlewick fell 1% on Tuesday.");
    String original = "/v1/articles/" + article + "/original";
    try (Silent silent = new Silent();
        Answering busy = new Answering(503, SLOW_DOWN)) {
      for (URI s3 : List.of(silent.address(), busy.address())) {
        ApiEvents api = new ApiEvents(pipeline, pipeline.cloud().dynamoDb(), s3);
        isLater(api.get(original));
        isLater(api.answer(submit));
        assertThat(api.get("/v1/articles").status()).isEqualTo(200);
      }
      assertThat(silent.connections()).isBetween(2, 4);
      assertThat(busy.requests()).isBetween(3, 10);
    }
    assertThat(new ApiEvents(pipeline).get(original).status()).isEqualTo(200);
  }

  /** Takes connections and says nothing. */
  private static final class Silent implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> taken = new ArrayList<>();

    Silent() throws IOException {
      Thread.ofVirtual().start(this::take);
    }

    private void take() {
      try {
        while (true) {
          Socket socket = server.accept();
          synchronized (taken) {
            taken.add(socket);
          }
        }
      } catch (SocketException closed) {
        // the test is over
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int connections() {
      synchronized (taken) {
        return taken.size();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      synchronized (taken) {
        for (Socket socket : taken) {
          socket.close();
        }
      }
    }
  }

  /** Answers every request alike, and counts them. */
  private static final class Answering implements AutoCloseable {
    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    private final AtomicInteger requests = new AtomicInteger();

    Answering(int status, String body) throws IOException {
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              requests.incrementAndGet();
              exchange.getRequestBody().readAllBytes();
              byte[] bytes = body.getBytes(UTF_8);
              exchange.sendResponseHeaders(status, bytes.length);
              exchange.getResponseBody().write(bytes);
            }
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int requests() {
      return requests.get();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
