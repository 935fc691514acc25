package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the route table.
 *
 * @param pattern path whose segments in braces match anything ({@code /v1/articles/{id}}), one with
 *     a plus sign ({@code {source+}}) as many segments as are left
 * @param parameters every query parameter it knows; any other is refused by name
 * @param operation id of the operation in openapi.json, null for a page, which is not in it
 * @param access who may use it where people sign in: unless the table says otherwise, readers what
 *     only reads and editors everything else
 */
public record Route(
    String method,
    String pattern,
    Set<String> parameters,
    Handler handler,
    @Nullable String operation,
    Access access) {
  /** Answers a request that matched. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @throws Problem.Raised for anything the caller is told about
     */
    HttpResponse answer(Call call);
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** A route for programs. */
  public static Route api(
      String method, String pattern, Set<String> parameters, Handler handler, String operation) {
    return new Route(method, pattern, parameters, handler, operation, usual(method));
  }

  /** A route for people. */
  public static Route page(String method, String pattern, Set<String> parameters, Handler handler) {
    return new Route(method, pattern, parameters, handler, null, usual(method));
  }

  /** The same with the parameter that names the language of its sentences. */
  public Route spoken() {
    Set<String> more = new HashSet<>(parameters);
    more.add(Spoken.NAME);
    return new Route(method, pattern, more, handler, operation, access);
  }

  private static Access usual(String method) {
    return method.equals("GET") ? Access.READER : Access.EDITOR;
  }

  /** The same for everybody, signed in or not. */
  public Route forAnyone() {
    return opened(Access.ANYONE);
  }

  /** The same for everybody where pages are public, and for readers where not. */
  public Route forVisitors() {
    return opened(Access.VISITOR);
  }

  /** The same for readers, though its method could change something. */
  public Route forReaders() {
    return opened(Access.READER);
  }

  private Route opened(Access to) {
    return new Route(method, pattern, parameters, handler, operation, to);
  }

  /** What the braces matched, by name, or null where the path is another's. */
  @Nullable Map<String, String> match(String path) {
    String[] want = pattern.split("/", -1);
    String[] got = path.split("/", -1);
    int more = got.length - want.length;
    if (more < 0 || (more > 0 && !pattern.contains("+}"))) {
      return null;
    }
    Map<String, String> matched = new HashMap<>();
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
        matched.put(name(wanted), given);
      } else if (!wanted.equals(given)) {
        return null;
      }
    }
    return matched;
  }

  /** {@code id} of {@code {id}}, {@code source} of {@code {source+}}. */
  private static String name(String braces) {
    return braces.substring(1, braces.length() - (braces.endsWith("+}") ? 2 : 1));
  }
}
