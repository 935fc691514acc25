package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * ETag and If-None-Match: a good answer to a GET carries its digest; one that the caller has
 * already is a 304.
 */
final class Conditional {
  private Conditional() {}

  static HttpResponse on(HttpRequest request, HttpResponse response) {
    if (response.status() != 200
        || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
      return response;
    }
    // weak: the same under gzip
    String tag = "W/\"" + digest(response.body()) + "\"";
    HttpResponse tagged = response.with("etag", tag);
    boolean known = isKnown(tag, request.headers().getOrDefault("if-none-match", ""));
    return known ? new HttpResponse(304, tagged.headers(), new byte[0], tagged.cookies()) : tagged;
  }

  /** Compared weakly, as RFC 9110 (13.1.2) asks. */
  private static boolean isKnown(String tag, String known) {
    if (known.strip().equals("*")) {
      // whatever the caller has: this is answered with a 200, so there is something
      return true;
    }
    for (String one : known.split(",", 50)) {
      if (tag.equals("W/" + one.strip().replaceFirst("^W/", ""))) {
        return true;
      }
    }
    return false;
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
