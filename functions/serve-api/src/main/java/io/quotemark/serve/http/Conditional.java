package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

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
    String tag = "\"" + digest(response.body()) + "\"";
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.put("etag", tag);
    boolean known =
        tag.equals(request.headers().getOrDefault("if-none-match", "").replaceFirst("^W/", ""));
    return known
        ? new HttpResponse(304, headers, new byte[0])
        : new HttpResponse(200, headers, response.body());
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
