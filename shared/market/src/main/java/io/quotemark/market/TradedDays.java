package io.quotemark.market;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars of days on which their exchange is known not to have traded, which price files brought in
 * before they were refused there: no previous close, high or count of sessions may rest on one.
 */
final class TradedDays {
  private final Calendars calendars;

  TradedDays(Calendars calendars) {
    this.calendars = calendars;
  }

  /** The tape without such bars; the same tape where it has none. */
  Tape of(Tape tape) {
    boolean all = true;
    for (ListingId listing : tape.listings()) {
      TradingCalendar calendar = calendars.of(listing);
      all &= tape.sources(listing).stream().allMatch(series -> isTraded(series, calendar));
    }
    if (all) {
      return tape;
    }
    List<PriceSeries> traded = new ArrayList<>();
    for (ListingId listing : tape.listings()) {
      TradingCalendar calendar = calendars.of(listing);
      tape.sources(listing).forEach(series -> traded.add(of(series, calendar)));
    }
    return new Tape(traded, tape.minutes());
  }

  private static boolean isTraded(PriceSeries series, TradingCalendar calendar) {
    return series.bars().stream().noneMatch(bar -> calendar.isKnownClosed(bar.session()));
  }

  private static PriceSeries of(PriceSeries series, TradingCalendar calendar) {
    List<Bar> bars =
        series.bars().stream().filter(bar -> !calendar.isKnownClosed(bar.session())).toList();
    return new PriceSeries(
        series.listing(),
        series.source(),
        series.delivered(),
        series.retrievedAt(),
        bars,
        series.splits(),
        series.dividends(),
        series.sample());
  }
}
