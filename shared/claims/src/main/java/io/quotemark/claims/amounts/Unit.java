package io.quotemark.claims.amounts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts.
 *
 * @param currency what it is printed in; null where it is no money
 * @param factor major units in one: 0.01 for cents, 1000000 for {@code M€}
 * @param weak whether it is also something else ({@code R20}, {@code 243 pounds}), so that a small
 *     whole number needs a sign of its market in the text
 */
record Unit(Measure measure, @Nullable Denomination currency, BigDecimal factor, boolean weak) {
  enum Measure {
    MONEY,
    PERCENT,
    PERCENTAGE_POINTS,
    BASIS_POINTS,
    POINTS,
    SHARES,
    /** Chinese and Japanese tenths: 七成, 3割. */
    TENTHS,
    /** A phrase that only begins like a unit ("euro zone"). */
    NONE
  }

  static Unit of(Measure measure) {
    return new Unit(measure, null, BigDecimal.ONE, false);
  }

  static Unit money(Denomination currency, BigDecimal factor) {
    return new Unit(Measure.MONEY, currency, factor.stripTrailingZeros(), false);
  }

  Unit asWeak() {
    return new Unit(measure, currency, factor, true);
  }

  boolean isMoney() {
    return measure == Measure.MONEY;
  }

  /** A hundredth or a tenth of the currency. */
  boolean isMinor() {
    return factor.compareTo(BigDecimal.ONE) < 0;
  }
}
