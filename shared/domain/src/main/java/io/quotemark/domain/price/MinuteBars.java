package io.quotemark.domain.price;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One source's minutes of one listing and one session, before, during and after its regular hours,
 * as traded on the day and in the listing's major currency unit. A minute without a trade has no
 * bar.
 *
 * @param source who delivered it, as in {@link PriceSeries#source}
 * @param minutes oldest first
 * @param sample made-up data that every answer must say of itself
 */
public record MinuteBars(
    ListingId listing,
    LocalDate session,
    String source,
    Instant retrievedAt,
    List<Minute> minutes,
    boolean sample) {
  /** As many minutes as a day has. */
  public static final int MOST = 24 * 60;

  /**
   * Which of several sources of a session comes first: real before sample data, the one with more
   * minutes, the newer, the first by name.
   */
  public static final Comparator<MinuteBars> PREFERENCE = MinuteBars::compare;

  /**
   * Prices of one minute.
   *
   * @param start first moment of it; the next minute's is not part of it
   * @param volume shares, 0 where the source does not say
   */
  public record Minute(
      Instant start,
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      long volume) {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    public Minute {
      boolean ordered =
          low.compareTo(open) <= 0
              && low.compareTo(close) <= 0
              && high.compareTo(open) >= 0
              && high.compareTo(close) >= 0;
      if (!ordered || low.signum() <= 0 || volume < 0) {
        throw new IllegalArgumentException(
            "minute of %s is not low ≤ open, close ≤ high with low > 0: o %s h %s l %s c %s v %d"
                .formatted(start, open, high, low, close, volume));
      }
      if (start.getEpochSecond() % LENGTH.toSeconds() != 0 || start.getNano() != 0) {
        throw new IllegalArgumentException("not the start of a minute: " + start);
      }
    }

    /** The first moment after it. */
    public Instant end() {
      return start.plus(LENGTH);
    }
  }

  private static int compare(MinuteBars one, MinuteBars other) {
    int order = Boolean.compare(one.sample, other.sample);
    if (order == 0) {
      order = Integer.compare(other.minutes.size(), one.minutes.size());
    }
    if (order == 0) {
      order = other.retrievedAt.compareTo(one.retrievedAt);
    }
    return order == 0 ? one.source.compareTo(other.source) : order;
  }

  public MinuteBars {
    minutes = List.copyOf(minutes);
    if (minutes.size() > MOST) {
      throw new IllegalArgumentException(minutes.size() + " minutes are more than a day has");
    }
    for (int i = 1; i < minutes.size(); i++) {
      if (!minutes.get(i - 1).start().isBefore(minutes.get(i).start())) {
        throw new IllegalArgumentException(
            "minutes of %s are not in ascending order at %s"
                .formatted(listing, minutes.get(i).start()));
      }
    }
  }

  /** The session whose minutes these are. */
  public ListingSession of() {
    return new ListingSession(listing, session);
  }

  /** The minutes that begin from one moment up to another, the latter not with them. */
  public List<Minute> between(Instant from, Instant to) {
    return minutes.stream()
        .filter(minute -> !minute.start().isBefore(from) && minute.start().isBefore(to))
        .toList();
  }

  /** The same without the minutes that had not ended by a moment. */
  public MinuteBars until(Instant moment) {
    return new MinuteBars(
        listing,
        session,
        source,
        retrievedAt,
        minutes.stream().filter(minute -> !minute.end().isAfter(moment)).toList(),
        sample);
  }
}
