package io.quotemark.serve.login;

import org.jspecify.annotations.Nullable;

/** A login, a token or a renewal that is not accepted; the message says why, for the log. */
final class Refused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  Refused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  Refused(String message) {
    this(message, null);
  }
}
