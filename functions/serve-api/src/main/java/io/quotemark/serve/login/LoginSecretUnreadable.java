package io.quotemark.serve.login;

import org.jspecify.annotations.Nullable;

/** A secret of the login cannot be read now; the message says which, never what it is. */
public final class LoginSecretUnreadable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public LoginSecretUnreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
