package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Finds the route of a request in the table; what matches none, or raises a problem, is answered as
 * one.
 */
public final class Router {
  /** No id of ours makes a longer one. */
  private static final int LONGEST_PATH = 400;

  private final List<Route> routes;
  private final BiFunction<HttpRequest, Problem, HttpResponse> problems;

  /**
   * @param problems writes a problem for whoever asked: a document for programs, a page for people
   */
  public Router(List<Route> routes, BiFunction<HttpRequest, Problem, HttpResponse> problems) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
  }

  public HttpResponse answer(HttpRequest request) {
    try {
      return Compressed.on(request, Conditional.on(request, found(request)));
    } catch (Problem.Raised raised) {
      HttpResponse answer = problems.apply(request, raised.problem());
      return raised.problem().status() == 405
          ? answer.with("allow", String.join(", ", allowed(request.path())))
          : answer;
    }
  }

  /** Methods that some route has at the path. */
  private Set<String> allowed(String path) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (route.match(path) != null) {
        methods.add(route.method());
        if (route.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return methods;
  }

  private HttpResponse found(HttpRequest request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    boolean otherMethod = false;
    if (request.path().length() > LONGEST_PATH) {
      throw Problem.of(
              404,
              "no_such_path",
              "There is nothing at this path",
              "a path here has at most " + LONGEST_PATH + " characters")
          .raised();
    }
    for (Route route : routes) {
      Map<String, String> path = route.match(request.path());
      if (path == null) {
        continue;
      }
      if (!route.method().equals(method)) {
        otherMethod = true;
        continue;
      }
      Caller.current().admitTo(route);
      boolean page = route.operation() == null;
      Map<String, String> asked = page ? Spoken.withoutLanguage(request.query()) : request.query();
      Parameters query = Parameters.of(asked, route.parameters(), page);
      return Spoken.answer(request, () -> route.handler().answer(new Call(request, path, query)));
    }
    if (otherMethod) {
      throw Problem.of(
              405,
              "method_not_allowed",
              "Method not allowed",
              Problem.shown(request.method()) + " is not for " + Problem.shown(request.path()))
          .raised();
    }
    throw Problem.of(
            404,
            "no_such_path",
            "There is nothing at this path",
            "no route for " + Problem.shown(request.path()) + "; /v1/openapi.json lists them")
        .raised();
  }
}
