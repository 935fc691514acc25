package io.quotemark.serve;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.serve.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The route table and the document that is published of it say the same. */
class RouteTableTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static List<Route> routes() {
    return Wiring.table(
            Config.from(
                Map.of(
                    "AWS_REGION", "eu-west-1",
                    "AUTH_MODE", "IAM",
                    "BUCKET", "bucket",
                    "ARTICLES_TABLE", "articles",
                    "PRICES_TABLE", "prices",
                    "STACK", "test")))
        .routes();
  }

  /** Method, path, operation and query parameters, each operation a line. */
  private static Set<String> published() throws IOException {
    Node api = openApi();
    Set<String> out = new TreeSet<>();
    for (Map.Entry<String, Node> path : api.at("paths").members().entrySet()) {
      for (Map.Entry<String, Node> method : path.getValue().members().entrySet()) {
        if (METHODS.contains(method.getKey())) {
          Node operation = method.getValue();
          out.add(
              line(
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation.at("operationId").text(),
                  queryParameters(operation, api)));
        }
      }
    }
    return out;
  }

  private static Set<String> queryParameters(Node operation, Node api) {
    Set<String> names = new TreeSet<>();
    for (Node parameter : operation.at("parameters").elements()) {
      String reference = parameter.at("$ref").textOrNull();
      Node meant =
          reference == null
              ? parameter
              : api.at("components")
                  .at("parameters")
                  .at(reference.substring(reference.lastIndexOf('/') + 1));
      if (meant.at("in").text().equals("query")) {
        names.add(meant.at("name").text());
      }
    }
    return names;
  }

  private static String line(String method, String path, String operation, Set<String> names) {
    return "%s %s %s %s".formatted(method, path, operation, new TreeSet<>(names));
  }

  private static Node openApi() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RouteTable.class.getResourceAsStream("/io/quotemark/serve/openapi.json"))) {
      return Json.read(in.readAllBytes());
    }
  }

  @Test
  void routesForPrograms_areTheOperationsOfOpenApi() throws IOException {
    Set<String> table = new TreeSet<>();
    for (Route route : routes()) {
      if (route.operation() != null) {
        table.add(
            line(
                route.method(),
                route.pattern().replace("+}", "}"),
                route.operation(),
                route.parameters()));
      }
    }
    assertThat(table).hasSizeGreaterThan(20).isEqualTo(published());
  }

  @Test
  void routesForPrograms_haveAnOperation_andNoOtherHas() {
    assertThat(routes())
        .allSatisfy(route ->
            assertThat(route.operation() != null)
                .as(route.pattern())
                .isEqualTo(isForPrograms(route)));
  }

  /** The API, and where assistants send their messages. */
  private static boolean isForPrograms(Route route) {
    return route.pattern().startsWith("/v1/")
        || (route.pattern().equals("/mcp") && route.method().equals("POST"));
  }

  @Test
  void address_andOperation_standInTheTableOnce() {
    List<Route> routes = routes();
    Map<String, Long> seen = new TreeMap<>();
    routes.forEach(route -> {
      seen.merge(route.method() + " " + route.pattern(), 1L, Long::sum);
      if (route.operation() != null) {
        seen.merge(route.operation(), 1L, Long::sum);
      }
    });
    assertThat(
            seen.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .isEmpty();
  }
}
