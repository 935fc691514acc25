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
 * @param pattern path whose segments in braces match anything ({@code /v1/articles/{id}}), one with
 *     a plus sign ({@code {source+}}) as many segments as are left
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
    int more = got.length - want.length;
    if (more < 0 || (more > 0 && !pattern.contains("+}"))) {
      return null;
    }
    List<String> matched = new ArrayList<>();
    int at = 0;
    for (String wanted : want) {
      int segments = wanted.endsWith("+}") ? 1 + more : 1;
      String given =
          segments == 1 ? got[at] : String.join("/", List.of(got).subList(at, at + segments));
      at += segments;
      if (wanted.startsWith("{")) {
        if (given.isEmpty()) {
          return null;
        }
        matched.add(given);
      } else if (!wanted.equals(given)) {
        return null;
      }
    }
    return matched;
  }
}
