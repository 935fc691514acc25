package io.quotemark.serve.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forms in which a list is handed out. */
public enum MediaType {
  JSON("application/json"),
  NDJSON("application/x-ndjson"),
  CSV("text/csv");

  private final String range;

  MediaType(String range) {
    this.range = range;
  }

  String contentType() {
    return this == CSV ? range + "; charset=utf-8" : range;
  }

  /**
   * What the Accept header likes best; JSON where it is absent or likes everything.
   *
   * @throws Problem.Raised where it takes none of them
   */
  static MediaType of(Map<String, String> headers) {
    String accept = headers.getOrDefault("accept", "").toLowerCase(Locale.ROOT);
    if (accept.isBlank()) {
      return JSON;
    }
    @Nullable MediaType best = null;
    double most = 0;
    for (MediaType type : values()) {
      double quality = type.quality(List.of(accept.split(",", 50)));
      if (quality > most) {
        best = type;
        most = quality;
      }
    }
    if (best == null) {
      throw Problem.of(
              406,
              "not_acceptable",
              "This is not handed out in that form",
              "the Accept header takes none of application/json, application/x-ndjson and text/csv")
          .raised();
    }
    return best;
  }

  /** Zero to one; the most specific range decides (RFC 9110, 12.5.1). */
  private double quality(List<String> ranges) {
    double quality = 0;
    int specific = 0;
    for (String one : ranges) {
      String[] parts = one.split(";", 10);
      String wanted = parts[0].strip();
      int rank =
          wanted.equals(range) || (this == NDJSON && wanted.equals("application/ndjson"))
              ? 3
              : wanted.equals(range.substring(0, range.indexOf('/')) + "/*")
                  ? 2
                  : wanted.equals("*/*") ? 1 : 0;
      if (rank > specific) {
        specific = rank;
        quality = weight(parts);
      }
    }
    return quality;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return parameter.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
            ? Double.parseDouble(parameter.substring(2))
            : 0;
      }
    }
    return 1;
  }
}
