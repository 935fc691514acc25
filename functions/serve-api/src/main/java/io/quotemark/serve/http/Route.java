package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the route table.
 *
 * @param pattern path whose segments in braces match anything ({@code /v1/articles/{id}})
 * @param parameters every query parameter it knows; any other is refused by name
 */
public record Route(String method, String pattern, Set<String> parameters, Action action) {
  /** Answers a request that matched. */
  @FunctionalInterface
  public interface Action {
    /**
     * @param path what the segments in braces matched, in order
     * @throws Problem.Raised for anything the caller is told about
     */
    HttpResponse answer(HttpRequest request, List<String> path, Parameters query);
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** What the braces matched, or null where the path is another's. */
  @Nullable List<String> match(String path) {
    String[] want = pattern.split("/", -1);
    String[] got = path.split("/", -1);
    if (want.length != got.length) {
      return null;
    }
    List<String> matched = new ArrayList<>();
    for (int i = 0; i < want.length; i++) {
      if (want[i].startsWith("{")) {
        if (got[i].isEmpty()) {
          return null;
        }
        matched.add(got[i]);
      } else if (!want[i].equals(got[i])) {
        return null;
      }
    }
    return matched;
  }
}
