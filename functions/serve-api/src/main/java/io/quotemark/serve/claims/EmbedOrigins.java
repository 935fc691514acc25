package io.quotemark.serve.claims;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Origins whose pages may show a verdict in a frame; none unless the operator names some.
 *
 * @param origins as browsers write them, {@code https://news.example.com}
 */
public record EmbedOrigins(List<String> origins) {
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?"
              + "|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?");

  /**
   * @throws IllegalArgumentException that names what is no origin
   */
  public EmbedOrigins {
    origins = List.copyOf(origins);
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "\""
                + origin
                + "\" is no origin: https, a host and perhaps a port, without a path, https://news.example.com for instance");
      }
    }
  }

  /**
   * @param text origins by commas; empty for none
   */
  public static EmbedOrigins parse(String text) {
    return new EmbedOrigins(text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*")));
  }

  boolean isNone() {
    return origins.isEmpty();
  }

  /** As the policy of a page names them. */
  String sources() {
    return String.join(" ", origins);
  }
}
