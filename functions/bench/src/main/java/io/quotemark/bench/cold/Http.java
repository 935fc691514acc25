package io.quotemark.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Answers of the small servers here. */
final class Http {
  private Http() {}

  /**
   * The server writes head and body apart where the body comes late, and the two then wait for each
   * other (Nagle's algorithm and delayed acknowledgements, 40 ms); a body that is complete when the
   * exchange is closed goes with its head.
   */
  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (body.length > 0) {
        out.write(body);
      }
    }
    exchange.close();
  }
}
