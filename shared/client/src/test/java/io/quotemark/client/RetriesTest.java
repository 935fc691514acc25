package io.quotemark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A busy service is asked again after the time it names; one that refuses is not. */
class RetriesTest {
  private static final Instant NOW = Instant.parse("2025-03-11T18:15:00Z");

  private record Answer(int status, String retryAfter, String body) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private int asked;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked++;
          Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
          if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
          }
          byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void busyService_isAskedAgain_afterWhatItSays() {
    answers.add(new Answer(503, "3", "{}"));
    answers.add(new Answer(429, "", "{}"));
    answers.add(new Answer(200, "", "{\"uploads\": []}"));
    try (QuotemarkClient client = client()) {
      assertThat(client.upload("inbox/x")).isEmpty();
    }
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(400));
  }

  @Test
  void serviceThatStaysBusy_isAProblem() {
    answers.add(new Answer(503, "1", "{\"code\": \"busy\", \"title\": \"Busy\"}"));
    try (QuotemarkClient client = client()) {
      assertThatThrownBy(() -> client.article("a"))
          .isInstanceOfSatisfying(
              ApiProblem.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(503);
                assertThat(problem.code()).isEqualTo("busy");
              });
    }
    assertThat(asked).isEqualTo(Retries.MOST_TRIES);
  }

  @Test
  void refusal_isNotAskedAgain_andMayBeTheGateways() {
    answers.add(new Answer(403, "", "{\"message\": \"Forbidden\"}"));
    try (QuotemarkClient client = client()) {
      assertThatThrownBy(() -> client.article("a"))
          .isInstanceOf(ApiProblem.class)
          .hasMessageContaining("403")
          .hasMessageContaining("Forbidden");
    }
    assertThat(asked).isEqualTo(1);
    answers.clear();
    answers.add(new Answer(404, "", "<html>"));
    try (QuotemarkClient client = client()) {
      assertThatThrownBy(() -> client.article("a")).isInstanceOf(ApiProblem.class);
    }
  }

  @Test
  void pause_isWhatTheHeaderSays_inEitherForm_andBounded() {
    assertThat(Retries.pause(said("7"), 1, NOW)).isEqualTo(Duration.ofSeconds(7));
    assertThat(Retries.pause(said("999"), 1, NOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Retries.pause(said("Tue, 11 Mar 2025 18:15:05 GMT"), 1, NOW))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(Retries.pause(said("Tue, 11 Mar 2025 18:14:00 GMT"), 1, NOW))
        .isEqualTo(Duration.ZERO);
    assertThat(Retries.pause(said("soon"), 2, NOW)).isEqualTo(Duration.ofMillis(400));
    assertThat(Retries.pause(HttpHeaders.of(Map.of(), (a, b) -> true), 3, NOW))
        .isEqualTo(Duration.ofMillis(800));
  }

  private static HttpHeaders said(String retryAfter) {
    return HttpHeaders.of(Map.of("retry-after", List.of(retryAfter)), (name, value) -> true);
  }

  private QuotemarkClient client() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new QuotemarkClient(address, RequestSigner.OPEN, pauses::add);
  }
}
