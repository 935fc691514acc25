package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Where a request was sent, for addresses that must be whole, such as those of share cards. */
public final class Origin {
  private Origin() {}

  /** {@code https://quotemark.example}; null where the request does not say. */
  public static @Nullable String of(HttpRequest request) {
    String host = request.headers().getOrDefault("host", "");
    if (!host.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
      return null;
    }
    String scheme = request.headers().getOrDefault("x-forwarded-proto", "");
    boolean local = host.matches("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?");
    return (scheme.equals("http") || (scheme.isEmpty() && local) ? "http://" : "https://") + host;
  }
}
