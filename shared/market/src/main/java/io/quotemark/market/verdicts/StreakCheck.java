package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * "Third straight day of gains", "snapped a two-day losing streak": the signs of close-to-close
 * moves up to the session; an unchanged close breaks a streak.
 */
final class StreakCheck implements Check {
  /** Nobody counts further. */
  private static final int MOST_BACK = 1_000;

  @Override
  public Needed needs(Question question) {
    return question.wordedAsClose() ? Needed.CLOSES : Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    BigDecimal length = q.claim().value();
    if (length == null || q.claim().direction() == null) {
      return Looks.nowhere();
    }
    int over = q.claim().compared().ended() ? 2 : 1;
    int back = Math.min(length.intValue(), MOST_BACK) + over;
    LocalDate from =
        q.claim().compared().window() instanceof Window.Last(int count, Window.Unit unit)
            ? PeriodStreak.before(q.session(), unit, back, q.calendar())
            : q.calendar().plusSessions(q.session(), -back);
    return Looks.since(q, from, needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    BigDecimal value = q.claim().value();
    Direction direction = q.claim().direction();
    if (value == null || direction == null) {
      return Finding.unverifiable(
          Unverifiable.NO_FIGURE, "the words give no length or no direction of the streak");
    }
    int wanted = value.intValue();
    int sign = direction == Direction.DOWN || direction == Direction.LOW ? -1 : 1;
    if (q.claim().compared().window() instanceof Window.Last(int count, Window.Unit unit)
        && unit != Window.Unit.D) {
      return PeriodStreak.check(q, unit, wanted, sign);
    }
    int here = q.history().index(q.session());
    int own = sign(q.history(), here);
    if (here == 0) {
      return q.noPrevious();
    }
    int end = q.claim().compared().ended() ? here - 1 : here;
    int length = length(q.history(), end, sign);
    if (end - length <= 0 && length <= wanted) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT, "the history starts inside the streak");
    }
    LocalDate start = q.history().at(Math.max(0, end - Math.max(length, wanted))).session();
    Optional<LocalDate> gap = q.history().gap(start, q.session());
    if (gap.isPresent()) {
      return Finding.unverifiable(Unverifiable.HISTORY_GAP, "no bar for " + gap.get());
    }
    String way = sign > 0 ? "higher" : "lower";
    String what =
        "%d closes in a row were %s up to %s".formatted(length, way, q.history().at(end).session());
    List<Bar> bars = new ArrayList<>();
    for (int i = Math.max(0, end - length - 1); i <= here; i++) {
      bars.add(q.history().at(i));
    }
    Finding finding;
    if (q.claim().compared().ended()) {
      finding =
          own == sign
              ? Finding.fails("the streak went on: " + what)
              : ofLength(length, wanted, what + ", and the session broke it");
    } else if (length == 0 && lasted(q, here, sign, wanted)) {
      finding =
          Finding.loose(
                  Strength.WITHIN_RANGE, "true during the session only; its close was not " + way)
              .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    } else {
      finding = ofLength(length, wanted, what);
    }
    return finding
        .computed(BigDecimal.valueOf(length))
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), bars);
  }

  private static Finding ofLength(int length, int wanted, String what) {
    if (length == wanted) {
      return Finding.verified(Strength.EXACT, what);
    }
    return length > wanted
        ? Finding.loose(Strength.UNDERSTATED, what + ", more than the words say")
        : Finding.fails(what);
  }

  /** Whether some moment of the session would have made the streak. */
  private static boolean lasted(Question q, int here, int sign, int wanted) {
    BigDecimal previous = q.previousClose().orElse(q.bar().close());
    boolean moment =
        sign > 0 ? q.bar().high().compareTo(previous) > 0 : q.bar().low().compareTo(previous) < 0;
    return moment && !q.wordedAsClose() && length(q.history(), here - 1, sign) == wanted - 1;
  }

  private static int length(History history, int end, int sign) {
    int length = 0;
    for (int i = end; i > 0 && sign(history, i) == sign; i--) {
      length++;
    }
    return length;
  }

  private static int sign(History history, int index) {
    if (index == 0) {
      return 0;
    }
    Bar before = history.at(index - 1);
    Bar bar = history.at(index);
    return bar.close()
        .compareTo(history.inSharesOf(before.close(), before.session(), bar.session()));
  }
}
