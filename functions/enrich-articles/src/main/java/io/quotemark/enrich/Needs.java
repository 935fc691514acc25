package io.quotemark.enrich;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.sources.MissingPrices;
import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.runtime.messages.Need;
import io.quotemark.runtime.messages.PriceNeed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What of the prices that an article lacks a provider can be asked for. */
final class Needs {
  /** As many listings, and as many sessions of minutes, of one article are asked for. */
  private static final int MOST = 20;

  private final Providers providers;
  private final boolean rates;
  private final Supplier<Calendars> calendars;

  /**
   * @param rates whether reference rates of the euro are fetched
   */
  Needs(Providers providers, boolean rates, Supplier<Calendars> calendars) {
    this.providers = providers;
    this.rates = rates;
    this.calendars = calendars;
  }

  List<Need> of(List<MissingPrices> missing, Instant now) {
    Stream<Need> sessions =
        missing.stream()
            .filter(one -> !one.isOfMinutes() && serve(one.listing()))
            .limit(MOST)
            .flatMap(one -> sessions(one, now).stream());
    Stream<Need> minutes =
        missing.stream()
            .filter(one -> one.isOfMinutes() && providers.serveMinutes(one.listing()))
            .limit(MOST)
            .map(this::minutes);
    return Stream.concat(sessions, minutes).toList();
  }

  private boolean serve(ListingId listing) {
    return listing.isCurrencyPair() ? rates : providers.serve(listing);
  }

  /** Up to the last session that is over; empty where none is. */
  private Optional<Need> sessions(MissingPrices missing, Instant now) {
    LocalDate closed = calendars.get().of(missing.listing()).lastClosed(now);
    LocalDate published = missing.to();
    LocalDate to = published == null || published.isAfter(closed) ? closed : published;
    return to.isBefore(missing.from())
        ? Optional.empty()
        : Optional.of(new PriceNeed(missing.listing(), missing.from(), to));
  }

  /** Up to publication, or the end of the day's hours. */
  private Need minutes(MissingPrices missing) {
    TradingCalendar calendar = calendars.get().of(missing.listing());
    Instant end =
        calendar
            .hours(missing.from(), SessionClass.POST)
            .map(TradingCalendar.Stretch::to)
            .orElseGet(() -> calendar.close(missing.from()));
    Instant until =
        missing.until() == null || end.isBefore(missing.until()) ? end : missing.until();
    return new MinuteNeed(new ListingSession(missing.listing(), missing.from()), until);
  }
}
