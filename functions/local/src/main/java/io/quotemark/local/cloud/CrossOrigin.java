package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page of another origin may do (CORS), as an HTTP API answers it. A page that is not
 * allowed cannot send what changes something either: loopback has no authorizer, and a browser
 * sends a plain POST without asking.
 */
final class CrossOrigin {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

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

  /**
   * Whether a page of a foreign origin would change something here. A form of our own pages, which
   * name no referrer, comes from the origin {@code null}: that it is ours is told by a header that
   * no page can set.
   *
   * @param own host names of this front
   */
  boolean isForeignWrite(String method, Map<String, String> headers, Set<String> own) {
    String origin = headers.get("origin");
    return origin != null
        && !READING.contains(method)
        && !"same-origin".equals(headers.get("sec-fetch-site"))
        && allowed(origin) == null
        && own.stream()
            .map(name -> "http://" + name + port(headers.getOrDefault("host", "")))
            .noneMatch(origin.toLowerCase(Locale.ROOT)::equals);
  }

  private static String port(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(colon) : "";
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
