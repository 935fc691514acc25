package io.quotemark.domain.verdict;

import java.math.BigDecimal;
import java.util.List;

/**
 * How likely it is that a statement the tape does not bear out is false, and not merely misread.
 *
 * @param confidence calibrated probability that the statement is false, from 0 to 1 in thousandths
 * @param doubts what speaks against that, in words, the weightiest first
 * @param supports what speaks for it, in words, the weightiest first
 */
public record Odds(BigDecimal confidence, List<String> doubts, List<String> supports) {
  public Odds {
    if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a probability is from 0 to 1, not " + confidence);
    }
    doubts = List.copyOf(doubts);
    supports = List.copyOf(supports);
  }
}
