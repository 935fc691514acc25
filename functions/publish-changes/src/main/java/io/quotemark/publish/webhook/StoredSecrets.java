package io.quotemark.publish.webhook;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.JsonCall;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The keys of a SecureString in Systems Manager's parameter store, read when they are first needed
 * and again after five minutes, so that another comes into use without a deployment.
 */
public final class StoredSecrets implements Supplier<List<byte[]>> {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final JsonCall store;
  private final String name;
  private final Clock clock;
  private List<byte[]> keys = List.of();
  private Instant readAt = Instant.MIN;

  /**
   * @param name of the parameter
   */
  public StoredSecrets(JsonCall store, String name, Clock clock) {
    this.store = store;
    this.name = name;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException where the parameter cannot be read or holds no secret; says which
   *     and why, never what it holds
   */
  @Override
  public synchronized List<byte[]> get() {
    Instant now = clock.instant();
    if (keys.isEmpty() || readAt.plus(KEPT).isBefore(now)) {
      keys = read();
      readAt = now;
    }
    return keys;
  }

  private List<byte[]> read() {
    byte[] request =
        Json.write(out -> {
          out.writeStartObject();
          out.writeStringField("Name", name);
          out.writeBooleanField("WithDecryption", true);
          out.writeEndObject();
        });
    try {
      JsonCall.Answer answer = store.send("AmazonSSM.GetParameter", request);
      Node said = Json.read(answer.body());
      if (answer.status() != 200) {
        throw new IllegalStateException(
            "parameter %s could not be read: %s"
                .formatted(
                    name,
                    said.at("__type").textOr("status " + answer.status()).replaceFirst(".*#", "")));
      }
      return Secrets.read(said.at("Parameter").at("Value").textOr(""));
    } catch (IOException | Json.Malformed e) {
      throw new IllegalStateException("parameter " + name + " could not be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("parameter " + name + ": " + e.getMessage());
    }
  }
}
