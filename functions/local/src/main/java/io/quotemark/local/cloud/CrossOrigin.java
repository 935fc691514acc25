package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is told of pages of other origins (CORS), as an HTTP API answers it. That a page
 * which is not allowed sends nothing either is the {@link Guard}'s.
 */
final class CrossOrigin {
  private final Specs.Cors cors;
  private final List<String> origins;

  /** The parameter that the template names lists origins that may; {@code *} is every one. */
  CrossOrigin(Template template) {
    this.cors = template.cors();
    this.origins =
        Arrays.stream(template.parameters().getOrDefault(cors.origins(), "").split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
  }

  List<String> origins() {
    return origins;
  }

  /** Whether a browser asks here before it sends a request. */
  static boolean isPreflight(String method, Map<String, String> headers) {
    return method.equals("OPTIONS")
        && headers.containsKey("origin")
        && headers.containsKey("access-control-request-method");
  }

  /** The answer to {@link #isPreflight}; without headers it says no. */
  Map<String, String> preflight(Map<String, String> headers) {
    String allowed = allowed(headers.get("origin"));
    if (allowed == null) {
      return Map.of();
    }
    Map<String, String> out = new LinkedHashMap<>();
    out.put("access-control-allow-origin", allowed);
    out.put("access-control-allow-methods", String.join(",", cors.methods()));
    out.put("access-control-allow-headers", String.join(",", cors.headers()));
    out.put("access-control-max-age", Integer.toString(cors.maxAge()));
    out.put("vary", "origin");
    return out;
  }

  /** What an answer carries beside its own headers. */
  Map<String, String> answer(Map<String, String> request, Map<String, String> response) {
    String allowed = allowed(request.get("origin"));
    if (allowed == null) {
      return response;
    }
    Map<String, String> out = new LinkedHashMap<>(response);
    out.put("access-control-allow-origin", allowed);
    out.put("access-control-expose-headers", String.join(",", cors.exposed()));
    out.merge("vary", "origin", (before, origin) -> before + ", " + origin);
    return out;
  }

  private @Nullable String allowed(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    return origins.contains("*")
        ? "*"
        : origins.stream().filter(origin::equalsIgnoreCase).findFirst().orElse(null);
  }
}
