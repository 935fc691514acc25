package io.quotemark.claims.amounts;

import java.math.BigDecimal;

/**
 * A number with its scale, on tokens {@code [first, end)}.
 *
 * @param value without the scale
 * @param step one unit of the last printed digit, without the scale
 * @param power the scale as a power of ten
 * @param digits whether it is printed in digits
 * @param fraction whether it is a bare fraction ({@code 1/4})
 * @param more whether it is printed as somewhat more ({@code 3700余万})
 * @param grouped whether its digits are grouped ({@code 1,200})
 */
record Quantity(
    int first,
    int end,
    BigDecimal value,
    BigDecimal step,
    int power,
    boolean digits,
    boolean fraction,
    boolean more,
    boolean grouped) {

  static Quantity of(int first, int end, BigDecimal value) {
    return new Quantity(first, end, value, step(value), 0, true, false, false, false);
  }

  static Quantity ofWords(int first, int end, BigDecimal value) {
    return new Quantity(first, end, value, step(value), 0, false, false, false, false);
  }

  /** The unit of the last decimal printed: 0.01 for 3.20. */
  static BigDecimal step(BigDecimal value) {
    return BigDecimal.ONE.scaleByPowerOfTen(-Math.max(value.scale(), 0));
  }

  Quantity asGrouped(boolean isGrouped) {
    return new Quantity(first, end, value, step, power, digits, fraction, more, isGrouped);
  }

  Quantity scaled(int newEnd, int newPower, boolean newMore) {
    return new Quantity(first, newEnd, value, step, newPower, digits, fraction, newMore, grouped);
  }

  BigDecimal scaledValue() {
    return value.scaleByPowerOfTen(power);
  }

  BigDecimal scaledStep() {
    return step.scaleByPowerOfTen(power);
  }

  /** This and a smaller part that is printed behind it: 3億 and 5000万. */
  Quantity plus(Quantity part) {
    return new Quantity(
        first,
        part.end,
        scaledValue().add(part.scaledValue()),
        part.scaledStep(),
        0,
        digits,
        false,
        more || part.more,
        grouped);
  }
}
