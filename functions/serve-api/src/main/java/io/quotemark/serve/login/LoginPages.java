package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out: {@code GET /login}, {@code GET /login/callback}, where the provider sends a
 * browser back to, {@code POST /logout} and {@code GET /signed-out}. They stand before the table of
 * routes, since a provider may hand back parameters of its own.
 */
final class LoginPages {
  private static final String TYPE = "login";

  private final Provider provider;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Seal seal;
  private final Cookies cookies;
  private final Clock clock;
  private final JsonLog log;

  LoginPages(
      Provider provider,
      Tokens tokens,
      Sessions sessions,
      Seal seal,
      Cookies cookies,
      Clock clock,
      JsonLog log) {
    this.provider = provider;
    this.tokens = tokens;
    this.sessions = sessions;
    this.seal = seal;
    this.cookies = cookies;
    this.clock = clock;
    this.log = log;
  }

  /** Null where the request is for another address. */
  @Nullable HttpResponse answer(HttpRequest request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    String wanted = request.path().equals("/logout") ? "POST" : "GET";
    boolean ours =
        switch (request.path()) {
          case "/login", "/login/callback", "/logout", "/signed-out" -> true;
          default -> false;
        };
    if (!ours) {
      return null;
    }
    if (!method.equals(wanted)) {
      throw Problem.of(
              405,
              "method_not_allowed",
              "Method not allowed",
              request.path() + " takes " + wanted + " alone")
          .raised();
    }
    return switch (request.path()) {
      case "/login" -> begin(ReturnTo.checked(request.query().get("to")));
      case "/login/callback" -> back(request).withCookie(cookies.cleared(Cookies.LOGIN));
      case "/logout" -> leave(request);
      default -> Screens.signedOut();
    };
  }

  private HttpResponse begin(String to) {
    Pending pending = Pending.begun(to, clock.instant());
    String sealed = seal.seal(TYPE, pending::write);
    return Answers.seeOther(provider.signIn(pending))
        .withCookie(cookies.set(Cookies.LOGIN, sealed, Pending.LONGEST));
  }

  private HttpResponse back(HttpRequest request) {
    Map<String, String> query = request.query();
    String brought = cookies.of(request, Cookies.LOGIN);
    Node sealed = brought == null ? null : seal.open(TYPE, brought);
    Pending pending = sealed == null ? null : Pending.of(sealed);
    Instant now = clock.instant();
    if (pending == null
        || !pending.state().equals(query.get("state"))
        || !now.isBefore(pending.begun().plus(Pending.LONGEST))) {
      log.warn("login_refused", "request", request.id(), "reason", "no such login is under way");
      return Screens.failed(
          400,
          "This login was not begun in this browser, is over already, or took longer than ten"
              + " minutes.",
          "/login");
    }
    String again = ReturnTo.signIn(pending.to());
    String error = query.get("error");
    if (error != null) {
      log.warn("login_refused", "request", request.id(), "reason", Provider.word(error));
      return Screens.failed(
          403, "The service that you sign in with says: " + Provider.word(error) + ".", again);
    }
    try {
      return signedIn(pending, query.getOrDefault("code", ""), now);
    } catch (Refused refused) {
      log.warn(
          "login_refused", "request", request.id(), "reason", String.valueOf(refused.getMessage()));
      return Screens.failed(
          403, "What the service that you sign in with told us could not be verified.", again);
    }
  }

  private HttpResponse signedIn(Pending pending, String code, Instant now) {
    Provider.Grant grant = provider.redeem(code, pending.verifier());
    if (grant.idToken() == null) {
      throw new Refused("the provider gave no ID token");
    }
    Person person = tokens.signedIn(grant.idToken(), pending.nonce());
    Session session = Session.begun(person, now, grant.refreshToken());
    return Answers.seeOther(pending.to()).withCookie(sessions.cookie(session));
  }

  private HttpResponse leave(HttpRequest request) {
    HttpResponse answer;
    try {
      String refresh = sessions.refreshToken(request);
      if (refresh != null) { // a copy of the cookie could be renewed by it
        provider.revoke(refresh);
      }
      String there = provider.signOut();
      answer = there == null ? Screens.signedOut() : Screens.leaving(there);
    } catch (ProviderUnavailable unavailable) {
      log.warn("sign_out_here_alone", "reason", String.valueOf(unavailable.getMessage()));
      answer = Screens.signedOutHereAlone();
    }
    // what is kept of the pages would come back by the browser's button
    return answer.with("clear-site-data", "\"cache\"").withCookie(cookies.cleared(Cookies.SESSION));
  }
}
