package io.quotemark.domain.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session's prices as traded on the day, in the listing's major currency unit. Of some sessions
 * a source has a close alone, or no open: what is missing then holds the nearest that is known (the
 * open the close, high and low the highest and lowest price there is), so that the range is part of
 * the session's and what lies in it was traded. Nothing may be held against a claim by it.
 *
 * @param session date in the exchange's zone
 * @param volume shares, null where the source has none (indices, reference rates)
 * @param missing which of open, high and low the source does not have
 */
public record Bar(
    LocalDate session,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    @Nullable Long volume,
    Set<PriceField> missing) {
  public Bar {
    missing = Set.copyOf(missing);
    if (low.compareTo(high) > 0
        || open.compareTo(low) < 0
        || open.compareTo(high) > 0
        || close.compareTo(low) < 0
        || close.compareTo(high) > 0
        || low.signum() <= 0) {
      throw new IllegalArgumentException(
          "bar of %s is not low ≤ open, close ≤ high with low > 0: o %s h %s l %s c %s"
              .formatted(session, open, high, low, close));
    }
  }

  /** With all four prices. */
  public Bar(
      LocalDate session,
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      @Nullable Long volume) {
    this(session, open, high, low, close, volume, Set.of());
  }

  /** From the prices that a source has; null for those it does not have. */
  public static Bar of(
      LocalDate session,
      @Nullable BigDecimal open,
      @Nullable BigDecimal high,
      @Nullable BigDecimal low,
      BigDecimal close,
      @Nullable Long volume) {
    Set<PriceField> missing = EnumSet.noneOf(PriceField.class);
    if (open == null) {
      missing.add(PriceField.OPEN);
    }
    if (high == null) {
      missing.add(PriceField.HIGH);
    }
    if (low == null) {
      missing.add(PriceField.LOW);
    }
    BigDecimal first = open == null ? close : open;
    return new Bar(
        session,
        first,
        high == null ? first.max(close) : high,
        low == null ? first.min(close) : low,
        close,
        volume,
        missing);
  }

  /** A rate or any other series of one price a day. */
  public static Bar flat(LocalDate session, BigDecimal price) {
    return new Bar(session, price, price, price, price, null);
  }

  /** Whether the source has the price. */
  public boolean has(PriceField field) {
    return !missing.contains(field);
  }

  /** Whether the range from low to high is the session's, not only a part of it. */
  public boolean hasRange() {
    return has(PriceField.HIGH) && has(PriceField.LOW);
  }

  /**
   * Volume 0 with one price all day: typical of rows that a source filled in (Hong Kong half days).
   */
  public boolean lowConfidence() {
    return volume != null
        && volume == 0
        && hasRange()
        && open.compareTo(close) == 0
        && high.compareTo(low) == 0;
  }
}
