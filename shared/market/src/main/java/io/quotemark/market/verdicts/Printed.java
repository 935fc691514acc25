package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Hedge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure as printed, and whether a computed one can have been printed so (rules 1 and 2).
 *
 * @param value signed by meaning
 * @param step one unit of the last printed digit
 */
record Printed(BigDecimal value, BigDecimal step, @Nullable Hedge hedge) {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal ABOUT = new BigDecimal("0.05");
  private static final BigDecimal ONE_SIDED = new BigDecimal("0.10");

  /** What "nearly" may fall short of its figure by, as a share of it. */
  private static final BigDecimal FAR_SHORT = new BigDecimal("0.2");

  /** How a computed figure agrees, best first. */
  enum Fit {
    EXACT,
    ROUNDED,
    /** By rounding twice or by cutting digits off. */
    DRIFT,
    /** On the right side of a one-sided hedge, but far from it. */
    BEYOND,
    NONE;

    boolean holds() {
      return this != NONE;
    }

    boolean betterThan(Fit other) {
      return compareTo(other) < 0;
    }
  }

  Printed withoutHedge() {
    return new Printed(value, step, null);
  }

  Fit fit(BigDecimal computed) {
    Fit plain = plain(computed);
    if (hedge == null) {
      return plain;
    }
    return switch (hedge) {
      case ABOUT -> plain.holds() ? plain : within(computed, ABOUT) ? Fit.ROUNDED : Fit.NONE;
      case OVER, AT_LEAST -> oneSided(aligned(computed).subtract(value.abs()));
      case UNDER ->
          aligned(computed).signum() < 0
              ? Fit.NONE
              : oneSided(value.abs().subtract(aligned(computed)));
      case NEARLY -> {
        // "nearly 6 percent" is never less than 5
        BigDecimal missing = value.abs().subtract(aligned(computed));
        yield missing.compareTo(step.max(value.abs().multiply(FAR_SHORT))) > 0
            ? Fit.NONE
            : oneSided(missing);
      }
      case AS_MUCH_AS ->
          plain.holds()
              ? plain
              : aligned(computed).compareTo(value.abs()) > 0 ? Fit.BEYOND : Fit.NONE;
    };
  }

  /** The best fit of any figure from {@code low} to {@code high}. */
  Fit fitWithin(BigDecimal low, BigDecimal high) {
    Fit best = fit(low);
    Fit atHigh = fit(high);
    if (atHigh.betterThan(best)) {
      best = atHigh;
    }
    if (value.compareTo(low) > 0 && value.compareTo(high) < 0) {
      Fit between = fit(value);
      if (between.betterThan(best)) {
        best = between;
      }
    }
    return best;
  }

  private Fit plain(BigDecimal computed) {
    if (computed.compareTo(value) == 0) {
      return Fit.EXACT;
    }
    if (computed.subtract(value).abs().compareTo(step.multiply(HALF)) <= 0) {
      return Fit.ROUNDED;
    }
    int decimals = step.stripTrailingZeros().scale();
    boolean decimalStep = step.stripTrailingZeros().unscaledValue().intValue() == 1;
    boolean sameSide = computed.signum() * value.signum() >= 0;
    if (!decimalStep || !sameSide) {
      return Fit.NONE;
    }
    BigDecimal size = computed.abs();
    BigDecimal twice =
        size.setScale(decimals + 1, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal cut = size.setScale(decimals, RoundingMode.DOWN);
    boolean drift =
        twice.compareTo(value.abs()) == 0
            || (cut.compareTo(value.abs()) == 0 && value.signum() != 0);
    return drift ? Fit.DRIFT : Fit.NONE;
  }

  private boolean within(BigDecimal computed, BigDecimal share) {
    return computed.subtract(value).abs().compareTo(value.abs().multiply(share)) <= 0;
  }

  /** {@code computed} counted in the printed figure's direction. */
  private BigDecimal aligned(BigDecimal computed) {
    return value.signum() < 0 ? computed.negate() : computed;
  }

  private Fit oneSided(BigDecimal further) {
    if (further.signum() < 0) {
      return Fit.NONE;
    }
    BigDecimal near = step.max(value.abs().multiply(ONE_SIDED));
    return further.compareTo(near) <= 0 ? Fit.ROUNDED : Fit.BEYOND;
  }
}
