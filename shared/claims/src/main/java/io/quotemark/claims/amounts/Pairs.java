package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** One sum in two currencies: "150 billion yuan ($20.69 billion)", either order. */
final class Pairs {
  /** A hedge may stand between the bracket and the sum: "(about $20 million)", "(约合人民币". */
  private static final int MOST_BETWEEN = 5;

  private static final BigDecimal PEG_LOW = new BigDecimal("7.7");
  private static final BigDecimal PEG_HIGH = new BigDecimal("7.9");

  private Pairs() {}

  /** Whether the second sum stands in a bracket right behind the first. */
  static boolean joined(Tokens tokens, Raw first, Raw second) {
    if (!first.unit().isMoney() || !second.unit().isMoney()) {
      return false;
    }
    int between = second.first() - first.end();
    return between >= 1
        && between <= MOST_BETWEEN
        && (opens(tokens, first.end(), second)
            || (between > 1 && opens(tokens, first.end() + 1, second)));
  }

  private static boolean opens(Tokens tokens, int at, Raw second) {
    return at < second.first()
        && (tokens.is(at, "(") || tokens.is(at, "["))
        && tokens.sentenceOf(at) == tokens.sentenceOf(second.first());
  }

  /** Whether the two sums stand at the Hong Kong dollar's peg to the U.S. dollar since 1983. */
  static boolean isHongKongPeg(List<Raw> amounts, int second) {
    BigDecimal one = amounts.get(second - 1).value();
    BigDecimal other = amounts.get(second).value();
    if (one.signum() == 0 || other.signum() == 0) {
      return false;
    }
    BigDecimal rate = one.max(other).divide(one.min(other), MathContext.DECIMAL32);
    return rate.compareTo(PEG_LOW) > 0 && rate.compareTo(PEG_HIGH) < 0;
  }
}
