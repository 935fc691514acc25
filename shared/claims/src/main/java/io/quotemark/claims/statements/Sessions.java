package io.quotemark.claims.statements;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import java.math.BigDecimal;
import java.util.List;

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
    for (BigDecimal least : List.of(CLEARLY, WITH_NEIGHBOUR)) {
      for (Draft draft : drafts) {
        Claim claim = draft.claim().build();
        SessionReading first = claim.sessions().isEmpty() ? null : claim.sessions().getFirst();
        boolean other =
            first != null
                && !first.session().equals(claim.session())
                && first.plausibility().compareTo(least) >= 0;
        if (other && (least.equals(CLEARLY) || agrees(draft, first.session(), drafts))) {
          draft.claim().session(first.session());
        }
      }
    }
  }

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
