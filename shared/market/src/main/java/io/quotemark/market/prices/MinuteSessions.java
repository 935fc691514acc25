package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.SessionClass;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Minutes of days seen as sessions, and what is said of those that nobody needs. */
public final class MinuteSessions {
  private MinuteSessions() {}

  /** {@code XNYS:BABA: kept 2 of 30 days: the days that claims speak of}. */
  public static String kept(ListingId listing, int kept, int all) {
    return "%s: kept %d of %d %s: the days that claims speak of"
        .formatted(listing, kept, all, all == 1 ? "day" : "days");
  }

  /**
   * Bars of sessions as the minutes of their regular hours make them, to compare their level with
   * stored prices; empty where there is none.
   *
   * @param days of one listing and source
   */
  public static Optional<PriceSeries> of(List<MinuteBars> days, Calendars calendars) {
    TreeMap<java.time.LocalDate, Bar> bars = new TreeMap<>();
    for (MinuteBars day : days) {
      calendars
          .of(day.listing())
          .hours(day.session(), SessionClass.REGULAR)
          .map(hours -> day.between(hours.from(), hours.to()))
          .filter(minutes -> !minutes.isEmpty())
          .ifPresent(minutes -> bars.put(day.session(), bar(day, minutes)));
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PriceSeries(
                days.getFirst().listing(),
                days.getFirst().source(),
                PriceSeries.Basis.AS_TRADED,
                days.getFirst().retrievedAt(),
                List.copyOf(bars.values()),
                List.of(),
                List.of(),
                days.getFirst().sample()));
  }

  private static Bar bar(MinuteBars day, List<Minute> minutes) {
    BigDecimal high =
        minutes.stream().map(Minute::high).max(Comparator.naturalOrder()).orElseThrow();
    BigDecimal low = minutes.stream().map(Minute::low).min(Comparator.naturalOrder()).orElseThrow();
    return new Bar(
        day.session(),
        minutes.getFirst().open(),
        high,
        low,
        minutes.getLast().close(),
        minutes.stream().mapToLong(Minute::volume).sum());
  }
}
