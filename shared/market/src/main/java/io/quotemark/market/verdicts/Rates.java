package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reference rates with the bars they were crossed from (rule 15). */
final class Rates {
  private final Tape tape;
  private final TradingCalendar calendar;
  private final io.quotemark.market.context.Rates crossed;

  Rates(Tape tape, TradingCalendar calendar) {
    this.tape = tape;
    this.calendar = calendar;
    this.crossed = new io.quotemark.market.context.Rates(tape);
  }

  /**
   * @param value price of one {@code base} in {@code quote}
   * @param legs the euro rates it was crossed from
   */
  record Rate(LocalDate day, BigDecimal value, List<Bar> legs, @Nullable PriceSeries series) {
    Rate {
      legs = List.copyOf(legs);
    }
  }

  /** The last fixing that was published before the article. */
  Optional<Rate> before(Publication publication, String base, String quote) {
    return lastDay(publication).flatMap(day -> onOrBefore(day, base, quote));
  }

  /** The day of the last fixing that was published before the article. */
  Optional<LocalDate> lastDay(Publication publication) {
    if (publication.at() != null) {
      return Optional.of(
          io.quotemark.market.context.Rates.lastPublished(
              publication.at().atZone(calendar.zone())));
    }
    return Optional.ofNullable(publication.date()).map(date -> date.minusDays(1));
  }

  /** The fixing of a day or, where there was none, the last one before it. */
  Optional<Rate> onOrBefore(LocalDate day, String base, String quote) {
    String from = onshore(base);
    String to = onshore(quote);
    return crossed
        .upTo(day, from, to)
        .map(rate -> {
          List<Bar> legs = Stream.of(from, to).flatMap(c -> leg(rate.day(), c).stream()).toList();
          PriceSeries series =
              Stream.of(from, to)
                  .flatMap(c -> tape.series(ListingId.currencyPair("EUR", c)).stream())
                  .findFirst()
                  .orElse(null);
          return new Rate(rate.day(), rate.value(), legs, series);
        });
  }

  private Optional<Bar> leg(LocalDate day, String currency) {
    return tape.series(ListingId.currencyPair("EUR", currency))
        .flatMap(series -> new History(series, calendar).bar(day));
  }

  /** There is no reference rate of the offshore yuan; it stays near the onshore one. */
  private static String onshore(String currency) {
    return currency.equals("CNH") ? "CNY" : currency;
  }
}
