package io.quotemark.storage;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
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
 * A secret that AWS keeps; read when it is first needed and again after an hour, so that a changed
 * one comes into use without a deployment.
 */
public final class StoredSecret implements Supplier<String> {
  private static final Duration KEPT = Duration.ofHours(1);

  /** Where it lies: a service with its one call, and where the answer has the secret. */
  private enum Service {
    PARAMETER(
        "ssm", "AmazonSSM.GetParameter", "{\"Name\":\"%s\",\"WithDecryption\":true}", "parameter"),
    SECRET("secretsmanager", "secretsmanager.GetSecretValue", "{\"SecretId\":\"%s\"}", "secret");

    private final String signedFor;
    private final String target;
    private final String body;
    private final String word;

    Service(String signedFor, String target, String body, String word) {
      this.signedFor = signedFor;
      this.target = target;
      this.body = body;
      this.word = word;
    }

    private String value(Node answer) {
      Node at = this == PARAMETER ? answer.at("Parameter").at("Value") : answer.at("SecretString");
      return at.textOr("").strip();
    }
  }

  /** It cannot be read now; the message says which and why, never what it is. */
  public static final class Unreadable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private Unreadable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * How the services are called.
   *
   * @param address of a local stand-in, null for the region's own
   */
  public record Calls(
      @Nullable URI address,
      String region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Clock clock) {
    /** With the connections and credentials of other clients. */
    public static Calls of(AwsClients clients, String region, @Nullable URI address, Clock clock) {
      return new Calls(address, region, clients.credentials(address), clients.http(), clock);
    }
  }

  private final Service service;
  private final String name;
  private final Calls calls;
  private @Nullable String value;
  private Instant readAt = Instant.MIN;

  private StoredSecret(Service service, String name, Calls calls) {
    this.service = service;
    this.name = name;
    this.calls = calls;
  }

  /**
   * A SecureString of Systems Manager's parameter store.
   *
   * @param name of the parameter, {@code /quotemark/keys/eodhd}
   */
  public static StoredSecret parameter(String name, Calls calls) {
    return new StoredSecret(Service.PARAMETER, name, calls);
  }

  /**
   * A secret of Secrets Manager.
   *
   * @param arn or name of it
   */
  public static StoredSecret secret(String arn, Calls calls) {
    return new StoredSecret(Service.SECRET, arn, calls);
  }

  /**
   * @throws Unreadable where it cannot be read
   */
  @Override
  public String get() {
    return within(KEPT);
  }

  /** As it was a minute ago or less: another instance may have a changed one already. */
  public String recent() {
    return within(Duration.ofMinutes(1));
  }

  /**
   * As it was so long ago or less.
   *
   * @throws Unreadable where it cannot be read
   */
  public synchronized String within(Duration kept) {
    Instant now = calls.clock().instant();
    String known = value;
    if (known == null || readAt.plus(kept).isBefore(now)) {
      known = read();
      value = known;
      readAt = now;
    }
    return known;
  }

  private String read() {
    byte[] body = service.body.formatted(name).getBytes(StandardCharsets.UTF_8);
    URI address = calls.address();
    JsonCall call =
        new JsonCall(
            address == null ? AwsClients.address(service.signedFor, calls.region()) : address,
            calls.region(),
            service.signedFor,
            calls.credentials(),
            calls.http());
    try {
      JsonCall.Answer answer = call.send(service.target, body);
      return value(answer.status(), answer.body());
    } catch (IOException e) {
      throw new Unreadable(words() + " could not be read", e);
    }
  }

  private String words() {
    return service.word + " " + name;
  }

  private String value(int status, byte[] body) {
    Node answer;
    try {
      answer = Json.read(body);
    } catch (Json.Malformed broken) {
      throw new Unreadable(words() + " could not be read: status " + status, broken);
    }
    if (status != 200) {
      throw new Unreadable(
          words()
              + " could not be read: "
              + answer.at("__type").textOr("status " + status).replaceFirst(".*#", ""),
          null);
    }
    String found = service.value(answer);
    if (found.isEmpty()) {
      throw new Unreadable(words() + " is empty", null);
    }
    return found;
  }
}
