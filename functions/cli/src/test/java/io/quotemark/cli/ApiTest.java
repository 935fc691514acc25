package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.cli.deployment.Deployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that is busy for as many requests as the test says. */
class ApiTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Duration> pauses = new ArrayList<>();
  private final HttpServer server;
  private volatile int busy;

  ApiTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            boolean later = requests.incrementAndGet() <= busy;
            byte[] answer = (later ? "{\"status\":503}" : "{\"uploads\":[]}").getBytes(UTF_8);
            if (later) {
              exchange.getResponseHeaders().set("retry-after", "5");
            }
            exchange.sendResponseHeaders(later ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Deployment deployment() {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Instance(1, here, here, here, here, "bucket", Map.of()).deployment();
  }

  @Test
  void busyInstance_isAskedAgain_whenItSays() {
    busy = 2;
    try (Deployment deployment = deployment();
        Api api = new Api(deployment, pauses::add)) {
      assertThat(api.upload("inbox/a.txt")).isEmpty();
    }
    assertThat(requests).hasValue(3);
    assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @Test
  void instance_thatStaysBusy_isSaid() {
    busy = 9;
    try (Deployment deployment = deployment();
        Api api = new Api(deployment, pauses::add)) {
      assertThatThrownBy(() -> api.upload("inbox/a.txt"))
          .isInstanceOf(Exit.Failure.class)
          .hasMessageContaining("answered 503");
    }
    assertThat(requests).hasValue(3);
  }
}
