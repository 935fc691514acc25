package io.quotemark.serve.login;

import io.quotemark.runtime.Once;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the routes where people sign in: finds out who asks, by a bearer token or the
 * session's cookie, and has the router answer on that caller's behalf, which refuses what is not
 * for it. What a cookie alone would allow to change is only taken from pages of ours.
 */
public final class Gate {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String BEARER = "bearer ";
  private static final int RETRY_AFTER_SECONDS = 10;

  /** Keys are fetched again for an unknown one at most so often. */
  public static final Duration REPRIEVE = Duration.ofSeconds(30);

  private final LoginConfig config;
  private final Tokens tokens;
  private final Sessions sessions;
  private final LoginPages pages;
  private final Router forPeople;
  private final Supplier<Router> forVisitors;
  private final JsonLog log;

  private Gate(
      LoginConfig config,
      Tokens tokens,
      Sessions sessions,
      LoginPages pages,
      List<Route> routes,
      Supplier<List<Route>> withoutTexts,
      JsonLog log) {
    this.config = config;
    this.tokens = tokens;
    this.sessions = sessions;
    this.pages = pages;
    this.forPeople = new Router(routes, Gate::refused);
    this.forVisitors = new Once<>(() -> new Router(withoutTexts.get(), Gate::refused));
    this.log = log;
  }

  /**
   * @param routes as readers and editors have them
   * @param withoutTexts the same, as whoever is neither may see them
   * @param reprieve that must have passed since the provider's keys were fetched before a token
   *     under an unknown one has them fetched again
   */
  public static Gate of(
      LoginConfig config,
      LoginSecrets secrets,
      List<Route> routes,
      Supplier<List<Route>> withoutTexts,
      Clock clock,
      JsonLog log,
      Duration reprieve) {
    ProviderHttp http = new ProviderHttp();
    Provider provider =
        new Provider(
            config, config.clientSecret() == null ? null : secrets::clientSecret, http, clock);
    Tokens tokens = new Tokens(config, provider, http, clock, reprieve.toMillis());
    Seal seal = new Seal(secrets);
    Cookies cookies = new Cookies(config.isSecure());
    Sessions sessions = new Sessions(seal, cookies, provider, tokens, clock, log);
    LoginPages pages = new LoginPages(provider, tokens, sessions, seal, cookies, clock, log);
    return new Gate(config, tokens, sessions, pages, routes, withoutTexts, log);
  }

  public HttpResponse answer(HttpRequest request) {
    try {
      return sent(answered(request));
    } catch (Problem.Raised raised) {
      return sent(stranger(request).call(() -> refused(request, raised.problem())));
    } catch (ProviderUnavailable | LoginSecretUnreadable unavailable) {
      log.error("login_unavailable", unavailable, "request", request.id());
      return sent(stranger(request).call(() -> unavailable(request)));
    }
  }

  private HttpResponse answered(HttpRequest request) {
    String bearer = bearer(request);
    if (bearer != null) {
      return answered(request, caller(request, bearer));
    }
    boolean changes = !READING.contains(request.method());
    boolean byCookie = sessions.isBrought(request) || request.path().equals("/logout");
    if (changes && byCookie && !OwnPage.sent(request, config.address())) {
      throw Problem.of(
              403,
              "foreign_page",
              "This did not come from a page here",
              "A form or script of another site may not send this. A program sends a bearer token.")
          .raised();
    }
    HttpResponse ofLogin = stranger(request).call(() -> pages.answer(request));
    if (ofLogin != null) {
      return ofLogin;
    }
    Sessions.Found found = sessions.of(request);
    Session session = found.session();
    HttpResponse answer =
        answered(request, session == null ? stranger(request) : caller(request, session.person()));
    return found.cookie() == null ? answer : answer.withCookie(found.cookie());
  }

  private HttpResponse answered(HttpRequest request, Caller caller) {
    Router router = caller.may(Access.READER) ? forPeople : forVisitors.get();
    return caller.call(() -> router.answer(request));
  }

  private static @Nullable String bearer(HttpRequest request) {
    String header = request.headers().get("authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private Caller stranger(HttpRequest request) {
    return new Caller(
        null, config.publicPages() ? Access.VISITOR : Access.ANYONE, ReturnTo.signIn(request));
  }

  private static Caller caller(HttpRequest request, Person person) {
    return new Caller(person.name(), person.access(), ReturnTo.signIn(request));
  }

  private Caller caller(HttpRequest request, String bearer) {
    try {
      return caller(request, tokens.bearer(bearer));
    } catch (Refused refused) {
      log.warn("token_refused", "reason", String.valueOf(refused.getMessage()));
      throw Problem.of(
              401,
              "bad_token",
              "The token is not accepted",
              "It is expired, or was not made by this deployment's provider for this application.")
          .raised();
    }
  }

  /** A problem for whoever asked: who has to sign in first is sent there, a program is told. */
  private static HttpResponse refused(HttpRequest request, Problem problem) {
    boolean page = !request.path().startsWith("/v1") && !request.path().equals("/mcp");
    if (page && problem.code().equals("login_needed")) {
      return READING.contains(request.method())
          ? Answers.seeOther(ReturnTo.signIn(request))
          : Screens.needed("/login");
    }
    if (page && problem.code().equals("role_needed")) {
      return Screens.notAllowed(
          problem, READING.contains(request.method()) ? ReturnTo.signIn(request) : "/login");
    }
    HttpResponse answer = Answers.problem(request, problem);
    return problem.status() == 401
        ? answer.with("www-authenticate", "Bearer realm=\"quotemark\"")
        : answer;
  }

  private static HttpResponse unavailable(HttpRequest request) {
    boolean page = !request.path().startsWith("/v1") && !request.path().equals("/mcp");
    if (page) {
      return Screens.unavailable(RETRY_AFTER_SECONDS);
    }
    return Answers.problem(
            request,
            Problem.of(
                503,
                "login_unavailable",
                "The login does not answer",
                "The provider that people sign in with is out of reach; try again in "
                    + RETRY_AFTER_SECONDS
                    + " seconds."))
        .with("retry-after", Integer.toString(RETRY_AFTER_SECONDS));
  }

  /** An answer is for whoever asked, and for no one who asks the same after that. */
  private HttpResponse sent(HttpResponse answer) {
    HttpResponse own = answer;
    if (!answer.headers().containsKey("cache-control")) {
      String vary = answer.headers().get("vary");
      own =
          answer
              .with("cache-control", "private, no-cache")
              .with("vary", (vary == null ? "" : vary + ", ") + "authorization, cookie");
    }
    return config.isSecure() ? own.with("strict-transport-security", "max-age=31536000") : own;
  }
}
