package io.quotemark.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One session's prices as traded on the day, in the listing's major currency unit.
 *
 * @param session date in the exchange's zone
 * @param volume shares, null where the source has none (indices, reference rates)
 */
public record Bar(
    LocalDate session,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    @Nullable Long volume) {
  public Bar {
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

  /** A rate or any other series of one price a day. */
  public static Bar flat(LocalDate session, BigDecimal price) {
    return new Bar(session, price, price, price, price, null);
  }

  /**
   * Volume 0 with one price all day: typical of rows that a source filled in (Hong Kong half days).
   */
  public boolean lowConfidence() {
    return volume != null && volume == 0 && open.compareTo(close) == 0 && high.compareTo(low) == 0;
  }
}
