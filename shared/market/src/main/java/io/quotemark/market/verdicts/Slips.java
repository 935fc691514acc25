package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.Fact;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a figure that failed may have been meant to be: flags and the likely repair. */
final class Slips {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NEAR = new BigDecimal("0.30");
  private static final List<String> MINOR_UNITS = List.of("GBP", "ZAR", "ILS", "USD", "EUR", "AUD");
  private static final List<Integer> POWERS = List.of(1, 3, 5, 6, 7, 9);
  private static final int NEARBY_SESSIONS = 5;

  private Slips() {}

  /** Looks for the slip that explains the failed claim and flags the finding with it. */
  static Finding explain(Question q, Check check, Finding failed) {
    if (PeriodPeak.is(q.claim())) {
      return failed;
    }
    boolean level =
        q.claim().kind() == ClaimKind.PRICE_LEVEL || q.claim().kind() == ClaimKind.INDEX_LEVEL;
    if (level && q.printed().isPresent()) {
      Printed printed = q.printed().get();
      if (!near(printed.value(), q.bar())
          && (scale(q, printed, failed)
              || sister(q, printed, failed)
              || laterSplit(q, printed, failed))) {
        return failed;
      }
    }
    boolean sessionMatters =
        switch (q.claim().kind()) {
          case PRICE_LEVEL,
              INDEX_LEVEL,
              MOVE_PCT,
              MOVE_ABS,
              INDEX_MOVE_PCT,
              INDEX_MOVE_PTS,
              PEAK_MOVE_PCT ->
              true;
          default -> false;
        };
    if (sessionMatters) {
      nearbySession(q, check, failed);
    }
    if (!level) {
      reversed(q, failed);
    }
    return failed;
  }

  private static boolean near(BigDecimal value, Bar bar) {
    return value.subtract(bar.close()).abs().compareTo(bar.close().multiply(NEAR)) <= 0
        || (value.compareTo(bar.low()) >= 0 && value.compareTo(bar.high()) <= 0);
  }

  /** Pence for pounds, or a factor of ten, thousand, lakh, million, crore or billion. */
  private static boolean scale(Question q, Printed printed, Finding failed) {
    boolean minor = MINOR_UNITS.contains(String.valueOf(q.claim().currency()));
    for (BigDecimal meant :
        List.of(printed.value().multiply(HUNDRED), printed.value().divide(HUNDRED))) {
      if (inside(meant, printed, q.bar())) {
        failed
            .flag(minor ? Flag.UNIT_SLIP : Flag.SCALE_SLIP)
            .repair(
                Reason.of(minor ? "repair.minor_unit" : "repair.times")
                    .price("figure", meant)
                    .number("times", HUNDRED));
        return true;
      }
    }
    for (int power : POWERS) {
      for (int sign : new int[] {power, -power}) {
        BigDecimal meant = printed.value().scaleByPowerOfTen(sign);
        if (inside(meant, printed, q.bar())) {
          failed
              .flag(Flag.SCALE_SLIP)
              .repair(
                  Reason.of("repair.times")
                      .price("figure", meant)
                      .number("times", BigDecimal.ONE.scaleByPowerOfTen(power)));
          return true;
        }
      }
    }
    return false;
  }

  private static boolean inside(BigDecimal meant, Printed printed, Bar bar) {
    BigDecimal step =
        printed.step().multiply(meant).divide(printed.value(), MathContext.DECIMAL64).abs();
    return new Printed(meant, step, null).fitWithin(bar.low(), bar.high()).holds();
  }

  /** A fall told as a rise, or the other way. */
  private static void reversed(Question q, Finding failed) {
    BigDecimal computed = failed.computed();
    if (computed != null
        && q.printed().isPresent()
        && new Printed(q.printed().get().value().negate(), q.printed().get().step(), null)
            .fit(computed)
            .holds()) {
      failed.repairIfNone(figure(q.claim(), computed).as("repair.turned"));
    }
  }

  /** A computed figure as the claim's kind writes it. */
  static Reason figure(Claim claim, BigDecimal computed) {
    Reason bare = Reason.of("repair.figure");
    return switch (claim.kind()) {
      case MOVE_ABS, INDEX_MOVE_PTS -> bare.with("move", Fact.move(computed));
      case PRICE_LEVEL, INDEX_LEVEL -> bare.price("figure", computed);
      default -> bare.percent("move", computed);
    };
  }

  /** A sister listing that showed the price in that session (rule 11). */
  private static boolean sister(Question q, Printed printed, Finding failed) {
    for (Listing sister : q.market().securities().sisters(q.listing())) {
      Optional<Bar> bar =
          q.market().history(sister.id()).flatMap(history -> history.bar(q.session()));
      if (bar.isPresent() && printed.fitWithin(bar.get().low(), bar.get().high()).holds()) {
        failed
            .flag(Flag.WRONG_LISTING)
            .repair(
                Reason.of("repair.listing")
                    .listing("other", sister.id())
                    .price("low", bar.get().low(), sister.currency())
                    .price("high", bar.get().high(), sister.currency()));
        return true;
      }
    }
    return false;
  }

  /** A history adjusted for a split that had not happened yet (rule 5). */
  private static boolean laterSplit(Question q, Printed printed, Finding failed) {
    LocalDate published = q.publication().dayAt(q.calendar()).orElse(q.session());
    BigDecimal factor = BigDecimal.ONE;
    for (PriceSeries.Split split : q.history().series().splits()) {
      if (split.firstSession().isAfter(published)) {
        factor = factor.multiply(split.ratio());
        Bar bar = q.bar();
        BigDecimal low = bar.low().divide(factor, MathContext.DECIMAL64);
        BigDecimal high = bar.high().divide(factor, MathContext.DECIMAL64);
        if (printed.fitWithin(low, high).holds()) {
          failed
              .flag(Flag.ADJUSTMENT_SENSITIVE)
              .repair(
                  Reason.of("repair.split")
                      .price("figure", bar.close())
                      .day("split", split.firstSession()));
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Another session within a week, begun by publication, on which the same words would have been
   * true.
   */
  private static void nearbySession(Question q, Check check, Finding failed) {
    LocalDate before = q.session();
    LocalDate after = q.session();
    for (int i = 0; i < NEARBY_SESSIONS; i++) {
      before = q.calendar().previous(before);
      after = q.calendar().next(after);
      for (LocalDate other : List.of(before, after)) {
        Question asked = q.onSession(other);
        if (!q.publication().beforeOpen(q.calendar(), other)
            && asked.missing().isEmpty()
            && strictly(asked, check)) {
          failed
              .flag(Flag.WRONG_SESSION_DATE)
              .repair(Reason.of("repair.session").day("other", other));
          return;
        }
      }
    }
  }

  private static boolean strictly(Question q, Check check) {
    Finding finding = check.check(q);
    PriceField field = q.claim().field();
    boolean anyPriceOfTheDay = field == null || field == PriceField.LAST;
    return anyPriceOfTheDay ? finding.outcome() == Outcome.VERIFIED : finding.holds();
  }
}
