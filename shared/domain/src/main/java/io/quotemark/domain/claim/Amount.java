package io.quotemark.domain.claim;

import io.quotemark.domain.article.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money, a percentage or another quantity as printed.
 *
 * @param value in major units with the scale applied: {@code $53 billion} is 53000000000, {@code
 *     1,082p} is 10.82; percentages as printed ({@code 0.7%} is 0.7), unsigned unless a sign is
 *     printed
 * @param step one unit of the last printed digit, on the scale of {@code value} ({@code $53
 *     billion}: 1000000000)
 * @param currency ISO 4217, null where it is not money or is ambiguous
 * @param unit minor or offshore unit as printed where it differs ({@code GBX}, {@code USX}, {@code
 *     CNH}), else null
 * @param candidates the currencies it may be where ambiguous, most likely first; else empty
 */
public record Amount(
    Span at,
    Type type,
    BigDecimal value,
    BigDecimal step,
    @Nullable String currency,
    @Nullable String unit,
    @Nullable Hedge hedge,
    List<String> candidates) {
  public enum Type {
    MONEY,
    PERCENT,
    BASIS_POINTS("bp"),
    PERCENTAGE_POINTS("pp"),
    POINTS,
    SHARES;

    private final @Nullable String code;

    Type() {
      this.code = null;
    }

    Type(String code) {
      this.code = code;
    }

    /** As the public contract writes it. */
    public String code() {
      return code != null ? code : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Amount {
    candidates = List.copyOf(candidates);
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step must be positive: " + step);
    }
  }
}
