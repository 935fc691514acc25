package io.quotemark.market.verdicts;

import java.math.BigDecimal;

/**
 * The close of a venue (NYSE, say, before the consolidated close) and an index's close before its
 * last correction may differ a little from the bar's (rule 6).
 */
final class Venue {
  /** Of a share, as a part of its price. */
  private static final BigDecimal OF_PRICE = new BigDecimal("0.005");

  /** Of an index, in points. */
  private static final BigDecimal POINTS = new BigDecimal("0.35");

  private Venue() {}

  /** Whether a printed close, or a price that a printed move leads to, may be another venue's. */
  static boolean mayDiffer(Question q, BigDecimal printed, BigDecimal close) {
    BigDecimal apart = printed.subtract(close).abs();
    return q.listing().isIndex()
        ? apart.compareTo(POINTS) < 0
        : apart.compareTo(close.multiply(OF_PRICE)) < 0;
  }
}
