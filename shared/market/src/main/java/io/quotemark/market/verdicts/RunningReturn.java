package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Window;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * "Up 30 % this year" names no session: it speaks of about now. It may be held against the article
 * where none of the sessions of the week up to publication comes near it.
 */
final class RunningReturn {
  private static final int SESSIONS = 5;

  /** Percentage points by which a figure may lag or be rounded, where the start is a set day. */
  private static final BigDecimal FROM_SET_DAY = BigDecimal.TWO;

  /** The same where the start is only about so long ago, with a quarter of the figure on top. */
  private static final BigDecimal FROM_ABOUT = new BigDecimal("5");

  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  private RunningReturn() {}

  /** Whether the claim of the question is such a return, and far from all that it can mean. */
  static boolean isFarOff(Question q, Check check) {
    Claim claim = q.claim();
    BigDecimal printed = claim.value();
    if (claim.kind() != ClaimKind.PERIOD_RETURN
        || claim.compared().window() == null
        || printed == null
        || q.publication().at() == null) {
      return false;
    }
    BigDecimal leeway = leeway(claim.compared().window(), printed);
    LocalDate session = q.session();
    for (int i = 0; i < SESSIONS; i++) {
      Question then = q.onSession(session);
      if (then.missing().isPresent()) {
        return false;
      }
      Finding finding = check.check(then);
      BigDecimal computed = finding.computed();
      if (!finding.failed()
          || computed == null
          || computed.subtract(printed).abs().compareTo(leeway) <= 0) {
        return false;
      }
      session = q.calendar().previous(session);
    }
    return true;
  }

  private static BigDecimal leeway(Window window, BigDecimal printed) {
    return switch (window) {
      case Window.ToDate toDate -> FROM_SET_DAY;
      case Window.CalendarYear year -> FROM_SET_DAY;
      case Window.Last last -> FROM_ABOUT.add(printed.abs().multiply(QUARTER));
      case Window.Since since -> FROM_ABOUT.add(printed.abs().multiply(QUARTER));
      case Window.FromPeak peak -> FROM_SET_DAY;
      case Window.AllTime allTime -> FROM_ABOUT.add(printed.abs().multiply(QUARTER));
      case Window.SinceIpo ipo -> FROM_ABOUT.add(printed.abs().multiply(QUARTER));
    };
  }
}
