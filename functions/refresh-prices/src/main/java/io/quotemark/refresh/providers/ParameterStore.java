package io.quotemark.refresh.providers;

import io.quotemark.refresh.KeyUnreadable;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * A secret by its name in Systems Manager's parameter store, decrypted; read when it is first
 * needed and again after an hour, so that a changed key comes into use without a deployment. One
 * call of the service's JSON protocol, signed here: its SDK module would be the larger part of the
 * function.
 */
public final class ParameterStore implements Supplier<String> {
  private static final Duration KEPT = Duration.ofHours(1);

  private final URI address;
  private final String region;
  private final String name;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final Clock clock;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private @Nullable String value;
  private Instant readAt = Instant.MIN;

  /**
   * @param address of the service in the region
   * @param name of the parameter, {@code /quotemark/eodhd}
   */
  public ParameterStore(
      URI address,
      String region,
      String name,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Clock clock) {
    this.address = address;
    this.region = region;
    this.name = name;
    this.credentials = credentials;
    this.http = http;
    this.clock = clock;
  }

  /**
   * @throws KeyUnreadable where the parameter cannot be read; says which and why, never what it
   *     holds
   */
  @Override
  public synchronized String get() {
    Instant now = clock.instant();
    if (value == null || readAt.plus(KEPT).isBefore(now)) {
      value = read();
      readAt = now;
    }
    return value;
  }

  private String read() {
    byte[] body =
        "{\"Name\":\"%s\",\"WithDecryption\":true}"
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
            .build();
    SignedRequest signed =
        signer.sign(r ->
            r.identity(credentials.resolveCredentials())
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "ssm")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElseThrow())
                      .build())
              .call();
      return secret(response.httpResponse().statusCode(), answer(response));
    } catch (IOException e) {
      throw new KeyUnreadable("parameter " + name + " could not be read", e);
    }
  }

  private static byte[] answer(HttpExecuteResponse response) throws IOException {
    try (InputStream in = response.responseBody().orElse(null)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private String secret(int status, byte[] body) {
    Node answer;
    try {
      answer = Json.read(body);
    } catch (Json.Malformed broken) {
      throw new KeyUnreadable("parameter " + name + " could not be read: status " + status, broken);
    }
    if (status != 200) {
      throw new KeyUnreadable(
          "parameter "
              + name
              + " could not be read: "
              + answer.at("__type").textOr("status " + status).replaceFirst(".*#", ""),
          null);
    }
    String secret = answer.at("Parameter").at("Value").textOr("").strip();
    if (secret.isEmpty()) {
      throw new KeyUnreadable("parameter " + name + " is empty", null);
    }
    return secret;
  }
}
