package io.quotemark.serve.login;

import io.quotemark.storage.StoredSecret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The login's secrets as AWS keeps them. */
public final class StoredLoginSecrets implements LoginSecrets {
  private final StoredSecret sessionKey;
  private final @Nullable StoredSecret clientSecret;

  public StoredLoginSecrets(LoginConfig config, StoredSecret.Calls calls) {
    this.sessionKey = StoredSecret.secret(config.sessionKey(), calls);
    this.clientSecret =
        config.clientSecret() == null ? null : StoredSecret.parameter(config.clientSecret(), calls);
  }

  @Override
  public String sessionKey() {
    return read(sessionKey);
  }

  @Override
  public String recentSessionKey() {
    return read(sessionKey::recent);
  }

  @Override
  public String clientSecret() {
    StoredSecret secret = clientSecret;
    if (secret == null) {
      throw new LoginSecretUnreadable("the client has no secret", null);
    }
    return read(secret);
  }

  private static String read(Supplier<String> secret) {
    try {
      return secret.get();
    } catch (StoredSecret.Unreadable unreadable) {
      throw new LoginSecretUnreadable(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }
}
