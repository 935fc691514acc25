package io.quotemark.domain.claim;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement about the market, resolved but not yet checked. Build with {@link #of(ClaimKind,
 * Span)}.
 *
 * @param id unique in its article, {@code c1}, {@code c2} … in reading order, what is not {@link
 *     ClaimKind#ofPrices} last
 * @param group claims of one statement (level, move and extreme) share it, {@code g1} …
 * @param at the words that carry the figure
 * @param subject the name as printed nearest
 * @param listing null where no listing could be chosen
 * @param figure what is printed, {@link Figure#NONE} where a statement has none
 * @param second the second leg of an {@link ClaimKind#FX_PAIR}, else {@link Figure#NONE}
 * @param pair listing id of the currency pair of an FX_RATE or FX_PAIR
 * @param benchmark index or listing of a RELATIVE
 * @param tagged the listing as a {@link ClaimKind#LISTING_TAG} names it, whether or not there is
 *     one
 * @param field null where the words do not say
 * @param session words that point at the session
 * @param clock the time of day that the price is of, null where the words do not say
 * @param compared with which earlier prices, {@link Comparison#NONE} where with none
 * @param limit limit-up or limit-down without a figure
 * @param stated a rate or reference the article itself states for this claim (an FX_PAIR's rate, a
 *     move's previous close)
 * @param rule name of the rule that found it
 * @param wording how plainly it is said
 * @param readings other companies that it can be read of, the likeliest first; like the wording
 *     known where a claim is found, not stored with it
 */
public record Claim(
    String id,
    String group,
    ClaimKind kind,
    Span at,
    String subject,
    @Nullable ListingChoice listing,
    Figure figure,
    Figure second,
    @Nullable ListingId pair,
    @Nullable ListingId benchmark,
    @Nullable ListingId tagged,
    @Nullable PriceField field,
    SessionWords session,
    @Nullable ClockTime clock,
    @Nullable Direction direction,
    Comparison compared,
    @Nullable Hedge hedge,
    Modality modality,
    boolean limit,
    @Nullable BigDecimal stated,
    String rule,
    Wording wording,
    List<SubjectReading> readings) {
  public Claim {
    readings = List.copyOf(readings);
  }

  /**
   * Claims of one article have ids of their own: enough, and much cheaper than all that is said.
   */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The figure's value: signed by meaning, in major units; null where there is none. */
  public @Nullable BigDecimal value() {
    return figure.value();
  }

  /** One unit of the last printed digit on the scale of {@link #value()}. */
  public @Nullable BigDecimal step() {
    return figure.step();
  }

  /** ISO 4217; null where none is printed or follows from the listing. */
  public @Nullable String currency() {
    return figure.currency();
  }

  public static ClaimBuilder of(ClaimKind kind, Span at) {
    return new ClaimBuilder(kind, at);
  }

  public ClaimBuilder toBuilder() {
    return new ClaimBuilder(this);
  }
}
