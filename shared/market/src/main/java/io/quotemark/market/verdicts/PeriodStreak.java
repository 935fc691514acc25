package io.quotemark.market.verdicts;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import io.quotemark.domain.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
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

  /** Index of the last bar of each week or month up to the session. */
  private final List<Integer> ends = new ArrayList<>();

  private PeriodStreak(Question q, Window.Unit unit, int sign) {
    this.q = q;
    this.sign = sign;
    int here = q.history().index(q.session());
    for (int i = 0; i <= here; i++) {
      LocalDate day = q.history().at(i).session();
      if (i == here || !period(day, unit).equals(period(q.history().at(i + 1).session(), unit))) {
        ends.add(i);
      }
    }
  }

  /**
   * @param sign 1 for gains, −1 for losses
   */
  static Finding check(Question q, Window.Unit unit, int wanted, int sign) {
    return new PeriodStreak(q, unit, sign).check(unit, wanted);
  }

  private Finding check(Window.Unit unit, int wanted) {
    int last = ends.size() - 1;
    if (last <= wanted) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT, "the history does not reach back that many periods");
    }
    LocalDate first = q.history().at(ends.get(last - wanted - 1)).session();
    Optional<LocalDate> gap = q.history().gap(first, q.session());
    if (gap.isPresent()) {
      return Finding.unverifiable(Unverifiable.HISTORY_GAP, "no bar for " + gap.get());
    }
    int whole = length(last - 1);
    int running = length(last);
    int nearer =
        q.claim().ended() || Math.abs(whole - wanted) < Math.abs(running - wanted)
            ? whole
            : running;
    String what =
        "%d %s in a row ended %s up to %s"
            .formatted(
                nearer,
                unit == Window.Unit.W ? "weeks" : "months",
                sign > 0 ? "higher" : "lower",
                q.history().at(ends.get(nearer == running ? last : last - 1)).session());
    Finding finding;
    if (nearer == wanted) {
      finding = Finding.verified(Strength.EXACT, what);
    } else if (nearer > wanted) {
      finding = Finding.loose(Strength.UNDERSTATED, what + ", more than the words say");
    } else {
      finding = Finding.fails(what);
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = Math.max(0, last - nearer - 1); i <= last; i++) {
      bars.add(q.history().at(ends.get(i)));
    }
    return finding
        .computed(BigDecimal.valueOf(nearer))
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), bars);
  }

  private int length(int end) {
    int length = 0;
    for (int i = end; i > 0 && sign(i) == sign; i--) {
      length++;
    }
    return length;
  }

  private int sign(int period) {
    Bar before = q.history().at(ends.get(period - 1));
    Bar bar = q.history().at(ends.get(period));
    return bar.close()
        .compareTo(q.history().inSharesOf(before.close(), before.session(), bar.session()));
  }

  private static Object period(LocalDate day, Window.Unit unit) {
    return unit == Window.Unit.M
        ? YearMonth.from(day)
        : day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
