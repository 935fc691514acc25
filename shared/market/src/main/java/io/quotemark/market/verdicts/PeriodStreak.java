package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * "Fourth straight weekly gain": the signs of moves from one week's (month's) last close to the
 * next. The running week counts by its latest close; where the words leave open whether it is
 * meant, the reading that fits decides.
 */
final class PeriodStreak {
  private final Question q;
  private final int sign;
  private final Periods periods;

  private PeriodStreak(Question q, Window.Unit unit, int sign) {
    this.q = q;
    this.sign = sign;
    this.periods = Periods.of(q, Window.last(1, unit));
  }

  /**
   * @param sign 1 for gains, −1 for losses
   */
  static Finding check(Question q, Window.Unit unit, int wanted, int sign) {
    return new PeriodStreak(q, unit, sign).check(unit, wanted);
  }

  /** Where the comparison of a streak of so many periods begins. */
  static LocalDate before(LocalDate session, Window.Unit unit, int periods, TradingCalendar days) {
    return switch (unit) {
      case D -> days.plusSessions(session, -periods);
      case W -> session.minusWeeks(periods + 1L);
      case M -> session.minusMonths(periods + 1L);
      case Y -> session.minusYears(periods + 1L);
    };
  }

  private Finding check(Window.Unit unit, int wanted) {
    int last = periods.size() - 1;
    int back = q.claim().compared().ended() ? wanted + 1 : wanted;
    if (last <= back) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT, "the history does not reach back that many periods");
    }
    LocalDate first = periods.end(last - back - 1).session();
    Optional<LocalDate> gap = q.history().gap(first, q.session());
    if (gap.isPresent()) {
      return Finding.unverifiable(Unverifiable.HISTORY_GAP, "no bar for " + gap.get());
    }
    int end = nearest(last, wanted);
    int length = length(end);
    String what =
        "%d %s in a row ended %s up to %s"
            .formatted(
                length,
                unit == Window.Unit.W ? "weeks" : "months",
                sign > 0 ? "higher" : "lower",
                periods.end(end).session());
    Finding finding;
    if (length == wanted) {
      finding = Finding.verified(Strength.EXACT, what);
    } else if (length > wanted) {
      finding = Finding.loose(Strength.UNDERSTATED, what + ", more than the words say");
    } else {
      finding = Finding.fails(what);
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = Math.max(0, end - length - 1); i <= last; i++) {
      bars.add(periods.end(i));
    }
    return finding
        .computed(BigDecimal.valueOf(length))
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), bars);
  }

  /**
   * The period at which the streak that the words may mean ends: the running one or the one before
   * it; of one that is over, a period earlier, where the next broke it. The length nearest to the
   * printed one decides.
   */
  private int nearest(int last, int wanted) {
    int over = q.claim().compared().ended() ? 1 : 0;
    int nearest = last - over;
    int earlier = nearest - 1;
    boolean broken = over == 0 || sign(earlier + 1) != sign;
    return broken && Math.abs(length(earlier) - wanted) < Math.abs(length(nearest) - wanted)
        ? earlier
        : nearest;
  }

  private int length(int end) {
    int length = 0;
    for (int i = end; i > 0 && sign(i) == sign; i--) {
      length++;
    }
    return length;
  }

  private int sign(int period) {
    return periods.move(period).signum();
  }
}
