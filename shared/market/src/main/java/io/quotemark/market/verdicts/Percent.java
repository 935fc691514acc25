package io.quotemark.market.verdicts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Simple returns in per cent, and how figures are written in reasons. */
public final class Percent {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** {@code (to / from − 1) × 100} to ten decimals. */
  static BigDecimal move(BigDecimal from, BigDecimal to) {
    return to.subtract(from).multiply(HUNDRED).divide(from, 10, RoundingMode.HALF_EVEN);
  }

  /** With sign and two decimals: {@code −2.02 %}. */
  public static String text(BigDecimal percent) {
    BigDecimal rounded = percent.setScale(2, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? "−" : "+") + rounded.abs().toPlainString() + " %";
  }

  /** A move in money or points with its sign: {@code −2.80}. */
  static String units(BigDecimal move) {
    return (move.signum() < 0 ? "−" : "+") + price(move.abs());
  }

  /** A price with at least two decimals, no further zeros. */
  public static String price(BigDecimal price) {
    BigDecimal stripped = price.stripTrailingZeros();
    if (stripped.scale() > 6) {
      stripped = stripped.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
    return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
  }
}
