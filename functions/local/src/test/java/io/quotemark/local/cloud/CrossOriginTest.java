package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Template;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Pages of other origins: what {@code AllowedOrigins} opens, and what stays closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginTest {
  private static final String DESK = "https://desk.example.com";
  private static final String STRANGER = "https://desk.example.com.evil.example";

  private static final String ANSWER =
      "{\"statusCode\":200,\"headers\":{\"vary\":\"accept\"},\"body\":\"{}\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestCloud functions = new TestCloud().answering("serve", event -> ANSWER);
  private Cloud cloud;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    Template template = TestCloud.template();
    cloud =
        functions.start(
            template.with(Map.of("AllowedOrigins", "https://other.example, " + DESK)), data);
  }

  @AfterAll
  void stop() {
    cloud.close();
    http.close();
  }

  private HttpResponse<String> send(String method, String origin, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(cloud.http().resolve("/v1/articles"))
            .method(method, BodyPublishers.ofString("x"))
            .header("origin", origin);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void preflight_ofAnAllowedOrigin_saysWhatMayBeSent() throws Exception {
    HttpResponse<String> answer = send("OPTIONS", DESK, "access-control-request-method", "POST");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "access-control-allow-origin")).isEqualTo(DESK);
    assertThat(header(answer, "access-control-allow-methods")).isEqualTo("GET,POST");
    assertThat(header(answer, "access-control-allow-headers").split(","))
        .contains("authorization", "idempotency-key", "content-type");
    assertThat(header(answer, "access-control-max-age")).isEqualTo("3600");
    assertThat(header(answer, "access-control-allow-credentials")).isEmpty();
  }

  @Test
  void preflight_ofAStranger_saysNothing() throws Exception {
    HttpResponse<String> answer =
        send("OPTIONS", STRANGER, "access-control-request-method", "POST");

    assertThat(header(answer, "access-control-allow-origin")).isEmpty();
  }

  @Test
  void answer_toAnAllowedOrigin_mayBeReadByItsPage() throws Exception {
    HttpResponse<String> answer = send("GET", DESK);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "access-control-allow-origin")).isEqualTo(DESK);
    assertThat(header(answer, "access-control-expose-headers").split(","))
        .contains("etag", "retry-after", "location");
    assertThat(header(answer, "vary")).isEqualTo("accept, origin");
  }

  @Test
  void answer_toAStranger_mayNot() throws Exception {
    assertThat(header(send("GET", STRANGER), "access-control-allow-origin")).isEmpty();
    assertThat(header(send("GET", "null"), "access-control-allow-origin")).isEmpty();
  }

  @Test
  void post_ofAStrangersPage_reachesNoFunction() throws Exception {
    int before = functions.events("serve").size();
    assertThat(send("POST", STRANGER).statusCode()).isEqualTo(403);
    assertThat(send("POST", "null").statusCode()).isEqualTo(403);
    assertThat(functions.events("serve")).hasSize(before);

    assertThat(send("POST", "null", "sec-fetch-site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(functions.events("serve")).hasSize(before);

    assertThat(send("POST", "null", "sec-fetch-site", "same-origin").statusCode()).isEqualTo(200);
    assertThat(send("POST", DESK).statusCode()).isEqualTo(200);
    String own = cloud.http().toString().replaceFirst("/$", "");
    assertThat(send("POST", own).statusCode()).isEqualTo(200);
    assertThat(send("POST", own.replace("127.0.0.1", "localhost")).statusCode()).isEqualTo(200);
    assertThat(send("POST", "http://localhost:1").statusCode()).isEqualTo(403);
  }

  @Test
  void bucket_tellsAllowedOriginsAlone_thatTheirPagesMayPut() throws Exception {
    for (String origin : new String[] {DESK, STRANGER}) {
      HttpResponse<Void> answer =
          http.send(
              HttpRequest.newBuilder(cloud.s3().resolve("/bucket/inbox/a.txt"))
                  .method("OPTIONS", BodyPublishers.noBody())
                  .header("origin", origin)
                  .header("access-control-request-method", "PUT")
                  .header("access-control-request-headers", "content-type")
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      assertThat(header(answer, "access-control-allow-origin"))
          .isEqualTo(origin.equals(DESK) ? DESK : "");
    }
  }

  @Test
  void put_toAPresignedAddress_isTakenOfAnAllowedOriginsPage_andOfNoOther() throws Exception {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(cloud.s3())
            .region(Region.of(Clients.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      URI address =
          presigner
              .presignPutObject(p ->
                  p.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(r -> r.bucket("bucket").key("work/page.txt")))
              .url()
              .toURI();
      assertThat(put(address, STRANGER).statusCode()).isEqualTo(403);
      assertThat(put(address, "null").statusCode()).isEqualTo(403);
      assertThat(put(URI.create(address.toString().replaceFirst("\\?.*", "")), DESK).statusCode())
          .isEqualTo(403);
      HttpResponse<String> taken = put(address, DESK);
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
      assertThat(header(taken, "access-control-allow-origin")).isEqualTo(DESK);
    }
  }

  private HttpResponse<String> put(URI address, String origin) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .PUT(BodyPublishers.ofString("x"))
            .header("origin", origin)
            .header("sec-fetch-site", "cross-site")
            .header("sec-fetch-mode", "cors")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
