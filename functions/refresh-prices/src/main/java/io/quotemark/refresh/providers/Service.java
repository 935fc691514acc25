package io.quotemark.refresh.providers;

import io.quotemark.securities.Securities;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How an adapter reaches its provider, and the listings that answers are read by.
 *
 * @param key asked for at each request, so that a changed one is used
 */
record Service(URI base, Supplier<String> key, Securities master, Http http) {
  /**
   * @param deadline of a request, from the connection to the last byte
   */
  static Service at(URI base, Supplier<String> key, Securities master, Duration deadline) {
    return new Service(base, key, master, new Http(deadline));
  }

  /**
   * @param path with its query
   */
  Http.Answer get(String path) {
    return http.get(base.resolve(path));
  }

  /**
   * @param headers that say who asks
   */
  Http.Answer get(String path, Map<String, String> headers) {
    return http.get(base.resolve(path), headers);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
