package io.quotemark.domain.claim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as an article prints it.
 *
 * @param value signed by meaning (fell is negative), in major units; percentages in per cent
 * @param step one unit of the last printed digit on the scale of {@code value}
 * @param currency ISO 4217
 * @param unit minor unit as printed ({@code GBX}), else null
 */
public record Figure(
    @Nullable BigDecimal value,
    @Nullable BigDecimal step,
    @Nullable String currency,
    @Nullable String unit) {
  /** Nothing is printed. */
  public static final Figure NONE = new Figure(null, null, null, null);
}
