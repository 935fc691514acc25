package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * "Best week since October", "worst two-day drop in a year": the latest earlier stretch of that
 * length that moved as far, by closes. The week (month, year) that is running and the one before
 * may be meant; the reading that fits decides.
 */
final class PeriodExtreme {
  private final Question q;
  private final Stretch stretch;
  private final boolean up;
  private final Periods periods;

  private PeriodExtreme(Question q, Window over, Stretch stretch, boolean up) {
    this.q = q;
    this.stretch = stretch;
    this.up = up;
    this.periods = Periods.of(q, over);
  }

  /**
   * @param over the length of the stretches that are compared
   * @param stretch how far back
   * @param up whether gains are compared
   */
  static Finding check(Question q, Window over, Stretch stretch, boolean up) {
    return new PeriodExtreme(q, over, stretch, up).check();
  }

  private Finding check() {
    int last = periods.size() - 1;
    if (periods.before(last) < periods.first()) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT, "the history does not reach back that far");
    }
    Finding running = of(last);
    if (periods.lastIsComplete() || !running.failed()) {
      return running;
    }
    Finding before = of(last - 1);
    return before.failed() ? running : before;
  }

  private Finding of(int period) {
    BigDecimal move = periods.move(period);
    int found = latest(period, move);
    Bar end = periods.end(period);
    Depth depth =
        move.signum() == (up ? 1 : -1)
            ? depth(end, found)
            : new Depth(Outcome.CONTRADICTED, null, null);
    String what =
        "%s to %s: %s, %s"
            .formatted(
                periods.start(period),
                end.session(),
                Percent.text(move),
                found < 0
                    ? "none as far in store"
                    : "last as far from %s to %s"
                        .formatted(periods.start(found), periods.end(found).session()));
    return depth
        .finding(what)
        .computed(move)
        .on(PriceField.CLOSE, end.session())
        .evidence(
            q.history().series(), found < 0 ? List.of(end) : List.of(periods.end(found), end));
  }

  /** By the end of the earlier stretch, or by its start where that bears the words out. */
  private Depth depth(Bar end, int found) {
    Question then = q.onSession(end.session());
    if (found < 0) {
      LocalDate measured = periods.start(periods.first());
      return !stretch.wholeHistory() && Depth.startsLate(measured, stretch)
          ? Depth.tooShort(measured)
          : Depth.of(then, stretch, null);
    }
    Depth byEnd = Depth.of(then, stretch, periods.end(found).session());
    Depth byStart = Depth.of(then, stretch, periods.start(found));
    return byStart.rank() > byEnd.rank() ? byStart : byEnd;
  }

  /** The latest earlier stretch that moved as far, of a "second-best" the second; -1: none did. */
  private int latest(int period, BigDecimal move) {
    int rank = q.claim().compared().rank() == null ? 1 : q.claim().compared().rank();
    int found = 0;
    for (int i = periods.before(period); i >= periods.first(); i--) {
      int order = periods.move(i).compareTo(move);
      if ((up ? order >= 0 : order <= 0) && ++found == rank) {
        return i;
      }
    }
    return -1;
  }
}
