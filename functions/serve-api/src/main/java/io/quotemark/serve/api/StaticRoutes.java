package io.quotemark.serve.api;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.AboutPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * What is the same for everybody: the OpenAPI document, health, the page on verdicts, style and
 * script.
 */
public final class StaticRoutes {
  private final String rules;
  private final String master;

  /**
   * @param rules version of the rules in force
   * @param master version of the securities master in force
   */
  public StaticRoutes(String rules, String master) {
    this.rules = rules;
    this.master = master;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/openapi.json",
            Set.of(),
            (q, p, n) -> Answers.json(resource("openapi.json"))),
        new Route("GET", "/v1/health", Set.of(), (q, p, n) -> health()),
        new Route(
            "GET", "/about", Set.of(), (q, p, n) -> Answers.page(200, AboutPage.of(rules, master))),
        asset("quotemark.css", "text/css; charset=utf-8"),
        asset("quotemark.js", "text/javascript; charset=utf-8"),
        asset("icon.svg", "image/svg+xml"));
  }

  private HttpResponse health() {
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("status", "ok");
      out.writeStringField("rules", rules);
      out.writeStringField("master", master);
      out.writeEndObject();
    });
  }

  private static Route asset(String name, String contentType) {
    return new Route(
        "GET",
        "/assets/" + name,
        Set.of(),
        (q, p, n) -> Answers.asset(contentType, resource("assets/" + name)));
  }

  private static byte[] resource(String name) {
    try (InputStream in = StaticRoutes.class.getResourceAsStream("/io/quotemark/serve/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name + " from the jar", e);
    }
  }
}
