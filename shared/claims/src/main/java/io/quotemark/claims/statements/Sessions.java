package io.quotemark.claims.statements;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the statements of a sentence the session that their words mean most likely: syntax proposes
 * one, and the points overrule it where another is clearly likelier.
 */
final class Sessions {
  /** How likely another session must be to overrule syntax. */
  private static final BigDecimal CLEARLY = new BigDecimal("0.8");

  /** The same where another statement about the same company is of it. */
  private static final BigDecimal WITH_NEIGHBOUR = new BigDecimal("0.5");

  private Sessions() {}

  static void choose(List<Draft> drafts) {
    for (Draft draft : drafts) {
      SessionReading first = other(draft, CLEARLY);
      if (first != null) {
        draft.claim().session(first.session());
      }
    }
    for (Draft draft : drafts) {
      SessionReading first = other(draft, WITH_NEIGHBOUR);
      if (first != null && agrees(draft, first.session(), drafts)) {
        draft.claim().session(first.session());
      }
    }
  }

  /** The likeliest session, where it is not the one that the statement has and likely enough. */
  private static @Nullable SessionReading other(Draft draft, BigDecimal least) {
    Claim claim = draft.claim().build();
    if (claim.sessions().isEmpty()) {
      return null;
    }
    SessionReading first = claim.sessions().getFirst();
    return first.session().equals(claim.session()) || first.plausibility().compareTo(least) < 0
        ? null
        : first;
  }

  @SuppressWarnings("ReferenceEquality") // a draft is itself alone
  private static boolean agrees(Draft draft, SessionWords session, List<Draft> drafts) {
    for (Draft one : drafts) {
      if (one != draft
          && one.subject().head() == draft.subject().head()
          && one.claim().build().session().equals(session)) {
        return true;
      }
    }
    return false;
  }
}
