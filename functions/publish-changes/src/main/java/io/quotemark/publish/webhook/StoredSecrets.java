package io.quotemark.publish.webhook;

import io.quotemark.storage.StoredSecret;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The keys of a SecureString in Systems Manager's parameter store, read when they are first needed
 * and again after five minutes, so that another comes into use without a deployment.
 */
public final class StoredSecrets implements Supplier<List<byte[]>> {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final String name;
  private final StoredSecret secret;

  /**
   * @param name of the parameter
   */
  public StoredSecrets(String name, StoredSecret.Calls calls) {
    this.name = name;
    this.secret = StoredSecret.parameter(name, calls);
  }

  /**
   * @throws IllegalStateException where the parameter cannot be read or holds no secret; says which
   *     and why, never what it holds
   */
  @Override
  public List<byte[]> get() {
    try {
      return Secrets.read(secret.within(KEPT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("parameter " + name + ": " + e.getMessage());
    }
  }
}
