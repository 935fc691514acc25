package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * "109.61 yen to the dollar" against the day's reference rate, read either way round where no
 * currency is printed. There is one such rate a day: near it is loose, well off it is undecided,
 * and only what no day's swing explains fails.
 */
final class FxRateCheck implements Check {
  private static final BigDecimal SWING = new BigDecimal("0.015");
  private static final BigDecimal WILD_SWING = new BigDecimal("0.05");
  private static final BigDecimal HALF_MORE = new BigDecimal("1.5");

  /** Reference rates of about a year. */
  private static final int YEAR = 250;

  @Override
  public Needed needs(Question question) {
    return Needed.CLOSES;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return q.printed().filter(printed -> printed.value().signum() > 0).isEmpty()
        ? Looks.nowhere()
        : Looks.atSession(q, needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    Printed printed = q.printed().orElse(null);
    if (printed == null || printed.value().signum() <= 0) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, Reason.of("figure.none"));
    }
    BigDecimal rate = q.bar().close();
    BigDecimal turned = BigDecimal.ONE.divide(rate, MathContext.DECIMAL64);
    BigDecimal nearer = nearer(q, printed, rate, turned);
    Reason what =
        Reason.of("rate.agrees")
            .number("rate", nearer.round(new MathContext(6)).stripTrailingZeros())
            .day("rate_day", q.session());
    Finding finding;
    BigDecimal apart = apart(printed, nearer);
    // "around 1.08" is no rate that was 1.04
    boolean around = printed.hedge() != Hedge.ABOUT || apart.compareTo(SWING) <= 0;
    if (around && printed.fit(nearer).holds()) {
      finding = Finding.verified(Strength.ROUNDED, what);
    } else if (apart.compareTo(SWING) <= 0) {
      finding = Finding.loose(Strength.WITHIN_RANGE, what.as("rate.near"));
    } else if (apart.compareTo(widest(q)) <= 0) {
      finding = Finding.unverifiable(Unverifiable.SESSION_NOT_COVERED, what.as("rate.open"));
    } else {
      finding = Finding.fails(what.as("rate.fails"));
      scale(finding, printed, rate, turned);
    }
    return finding.computed(nearer).on(null, q.session()).evidence(q.history().series(), q.bar());
  }

  /** The way round that the printed currency says; where it says none, the nearer one. */
  private static BigDecimal nearer(
      Question q, Printed printed, BigDecimal rate, BigDecimal turned) {
    String currency = q.claim().currency();
    String pair = q.listing().ticker();
    if (currency != null && pair.endsWith(currency)) {
      return rate;
    }
    if (currency != null && pair.startsWith(currency)) {
      return turned;
    }
    return apart(printed, turned).compareTo(apart(printed, rate)) < 0 ? turned : rate;
  }

  /**
   * How far from the reference rate a day's dealing may go: half as much again as the rate moved on
   * any of the last {@value #YEAR} days, at least {@link #SWING}, at most {@link #WILD_SWING}.
   */
  static BigDecimal widest(Question q) {
    int here = q.history().index(q.session());
    BigDecimal most = BigDecimal.ZERO;
    for (int i = Math.max(1, here - YEAR); i <= here; i++) {
      BigDecimal before = q.history().at(i - 1).close();
      BigDecimal moved = q.history().at(i).close().subtract(before).abs();
      most = most.max(moved.divide(before, MathContext.DECIMAL32));
    }
    boolean known = here >= YEAR / 2;
    return known ? most.multiply(HALF_MORE).max(SWING).min(WILD_SWING) : WILD_SWING;
  }

  private static void scale(Finding finding, Printed printed, BigDecimal rate, BigDecimal turned) {
    for (int power = -4; power <= 4; power++) {
      BigDecimal meant = printed.value().scaleByPowerOfTen(power);
      Printed moved = new Printed(meant, printed.step(), null);
      if (apart(moved, rate).min(apart(moved, turned)).compareTo(SWING) <= 0) {
        finding.flag(Flag.SCALE_SLIP).repair(Reason.of("repair.number").number("figure", meant));
        return;
      }
    }
  }

  private static BigDecimal apart(Printed printed, BigDecimal rate) {
    return printed.value().subtract(rate).abs().divide(rate, MathContext.DECIMAL32);
  }
}
