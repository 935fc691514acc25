package io.quotemark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The one call for a secret, against a scripted server. */
class StoredSecretTest {
  private static final String ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCd";

  private final List<String> asked = new ArrayList<>();
  private final HttpServer server = unstarted();
  private Instant now = Instant.parse("2025-02-24T10:00:00Z");
  private int status = 200;
  private String body = "{\"SecretString\":\"s3cret\"}";

  private static HttpServer unstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
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

  private StoredSecret.Calls calls() {
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
    return new StoredSecret.Calls(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "eu-central-1",
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
        UrlConnectionHttpClient.create(),
        clock);
  }

  @Test
  void secret_isAskedForByItsArn_signed_andKeptForAnHour_butNotWhereItHasToBeRecent() {
    StoredSecret secret = StoredSecret.secret(ARN, calls());

    assertThat(secret.get()).isEqualTo("s3cret");
    assertThat(secret.recent()).isEqualTo("s3cret");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .contains("secretsmanager.GetSecretValue")
        .contains("{\"SecretId\":\"" + ARN + "\"}")
        .contains("/eu-central-1/secretsmanager/aws4_request");
    now = now.plusSeconds(61);
    body = body.replace("s3cret", "changed");
    assertThat(secret.get()).isEqualTo("s3cret");
    assertThat(secret.recent()).isEqualTo("changed");
    assertThat(secret.get()).isEqualTo("changed");
    assertThat(asked).hasSize(2);
  }

  @Test
  void parameter_isAskedForDecrypted() {
    body = "{\"Parameter\":{\"Value\":\"s3cret\"}}";

    assertThat(StoredSecret.parameter("/q/client", calls()).get()).isEqualTo("s3cret");
    assertThat(asked.getFirst())
        .contains("AmazonSSM.GetParameter")
        .contains("{\"Name\":\"/q/client\",\"WithDecryption\":true}");
  }

  @Test
  void refusal_namesTheSecretAndWhy() {
    StoredSecret secret = StoredSecret.secret(ARN, calls());
    status = 400;
    body = "{\"__type\":\"AccessDeniedException\"}";

    assertThatThrownBy(secret::get)
        .isInstanceOf(StoredSecret.Unreadable.class)
        .hasMessage("secret " + ARN + " could not be read: AccessDeniedException");
  }
}
