package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import java.util.Map;

/**
 * A request that matched a route.
 *
 * @param path what the segments in braces matched, by their names
 * @param query of the parameters that the route knows
 */
public record Call(HttpRequest request, Map<String, String> path, Parameters query) {
  public Call {
    path = Map.copyOf(path);
  }

  /** What {@code {id}} matched. */
  public String id() {
    return segment("id");
  }

  /**
   * @throws IllegalArgumentException where the route's pattern has no such name
   */
  public String segment(String name) {
    String matched = path.get(name);
    if (matched == null) {
      throw new IllegalArgumentException("the pattern has no {" + name + "}");
    }
    return matched;
  }
}
