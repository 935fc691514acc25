package io.quotemark.serve.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.serve.TestRoutes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/**
 * The login in front of all routes, reached by HTTP, beside an OpenID provider that is reached by
 * HTTP too. The stores answer as where nothing is stored.
 */
final class Desk implements AutoCloseable {
  static final String CLIENT = "quotemark";

  final MockOAuth2Server provider;
  final Clicking clock = new Clicking();
  String sessionKey = "a secret of at least thirty-two characters";
  private final HttpServer front;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final EmptyStores aws;
  private final Gate gate;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private int requests;

  /** Runs on from now, and can be put forward. */
  static final class Clicking extends Clock {
    private Duration ahead = Duration.ZERO;

    void forward(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  Desk(Route... more) {
    this(false, null, more);
  }

  /**
   * @param address where people reach it, null for the loopback address that it has
   * @param more what the provider answers beside its own addresses
   */
  Desk(boolean publicPages, @Nullable URI address, Route... more) {
    provider = new MockOAuth2Server(more);
    provider.start();
    try {
      front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    URI here = URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    front.setExecutor(threads);
    front.createContext("/", this::serve);
    front.start();
    aws = new EmptyStores();
    LoginConfig config = config("cognito:groups", address == null ? here : address, publicPages);
    gate =
        Gate.of(
            config,
            new LoginSecrets() {
              @Override
              public String sessionKey() {
                return sessionKey;
              }

              @Override
              public String recentSessionKey() {
                return sessionKey;
              }

              @Override
              public String clientSecret() {
                throw new IllegalStateException("the client has none");
              }
            },
            TestRoutes.all(aws.address(), true),
            () -> TestRoutes.all(aws.address(), false),
            clock,
            new JsonLog(
                new PrintStream(log, true, StandardCharsets.UTF_8),
                "serve-api",
                "test",
                JsonLog.Level.INFO),
            Duration.ZERO);
  }

  private LoginConfig config(String rolesClaim, URI address, boolean publicPages) {
    return new LoginConfig(
        issuer(),
        CLIENT,
        Set.of(CLIENT, "feeds"),
        null,
        "key",
        rolesClaim,
        "reader",
        "editor",
        address,
        publicPages,
        null);
  }

  Tokens tokens() {
    return tokens("cognito:groups");
  }

  /** What verifies tokens, by itself. */
  Tokens tokens(String rolesClaim) {
    LoginConfig config = config(rolesClaim, address(), false);
    ProviderHttp http = new ProviderHttp();
    return new Tokens(config, new Provider(config, null, http, clock), http, clock, 0);
  }

  String issuer() {
    return provider.issuerUrl("desk").toString();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
  }

  String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** Whoever signs in next is this person, in these groups. */
  void expects(String subject, String... groups) {
    expects(subject, Map.of("email", subject + "@example.com", "cognito:groups", List.of(groups)));
  }

  void expects(String subject, Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("desk", subject, "JWT", List.of(CLIENT), claims, 360_000));
  }

  /** An answer without the way by HTTP. */
  HttpResponse answer(HttpRequest request) {
    return gate.answer(request);
  }

  /** As the gateway hands it over. */
  HttpRequest request(String method, String target, Map<String, String> headers, byte[] body) {
    URI uri = URI.create(target);
    Map<String, String> query = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return new HttpRequest("r" + requests++, method, uri.getPath(), query, headers, body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              headers.put(name.toLowerCase(Locale.ROOT), String.join("; ", values)));
      HttpResponse answer =
          answer(
              request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  headers,
                  exchange.getRequestBody().readAllBytes()));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      answer.cookies().forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
      boolean bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  @Override
  public void close() {
    front.stop(0);
    threads.shutdownNow();
    aws.close();
    provider.shutdown();
  }
}
