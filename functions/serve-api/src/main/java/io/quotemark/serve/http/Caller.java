package io.quotemark.serve.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, while one request is answered. Where nobody signs in here, the gateway has asked before
 * and every request is the operator's.
 *
 * @param name as the provider of the login gives it, null for whoever has not signed in
 * @param most the narrowest routes that the caller may use
 * @param signIn where to sign in and come back to what is asked for now
 */
public record Caller(@Nullable String name, Access most, String signIn) {
  /** A gateway that asks for IAM or a JWT has let the request through. */
  private static final Caller OF_GATEWAY = new Caller(null, Access.EDITOR, "/");

  private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  /** The one of the request that is being answered. */
  public static Caller current() {
    return CURRENT.isBound() ? CURRENT.get() : OF_GATEWAY;
  }

  /** Whether people sign in here at all. */
  public static boolean isKnown() {
    return CURRENT.isBound();
  }

  /** Does something on behalf of this caller. */
  public <T> T call(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public boolean may(Access access) {
    return access.compareTo(most) <= 0;
  }

  /** Whether the one of the request that is being answered may use such routes. */
  public static boolean currentMay(Access access) {
    return current().may(access);
  }

  /** {@code reader} or {@code editor}; null for whoever is neither. */
  public @Nullable String role() {
    return may(Access.READER) ? most.name().toLowerCase(Locale.ROOT) : null;
  }

  /**
   * @throws Problem.Raised where the route is not for this caller: 401 for whoever has not signed
   *     in, 403 for whoever has
   */
  void admitTo(Route route) {
    if (may(route.access())) {
      return;
    }
    if (name == null) {
      throw Problem.of(
              401,
              "login_needed",
              "Sign in first",
              "This is for people who have signed in; a program sends a bearer token of the same"
                  + " provider.")
          .raised();
    }
    throw Problem.of(
            403,
            "role_needed",
            "Your role does not allow this",
            route.access() == Access.EDITOR
                ? "This needs the role editor, and you are signed in as "
                    + Problem.clipped(name)
                    + (role() == null ? " without a role." : " with the role " + role() + ".")
                    + " Whoever runs this Quotemark can make you an editor."
                : "You are signed in as "
                    + Problem.clipped(name)
                    + ", which has no role here. Whoever runs this Quotemark can make you a reader"
                    + " or an editor.")
        .raised();
  }
}
