package io.quotemark.market.verdicts;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Securities;
import io.quotemark.domain.Tape;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import java.util.List;
import java.util.Optional;

/** Everything about the market that a check may look at. */
public record Market(Calendars calendars, Securities securities, TickGrid ticks, Tape tape) {
  TradingCalendar calendar(ListingId listing) {
    return calendars.of(listing);
  }

  /** All sources of a listing that hold bars, the preferred one first. */
  List<History> histories(ListingId listing) {
    return tape.sources(listing).stream()
        .filter(series -> !series.bars().isEmpty())
        .map(series -> history(series))
        .toList();
  }

  Optional<History> history(ListingId listing) {
    return histories(listing).stream().findFirst();
  }

  private History history(PriceSeries series) {
    return new History(series, calendars.of(series.listing()));
  }

  Rates rates() {
    return new Rates(tape, calendars.of(ListingId.FX));
  }
}
