package io.quotemark.market.answers;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a claim's figure measures: a price of a session, or the move to it from the close before.
 *
 * @param printed the figure as printed, signed by meaning
 * @param step one unit of its last digit
 */
record Measure(Kind kind, PriceField field, BigDecimal printed, BigDecimal step) {
  enum Kind {
    LEVEL,
    PERCENT,
    UNITS
  }

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  /** Null for a kind that is no price or move of one session, and for what is hedged. */
  static @Nullable Measure of(Claim claim) {
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    Hedge hedge = claim.hedge();
    if (value == null || step == null || hedge != null || claim.compared().over() != null) {
      return null;
    }
    Kind kind =
        switch (claim.kind()) {
          case PRICE_LEVEL, INDEX_LEVEL, FX_RATE -> Kind.LEVEL;
          case MOVE_PCT, INDEX_MOVE_PCT -> Kind.PERCENT;
          case MOVE_ABS, INDEX_MOVE_PTS -> Kind.UNITS;
          default -> null;
        };
    PriceField said = claim.field();
    PriceField field = said == null || said == PriceField.LAST ? PriceField.CLOSE : said;
    return kind == null || field == PriceField.PRE || field == PriceField.POST
        ? null
        : new Measure(kind, field, value, step);
  }

  Measure on(PriceField other) {
    return new Measure(kind, other, printed, step);
  }

  /** What the session gives for it; null where a price is missing. */
  @Nullable BigDecimal value(Prices of, int at) {
    BigDecimal price = Citations.of(of.at(at), field);
    if (kind == Kind.LEVEL || price == null) {
      return price;
    }
    if (at == 0) {
      return null;
    }
    BigDecimal before = of.closeBefore(at);
    BigDecimal apart = price.subtract(before);
    return kind == Kind.UNITS
        ? apart
        : apart.multiply(HUNDRED).divide(before, MathContext.DECIMAL64);
  }

  /** Whether the value is printed so: within half a unit of the last digit. */
  boolean prints(BigDecimal value) {
    return printed.subtract(value).abs().multiply(TWO).compareTo(step) <= 0;
  }

  BigDecimal shown(BigDecimal value) {
    BigDecimal shown =
        value.setScale(Math.min(Math.max(0, value.scale()), DECIMALS), RoundingMode.HALF_UP);
    return shown.stripTrailingZeros().scale() < 0 ? shown.setScale(0) : shown.stripTrailingZeros();
  }

  /** How far apart figures of neighbouring sessions lie, in the unit of the figure. */
  double spread(Prices of, int at, int sessions) {
    double sum = 0;
    int count = 0;
    for (int i = Math.max(1, at - sessions); i <= Math.min(of.size() - 1, at + sessions); i++) {
      Bar bar = of.at(i);
      double move = Math.abs(bar.close().doubleValue() - of.closeBefore(i).doubleValue());
      sum += kind == Kind.PERCENT ? move / of.closeBefore(i).doubleValue() * 100 : move;
      count++;
    }
    return count == 0 ? 0 : 2 * sum / count;
  }
}
