package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Texts under gzip for who takes it; the gateway compresses nothing by itself. */
final class Compressed {
  /** Below a packet there is nothing to win. */
  private static final int LEAST_BYTES = 1_400;

  private Compressed() {}

  static HttpResponse on(HttpRequest request, HttpResponse response) {
    if (!response.isText() || response.body().length < LEAST_BYTES) {
      return response;
    }
    String vary = response.headers().get("vary");
    HttpResponse varying =
        response.with("vary", vary == null ? "accept-encoding" : vary + ", accept-encoding");
    return takesGzip(request)
        ? varying.withBody(gzip(response.body())).with("content-encoding", "gzip")
        : varying;
  }

  private static boolean takesGzip(HttpRequest request) {
    String accepted = request.headers().getOrDefault("accept-encoding", "");
    for (String one : accepted.toLowerCase(Locale.ROOT).split(",", 20)) {
      String coding = one.replace(" ", "");
      if (coding.equals("gzip") || coding.startsWith("gzip;")) {
        return !coding.matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return bytes.toByteArray();
  }
}
