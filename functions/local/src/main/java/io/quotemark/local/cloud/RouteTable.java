package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.local.template.Specs;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request as an HTTP API does: the most specific one wins. */
final class RouteTable {
  /**
   * @param parameters path parameters, decoded
   */
  record Match(Specs.Route route, Map<String, String> parameters) {
    Match {
      parameters = Map.copyOf(parameters);
    }
  }

  private record Candidate(Specs.Route route, String method, List<String> segments) {
    boolean greedy() {
      return segments.getLast().endsWith("+}");
    }

    long variables() {
      return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }
  }

  /** Key of the route that takes what no other does. */
  private static final String DEFAULT = "$default";

  private final List<Candidate> candidates;
  private final Optional<Match> otherwise;

  RouteTable(List<Specs.Route> routes) {
    this.otherwise =
        routes.stream()
            .filter(route -> route.key().equals(DEFAULT))
            .findFirst()
            .map(route -> new Match(route, Map.of()));
    this.candidates =
        routes.stream()
            .filter(route -> !route.key().equals(DEFAULT))
            .map(RouteTable::candidate)
            .sorted(
                Comparator.comparing(Candidate::greedy)
                    .thenComparingLong(Candidate::variables)
                    .thenComparing(candidate -> candidate.method().equals("ANY")))
            .toList();
  }

  private static Candidate candidate(Specs.Route route) {
    String[] parts = route.key().split(" ", 2);
    return new Candidate(route, parts[0], segments(parts[1]));
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * @param rawPath as it stands in the request line, still encoded
   */
  Optional<Match> find(String method, String rawPath) {
    List<String> segments = segments(path(rawPath));
    for (Candidate candidate : candidates) {
      if (candidate.method().equals(method) || candidate.method().equals("ANY")) {
        Optional<Map<String, String>> parameters = match(candidate, segments);
        if (parameters.isPresent()) {
          return Optional.of(new Match(candidate.route(), parameters.get()));
        }
      }
    }
    return otherwise;
  }

  private static Optional<Map<String, String>> match(Candidate candidate, List<String> segments) {
    List<String> pattern = candidate.segments();
    if (candidate.greedy() ? segments.size() < pattern.size() : segments.size() != pattern.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String wanted = pattern.get(i);
      String given = segments.get(i);
      if (wanted.endsWith("+}")) {
        parameters.put(
            wanted.substring(1, wanted.length() - 2),
            String.join("/", segments.subList(i, segments.size())));
      } else if (wanted.startsWith("{") && wanted.endsWith("}")) {
        if (given.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(wanted.substring(1, wanted.length() - 1), given);
      } else if (!wanted.equals(given)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /**
   * The path as an HTTP API sees it, for its routes and for the event: decoded as a whole, so that
   * an encoded slash parts segments, and cut at a question mark that was encoded. A plus sign in a
   * path is a plus sign.
   */
  static String path(String rawPath) {
    String decoded = URLDecoder.decode(rawPath.replace("+", "%2B"), UTF_8);
    int query = decoded.indexOf('?');
    return query < 0 ? decoded : decoded.substring(0, query);
  }
}
