package io.quotemark.claims.answers;

import io.quotemark.domain.claim.Hedge;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A printed figure.
 *
 * @param start UTF-16 index of its first char, the sign left out
 * @param end UTF-16 index behind its last
 * @param value without its sign, the scale applied
 * @param step one unit of the last printed digit
 * @param sign −1 or +1 where a sign or an arrow stands before it, else 0
 * @param currency null where it is no money or ambiguous
 * @param scaled whether a word or letter multiplies it: "974B"
 */
record Figure(
    Kind kind,
    int start,
    int end,
    BigDecimal value,
    BigDecimal step,
    int sign,
    @Nullable String currency,
    @Nullable String unit,
    @Nullable Hedge hedge,
    boolean scaled) {
  enum Kind {
    PERCENT,
    MONEY,
    BARE,
    /** Shares, basis points and what else is no price. */
    OTHER
  }

  boolean isPercent() {
    return kind == Kind.PERCENT;
  }

  /** Whether it is printed as prices are: with decimals, or in money. */
  boolean looksLikePrice() {
    return kind == Kind.MONEY || step.compareTo(BigDecimal.ONE) < 0;
  }

  Figure signed(int by) {
    return new Figure(kind, start, end, value, step, by, currency, unit, hedge, scaled);
  }
}
