package io.quotemark.domain.price;

import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one listing: bars as traded, oldest first, with the splits and
 * dividends between them.
 *
 * @param source who delivered it ({@code file:9988.HK.csv}, {@code ecb}, {@code eodhd})
 * @param delivered the basis the source delivered; bars here are as traded whatever it was, but for
 *     {@link Basis#STILL_ADJUSTED}
 * @param sample made-up or excerpted data that every answer must say of itself
 */
public record PriceSeries(
    ListingId listing,
    String source,
    Basis delivered,
    Instant retrievedAt,
    List<Bar> bars,
    List<Split> splits,
    List<Dividend> dividends,
    boolean sample) {
  /**
   * Which of several sources of a listing comes first: real before sample data, delivered as traded
   * before restored before still adjusted, the one with more sessions, the newer, the first by
   * name.
   */
  public static final Comparator<PriceSeries> PREFERENCE = PriceSeries::compare;

  // one method, since a chain of comparators is a dozen classes for a first answer to make
  private static int compare(PriceSeries one, PriceSeries other) {
    int order = Boolean.compare(one.sample, other.sample);
    if (order == 0) {
      order = Boolean.compare(one.isStillAdjusted(), other.isStillAdjusted());
    }
    if (order == 0) {
      order = Boolean.compare(one.delivered != Basis.AS_TRADED, other.delivered != Basis.AS_TRADED);
    }
    if (order == 0) {
      order = Integer.compare(other.bars.size(), one.bars.size());
    }
    if (order == 0) {
      order = other.retrievedAt.compareTo(one.retrievedAt);
    }
    return order == 0 ? one.source.compareTo(other.source) : order;
  }

  public enum Basis {
    AS_TRADED,
    /** Delivered adjusted for splits; the bars are restored. */
    SPLIT_ADJUSTED,
    /** Delivered adjusted for splits and dividends; the bars are restored. */
    DIVIDEND_ADJUSTED,
    /**
     * Adjusted for dividends, and nothing in the file undoes it: the bars stand as they were
     * delivered. A move from one session to the next can be read from them, no level.
     */
    STILL_ADJUSTED
  }

  /** Whether the bars are not those that traded. */
  public boolean isStillAdjusted() {
    return delivered == Basis.STILL_ADJUSTED;
  }

  /**
   * @param firstSession first session traded in new shares
   * @param ratio new shares for one old (4 for 4:1; 0.1 for a 1:10 consolidation)
   */
  public record Split(LocalDate firstSession, BigDecimal ratio) {
    public Split {
      if (ratio.signum() <= 0) {
        throw new IllegalArgumentException("split ratio must be positive: " + ratio);
      }
    }
  }

  /**
   * @param exDate first session without the right to it
   * @param amount per share as traded on that day
   * @param currency null where the source does not say
   */
  public record Dividend(LocalDate exDate, BigDecimal amount, @Nullable String currency) {}

  /** The same series without bars that lack one of the four prices. */
  public PriceSeries whole() {
    return bars.stream().allMatch(bar -> bar.missing().isEmpty())
        ? this
        : new PriceSeries(
            listing,
            source,
            delivered,
            retrievedAt,
            bars.stream().filter(bar -> bar.missing().isEmpty()).toList(),
            splits,
            dividends,
            sample);
  }

  /** The same series up to a day, inclusive; splits and dividends are all kept. */
  public PriceSeries until(LocalDate last) {
    int end = bars.size();
    while (end > 0 && bars.get(end - 1).session().isAfter(last)) {
      end--;
    }
    return end == bars.size()
        ? this
        : new PriceSeries(
            listing,
            source,
            delivered,
            retrievedAt,
            bars.subList(0, end),
            splits,
            dividends,
            sample);
  }

  public PriceSeries {
    bars = List.copyOf(bars);
    splits = List.copyOf(splits);
    dividends = List.copyOf(dividends);
    for (int i = 1; i < bars.size(); i++) {
      if (!bars.get(i - 1).session().isBefore(bars.get(i).session())) {
        throw new IllegalArgumentException(
            "bars of %s are not in ascending order at %s"
                .formatted(listing, bars.get(i).session()));
      }
    }
  }
}
