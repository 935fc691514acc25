package io.quotemark.market.verdicts;

import io.quotemark.domain.Verdict.Flag;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * "109.61 yen to the dollar" against the day's reference rate, read either way round. There is one
 * such rate a day: near it is loose, well off it is undecided, and only what no day's swing
 * explains fails.
 */
final class FxRateCheck implements Check {
  private static final BigDecimal SWING = new BigDecimal("0.015");
  private static final BigDecimal WILD_SWING = new BigDecimal("0.05");

  @Override
  public Needed needs(Question question) {
    return Needed.CLOSES;
  }

  @Override
  public Finding check(Question q) {
    Printed printed = q.printed().orElse(null);
    if (printed == null || printed.value().signum() <= 0) {
      return Finding.unverifiable(Unverifiable.DATE_AMBIGUOUS, "no rate is printed");
    }
    BigDecimal rate = q.bar().close();
    BigDecimal turned = BigDecimal.ONE.divide(rate, MathContext.DECIMAL64);
    BigDecimal nearer = apart(printed, turned).compareTo(apart(printed, rate)) < 0 ? turned : rate;
    String what =
        "the reference rate of %s was %s"
            .formatted(q.session(), Percent.price(nearer.round(new MathContext(6))));
    Finding finding;
    BigDecimal apart = apart(printed, nearer);
    if (printed.fit(nearer).holds()) {
      finding = Finding.verified(Strength.ROUNDED, what);
    } else if (apart.compareTo(SWING) <= 0) {
      finding = Finding.loose(Strength.WITHIN_RANGE, what + ", within a day's swing of it");
    } else if (apart.compareTo(WILD_SWING) <= 0) {
      finding =
          Finding.unverifiable(
              Unverifiable.SESSION_NOT_COVERED,
              what + "; one rate a day does not tell what else was dealt");
    } else {
      finding = Finding.fails(what);
      scale(finding, printed, rate, turned);
    }
    return finding.computed(nearer).on(null, q.session()).evidence(q.history().series(), q.bar());
  }

  private static void scale(Finding finding, Printed printed, BigDecimal rate, BigDecimal turned) {
    for (int power = -4; power <= 4; power++) {
      BigDecimal meant = printed.value().scaleByPowerOfTen(power);
      Printed moved = new Printed(meant, printed.step(), null);
      if (apart(moved, rate).min(apart(moved, turned)).compareTo(SWING) <= 0) {
        finding.flag(Flag.SCALE_SLIP).repair(Percent.price(meant));
        return;
      }
    }
  }

  private static BigDecimal apart(Printed printed, BigDecimal rate) {
    return printed.value().subtract(rate).abs().divide(rate, MathContext.DECIMAL32);
  }
}
