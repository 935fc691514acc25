package io.quotemark.claims.amounts;

import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Hedge;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount found in a text.
 *
 * @param start UTF-16 index of its first char, sign and hedge left out
 * @param end UTF-16 index behind its last
 * @param firstToken the token it starts with
 * @param endToken the token behind its last
 * @param value in major units with the scale applied, unsigned
 * @param step one unit of the last printed digit, on the scale of {@code value}
 * @param sign -1 or +1 where a sign is printed, else 0
 * @param currency ISO 4217; null where it is no money or ambiguous
 * @param unit minor or offshore unit where it differs: {@code GBX}, {@code USX}, {@code ZAC},
 *     {@code ILA}, {@code CNH}, else the first two letters of the currency with X
 * @param candidates the currencies it may be where {@code currency} is null, likeliest first
 * @param link how it belongs to the amount found before it
 * @param prefixed whether its unit is printed before the number
 */
public record FoundAmount(
    int start,
    int end,
    int firstToken,
    int endToken,
    Amount.Type type,
    BigDecimal value,
    BigDecimal step,
    int sign,
    @Nullable String currency,
    @Nullable String unit,
    List<String> candidates,
    @Nullable Hedge hedge,
    Link link,
    boolean prefixed) {

  /** How an amount belongs to the one before it. */
  public enum Link {
    NONE,
    /** The far end of a range. */
    RANGE,
    /** The same sum in another currency: "150 billion yuan ($20.69 billion)". */
    PAIR
  }

  public FoundAmount {
    candidates = List.copyOf(candidates);
  }

  public boolean isMoney() {
    return type == Amount.Type.MONEY;
  }

  /** The value with its printed sign. */
  public BigDecimal signedValue() {
    return sign < 0 ? value.negate() : value;
  }

  /** As the domain's amount, offsets in code points. */
  public Amount toAmount(Span.Part in, Offsets offsets) {
    return new Amount(
        offsets.span(in, start, end),
        type,
        signedValue(),
        step,
        currency,
        unit,
        hedge,
        currency == null ? candidates : List.of());
  }
}
