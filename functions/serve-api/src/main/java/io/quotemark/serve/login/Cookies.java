package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Names and attributes of our cookies: for this host alone, out of reach of scripts, and not sent
 * with what pages of other sites post. A browser takes the prefix only from a secure address.
 *
 * @param secure whether the address is under TLS
 */
record Cookies(boolean secure) {
  /** A login that is under way. */
  static final String LOGIN = "quotemark-login";

  /** A person who has signed in. */
  static final String SESSION = "quotemark-session";

  /** What every browser keeps of a cookie, name and attributes included. */
  static final int MOST_LENGTH = 4_000;

  private String name(String plain) {
    return secure ? "__Host-" + plain : plain;
  }

  /** The value that a request brings; null where it brings none. */
  @Nullable String of(HttpRequest request, String plain) {
    String begin = name(plain) + "=";
    for (String cookie : request.headers().getOrDefault("cookie", "").split(";", 100)) {
      String one = cookie.strip();
      if (one.startsWith(begin)) {
        return one.substring(begin.length());
      }
    }
    return null;
  }

  /** The value of a header Set-Cookie. */
  String set(String plain, String value, Duration age) {
    return name(plain)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + age.toSeconds()
        + (secure ? "; Secure" : "");
  }

  String cleared(String plain) {
    return set(plain, "", Duration.ZERO);
  }
}
