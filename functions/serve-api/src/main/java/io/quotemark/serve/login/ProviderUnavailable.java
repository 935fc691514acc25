package io.quotemark.serve.login;

import org.jspecify.annotations.Nullable;

/** The provider, or a secret that the login needs, is out of reach now. */
final class ProviderUnavailable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ProviderUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
