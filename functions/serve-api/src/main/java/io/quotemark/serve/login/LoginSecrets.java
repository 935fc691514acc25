package io.quotemark.serve.login;

/**
 * Where the login's secrets are kept: never in a variable.
 *
 * <p>Each call throws {@link LoginSecretUnreadable} where a secret cannot be read now.
 */
public interface LoginSecrets {
  /** The least that a text must have that a key is made from. */
  int LEAST_LENGTH = 32;

  /** The text that the key of cookies is made from. */
  String sessionKey();

  /** The same as it is now: another instance may know a newer one already. */
  String recentSessionKey();

  /** The client's secret; only asked for where the client has one. */
  String clientSecret();
}
