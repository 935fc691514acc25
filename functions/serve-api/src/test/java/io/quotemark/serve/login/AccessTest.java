package io.quotemark.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.TestRoutes;
import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Over all routes: who is let in. What is not named here is closed. */
class AccessTest {
  private static final List<Route> ROUTES = TestRoutes.all(URI.create("http://127.0.0.1:1"), true);

  private static final Set<String> FOR_ANYONE =
      Set.of(
          "GET /assets/quotemark.css",
          "GET /assets/quotemark.js",
          "GET /assets/icon.svg",
          "GET /robots.txt",
          "GET /v1/health");

  private static final Set<String> FOR_VISITORS =
      Set.of(
          "GET /",
          "GET /about",
          "GET /articles/{id}",
          "GET /claims/{id}/card.png",
          "GET /embed/{id}",
          "GET /listings",
          "GET /listings/{id}",
          "GET /propagated",
          "GET /search",
          "GET /sources/{source+}",
          "GET /v1/articles/{id}/chart.svg",
          "GET /v1/claims/{id}/chart.svg",
          "GET /v1/claims/{id}/claimreview.json",
          "GET /v1/search");

  /** Beside what only reads. */
  private static final Set<String> FOR_READERS =
      Set.of("POST /check", "POST /mcp", "POST /v1/check");

  private static Set<String> open(Access access, String method) {
    Set<String> open = new TreeSet<>();
    for (Route route : ROUTES) {
      if (route.access() == access && (method.isEmpty() || route.method().equals(method))) {
        open.add(route.method() + " " + route.pattern());
      }
    }
    return open;
  }

  @Test
  void routes_areOpenToThoseNamedHere_andToNoOthers() {
    assertThat(open(Access.ANYONE, "")).isEqualTo(FOR_ANYONE);
    assertThat(open(Access.VISITOR, "")).isEqualTo(FOR_VISITORS);
    assertThat(open(Access.READER, "POST")).isEqualTo(FOR_READERS);
    for (Route route : ROUTES) {
      assertThat(route.method().equals("GET") || route.access().compareTo(Access.READER) >= 0)
          .as(route.pattern() + " changes something")
          .isTrue();
    }
  }

  @Test
  void stranger_isLetIntoNothing_butWhatIsForAnyone() {
    try (Desk desk = new Desk()) {
      for (Route route : ROUTES) {
        HttpResponse answer = asked(desk, route);
        String name = route.method() + " " + route.pattern();
        if (FOR_ANYONE.contains(name)) {
          assertThat(answer.status()).as(name).isEqualTo(200);
        } else {
          closed(route, answer);
        }
      }
    }
  }

  @Test
  void stranger_whereThePagesArePublic_readsThem_andNothingElse() {
    try (Desk desk = new Desk(true, null)) {
      for (Route route : ROUTES) {
        HttpResponse answer = asked(desk, route);
        String name = route.method() + " " + route.pattern();
        if (FOR_ANYONE.contains(name) || FOR_VISITORS.contains(name)) {
          assertThat(answer.status()).as(name).isIn(200, 400, 404, 422);
        } else {
          closed(route, answer);
        }
      }
      String page =
          new String(
              desk.answer(desk.request("GET", "/about", Map.of(), new byte[0])).body(),
              StandardCharsets.UTF_8);
      assertThat(page)
          .contains("href=\"/login?to=%2Fabout\"", "Sign in")
          .doesNotContain("/uploads");
    }
  }

  @Test
  void visitor_isGivenNoText_whereReadersAre() {
    assertThat(TestRoutes.all(URI.create("http://127.0.0.1:1"), true)).hasSameSizeAs(ROUTES);
    try (Desk desk = new Desk(true, null)) {
      String target = "/v1/articles/aaaaaaaaaaaaaaaa/text";
      HttpResponse stranger = desk.answer(desk.request("GET", target, Map.of(), new byte[0]));
      assertThat(stranger.status()).isEqualTo(401);
      String nobody =
          desk.provider
              .issueToken("desk", "x", "feeds", Map.of("cognito:groups", "none"))
              .serialize();
      HttpResponse withoutRole =
          desk.answer(
              desk.request(
                  "GET", target, Map.of("authorization", "Bearer " + nobody), new byte[0]));
      assertThat(withoutRole.status()).isEqualTo(403);
      String reader =
          desk.provider
              .issueToken("desk", "x", "feeds", Map.of("cognito:groups", "reader"))
              .serialize();
      HttpResponse found =
          desk.answer(
              desk.request(
                  "GET", target, Map.of("authorization", "Bearer " + reader), new byte[0]));
      assertThat(found.status()).as("nothing is stored, but texts are on").isEqualTo(404);
      assertThat(new String(found.body(), StandardCharsets.UTF_8))
          .doesNotContain("text_routes_off");
    }
  }

  private static HttpResponse asked(Desk desk, Route route) {
    String target =
        route.pattern().replace("{source+}", "a").replaceAll("\\{[a-z]+}", "aaaaaaaaaaaaaaaa");
    return desk.answer(desk.request(route.method(), target, Map.of(), new byte[0]));
  }

  private static void closed(Route route, HttpResponse answer) {
    boolean page = route.operation() == null && !route.pattern().equals("/mcp");
    String name = route.method() + " " + route.pattern();
    if (page && route.method().equals("GET")) {
      assertThat(answer.status()).as(name).isEqualTo(303);
      assertThat(answer.headers().get("location")).as(name).startsWith("/login?to=");
    } else {
      assertThat(answer.status()).as(name).isEqualTo(401);
    }
  }
}
