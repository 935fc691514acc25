package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "52-week high: 202.28": the highest or lowest price of a long stretch up to the session. */
final class PeriodPeak {
  private static final int WEEKS = 4;

  /** Where the stretch begins differs between those who print it by as many days. */
  private static final int SLACK_DAYS = 7;

  private PeriodPeak() {}

  /** Whether it is a high or low of months or years, which needs no day of its own. */
  static boolean is(Claim claim) {
    boolean level = claim.kind() == ClaimKind.PRICE_LEVEL || claim.kind() == ClaimKind.INDEX_LEVEL;
    boolean extreme = claim.field() == PriceField.HIGH || claim.field() == PriceField.LOW;
    Window over = claim.compared().over();
    return level && extreme && over != null && isLong(over);
  }

  private static boolean isLong(Window over) {
    return switch (over) {
      case Window.Last last ->
          switch (last.unit()) {
            case D -> false;
            case W -> last.count() > WEEKS;
            case M, Y -> true;
          };
      case Window.ToDate toDate -> toDate == Window.ToDate.YTD;
      case Window.AllTime all -> true;
      case Window.CalendarYear year -> false;
      case Window.Since since -> false;
      case Window.SinceIpo ipo -> true;
      case Window.FromPeak peak -> false;
    };
  }

  /** The first day of the stretch; {@link LocalDate#MIN} for all there is. */
  static LocalDate start(Question q) {
    LocalDate end = q.session();
    return switch (q.claim().compared().over()) {
      case Window.Last last ->
          switch (last.unit()) {
            case D -> end.minusDays(last.count());
            case W -> end.minusWeeks(last.count());
            case M -> end.minusMonths(last.count());
            case Y -> end.minusYears(last.count());
          };
      case Window.ToDate toDate -> end.withDayOfYear(1);
      case null, default -> LocalDate.MIN;
    };
  }

  static Finding check(Question q, Printed printed) {
    LocalDate start = start(q);
    boolean ever = start.equals(LocalDate.MIN);
    History history = q.history();
    if (!ever && history.first().isAfter(start.plusDays(SLACK_DAYS))) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT,
          Reason.of("history.starts").day("first", history.first()));
    }
    Optional<LocalDate> gap =
        history.gap(ever ? history.first() : start.plusDays(SLACK_DAYS), q.session());
    if (gap.isPresent()) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_GAP, Reason.of("session.none").day("missing", gap.get()));
    }
    boolean high = q.claim().field() == PriceField.HIGH;
    Bar peak = peak(q, start, q.session(), high, false);
    BigDecimal price = price(q, peak, high, false);
    Finding finding = judged(q, printed, start, high, price, ever);
    return finding
        .on(q.claim().field(), q.session())
        .computed(price)
        .evidence(history.series(), peak, q.bar());
  }

  private static Finding judged(
      Question q, Printed printed, LocalDate start, boolean high, BigDecimal price, boolean ever) {
    Reason bare =
        Reason.of("period_peak.agrees").code("way", high ? "up" : "down").price("price", price);
    Reason what = ever ? bare : bare.day("from", start);
    Fit fit = printed.fit(price);
    if (fit == Fit.EXACT || fit == Fit.ROUNDED) {
      return Finding.verified(fit == Fit.EXACT ? Strength.EXACT : Strength.ROUNDED, what);
    }
    for (BigDecimal other : others(q, start, high)) {
      if (printed.fit(other).holds()) {
        return Finding.loose(
            Strength.WITHIN_RANGE, what.as("period_peak.otherwise").price("other", other));
      }
    }
    boolean beyond = printed.value().compareTo(price) > 0 == high;
    return ever && beyond
        ? Finding.unverifiable(Unverifiable.HISTORY_TOO_SHORT, what.as("period_peak.open"))
        : Finding.fails(what.as("period_peak.fails"));
  }

  /** By closes, without the last session, and over a stretch some days longer or shorter. */
  private static List<BigDecimal> others(Question q, LocalDate start, boolean high) {
    List<BigDecimal> others = new ArrayList<>();
    boolean ever = start.equals(LocalDate.MIN);
    LocalDate before = q.calendar().previous(q.session());
    for (int slack = ever ? 0 : -SLACK_DAYS; slack <= (ever ? 0 : SLACK_DAYS); slack++) {
      LocalDate from = ever ? start : start.plusDays(slack);
      for (LocalDate to : List.of(q.session(), before)) {
        for (boolean closes : new boolean[] {false, true}) {
          Bar bar = peakOrNull(q, from, to, high, closes);
          if (bar != null) {
            others.add(price(q, bar, high, closes));
          }
        }
      }
    }
    return others;
  }

  private static Bar peak(Question q, LocalDate from, LocalDate to, boolean high, boolean closes) {
    Bar peak = peakOrNull(q, from, to, high, closes);
    return peak == null ? q.bar() : peak;
  }

  private static @Nullable Bar peakOrNull(
      Question q, LocalDate from, LocalDate to, boolean high, boolean closes) {
    Bar peak = null;
    for (int i = 0; i < q.history().size(); i++) {
      Bar bar = q.history().at(i);
      if (bar.session().isBefore(from) || bar.session().isAfter(to)) {
        continue;
      }
      boolean beats =
          peak == null
              || price(q, bar, high, closes).compareTo(price(q, peak, high, closes)) > 0 == high;
      peak = beats ? bar : peak;
    }
    return peak;
  }

  /** In the shares of the session. */
  private static BigDecimal price(Question q, Bar bar, boolean high, boolean closes) {
    BigDecimal price = closes ? bar.close() : high ? bar.high() : bar.low();
    return q.history().inSharesOf(price, bar.session(), q.session());
  }
}
