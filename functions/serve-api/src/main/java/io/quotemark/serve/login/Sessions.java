package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.JsonLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The session that a request brings, renewed where it is time, and its cookie. */
final class Sessions {
  private static final String TYPE = "session";

  /**
   * @param session null where nobody has signed in, or has no longer
   * @param cookie to set with the answer, null where it stays as it is
   */
  record Found(@Nullable Session session, @Nullable String cookie) {}

  private final Seal seal;
  private final Cookies cookies;
  private final Provider provider;
  private final Tokens tokens;
  private final Clock clock;
  private final JsonLog log;

  Sessions(Seal seal, Cookies cookies, Provider provider, Tokens tokens, Clock clock, JsonLog log) {
    this.seal = seal;
    this.cookies = cookies;
    this.provider = provider;
    this.tokens = tokens;
    this.clock = clock;
    this.log = log;
  }

  /** Whether a browser sends one along, good or not. */
  boolean isBrought(HttpRequest request) {
    return cookies.of(request, Cookies.SESSION) != null;
  }

  /** By which the session that a request brings can be renewed; null where it brings none. */
  @Nullable String refreshToken(HttpRequest request) {
    String brought = cookies.of(request, Cookies.SESSION);
    Node sealed = brought == null ? null : seal.open(TYPE, brought);
    return sealed == null ? null : Session.of(sealed).refresh();
  }

  /**
   * @throws ProviderUnavailable where the session has to be renewed and the provider does not
   *     answer
   */
  Found of(HttpRequest request) {
    String brought = cookies.of(request, Cookies.SESSION);
    if (brought == null || brought.isEmpty()) {
      return new Found(null, null);
    }
    Node sealed = seal.open(TYPE, brought);
    Session session = sealed == null ? null : Session.of(sealed);
    Instant now = clock.instant();
    if (session == null || session.isOver(now)) {
      return ended();
    }
    String refresh = session.refresh();
    return refresh == null || !session.shouldRenew(now)
        ? new Found(session, null)
        : renewed(session, refresh, now);
  }

  private Found ended() {
    return new Found(null, cookies.cleared(Cookies.SESSION));
  }

  private Found renewed(Session session, String refresh, Instant now) {
    boolean must = session.mustRenew(now);
    try {
      Provider.Grant grant = provider.renew(refresh);
      Person person =
          grant.idToken() == null ? session.person() : tokens.signedIn(grant.idToken(), null);
      if (!person.subject().equals(session.person().subject())) {
        throw new Refused("the renewal is about somebody else");
      }
      Session again = session.renewed(person, now, grant.refreshToken());
      return new Found(again, cookie(again));
    } catch (Refused refused) {
      log.warn("renewal_refused", "reason", String.valueOf(refused.getMessage()));
      // another tab may have renewed it at this moment, by a token that works only once
      return must ? ended() : new Found(session, null);
    } catch (ProviderUnavailable unavailable) {
      if (must) {
        throw unavailable;
      }
      log.warn("renewal_put_off", "reason", String.valueOf(unavailable.getMessage()));
      return new Found(session, null);
    }
  }

  /** The header Set-Cookie of a session; without what no browser would keep. */
  String cookie(Session session) {
    String sealed = seal.seal(TYPE, session::write);
    Session kept = session;
    if (sealed.length() > Cookies.MOST_LENGTH - 100) {
      kept = session.withoutRefresh();
      sealed = seal.seal(TYPE, kept::write);
    }
    Duration age = Duration.between(clock.instant(), kept.ends());
    return cookies.set(Cookies.SESSION, sealed, age);
  }
}
