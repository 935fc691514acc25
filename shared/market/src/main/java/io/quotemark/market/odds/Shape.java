package io.quotemark.market.odds;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a printed figure looks like beside the true one: slips leave one of these shapes. */
enum Shape {
  /** One digit is another. */
  DIGIT,
  /** Two neighbouring digits changed places. */
  SWAP,
  /** Up and down changed places. */
  SIGN,
  /** A power of ten, or hundredths for the whole. */
  SCALE,
  /** Nothing of the kind. */
  NONE;

  /**
   * @param printed signed by meaning
   * @param step one unit of its last printed digit
   * @param actual what it should have been
   */
  static Shape of(BigDecimal printed, BigDecimal step, BigDecimal actual) {
    int places = step.stripTrailingZeros().scale(); // below zero where tens were printed
    String one = digits(printed, places);
    String other = digits(actual, places);
    if (one.equals(other)) {
      return printed.signum() * actual.signum() < 0 ? SIGN : NONE;
    }
    if (one.length() != other.length() || printed.signum() * actual.signum() < 0) {
      return NONE;
    }
    int first = -1;
    int differing = 0;
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        first = differing == 0 ? i : first;
        differing++;
      }
    }
    if (differing == 1) {
      return DIGIT;
    }
    boolean swapped =
        differing == 2
            && one.charAt(first) == other.charAt(first + 1)
            && one.charAt(first + 1) == other.charAt(first);
    return swapped ? SWAP : NONE;
  }

  private static String digits(BigDecimal figure, int places) {
    return figure.abs().setScale(places, RoundingMode.HALF_UP).unscaledValue().toString();
  }
}
