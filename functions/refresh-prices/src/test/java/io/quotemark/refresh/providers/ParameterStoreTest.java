package io.quotemark.refresh.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.storage.StoredSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The one call to the parameter store, against a scripted server. */
class ParameterStoreTest {
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server = unstarted();
  private Instant now = Instant.parse("2025-02-24T10:00:00Z");
  private int status = 200;
  private String body = "{\"Parameter\":{\"Name\":\"/q/key\",\"Value\":\"s3cret\"}}";

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void secret_isAskedForDecrypted_signed_andKeptForAnHour() {
    ParameterStore store = store();

    assertThat(store.get()).isEqualTo("s3cret");
    assertThat(store.get()).isEqualTo("s3cret");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .contains("AmazonSSM.GetParameter")
        .contains("{\"Name\":\"/q/key\",\"WithDecryption\":true}")
        .contains("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/eu-central-1/ssm/aws4_request");

    body = body.replace("s3cret", "changed");
    now = now.plusSeconds(3601);

    assertThat(store.get()).isEqualTo("changed");
  }

  @Test
  void refusal_namesTheParameterAndWhy_andIsNotKept() {
    ParameterStore store = store();
    status = 400;
    String good = body;
    body = "{\"__type\":\"com.amazonaws.ssm#ParameterNotFound\"}";
    assertThatThrownBy(store::get)
        .hasMessage("parameter /q/key could not be read: ParameterNotFound");
    body = "<html>";
    assertThatThrownBy(store::get).hasMessage("parameter /q/key could not be read: status 400");
    status = 200;
    body = "{\"Parameter\":{\"Value\":\" \"}}";
    assertThatThrownBy(store::get).hasMessage("parameter /q/key is empty");
    body = good;

    assertThat(store.get()).isEqualTo("s3cret");
  }

  private ParameterStore store() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new ParameterStore(
        "/q/key",
        new StoredSecret.Calls(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            "eu-central-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            UrlConnectionHttpClient.create(),
            clock));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestHeaders().getFirst("X-Amz-Target")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer unstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
