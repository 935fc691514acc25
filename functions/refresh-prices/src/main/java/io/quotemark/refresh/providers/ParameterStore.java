package io.quotemark.refresh.providers;

import io.quotemark.refresh.KeyUnreadable;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.JsonCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A secret by its name in Systems Manager's parameter store, decrypted; read when it is first
 * needed and again after an hour, so that a changed key comes into use without a deployment.
 */
public final class ParameterStore implements Supplier<String> {
  private static final Duration KEPT = Duration.ofHours(1);

  private final JsonCall store;
  private final String name;
  private final Clock clock;
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
    this.store = new JsonCall(address, region, "ssm", credentials, http);
    this.name = name;
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
    try {
      JsonCall.Answer answer = store.send("AmazonSSM.GetParameter", body);
      return secret(answer.status(), answer.body());
    } catch (IOException e) {
      throw new KeyUnreadable("parameter " + name + " could not be read", e);
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
