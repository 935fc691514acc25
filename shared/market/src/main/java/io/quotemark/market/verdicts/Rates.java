package io.quotemark.market.verdicts;

import io.quotemark.domain.Bar;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Tape;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reference rates crossed over the euro (rule 15). */
final class Rates {
  private static final String EURO = "EUR";

  private final Tape tape;
  private final TradingCalendar calendar;

  Rates(Tape tape, TradingCalendar calendar) {
    this.tape = tape;
    this.calendar = calendar;
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
    LocalDate last;
    if (publication.at() != null) {
      LocalDate day = calendar.dateAt(publication.at());
      boolean published =
          calendar.isSession(day) && !publication.at().isBefore(calendar.close(day));
      last = published ? day : day.minusDays(1);
    } else if (publication.date() != null) {
      last = publication.date().minusDays(1);
    } else {
      return Optional.empty();
    }
    return onOrBefore(last, base, quote);
  }

  /** The fixing of a day or, where there was none, the last one in the ten days before. */
  Optional<Rate> onOrBefore(LocalDate day, String base, String quote) {
    Optional<Bar> from = leg(day, base);
    Optional<Bar> to = leg(day, quote);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate fixed = base.equals(EURO) ? to.get().session() : from.get().session();
    List<Bar> legs = new ArrayList<>();
    if (!base.equals(EURO)) {
      legs.add(from.get());
    }
    if (!quote.equals(EURO)) {
      legs.add(to.get());
    }
    return Optional.of(
        new Rate(
            fixed,
            to.get().close().divide(from.get().close(), MathContext.DECIMAL64),
            legs,
            tape.series(ListingId.currencyPair(EURO, base.equals(EURO) ? quote : base))
                .orElse(null)));
  }

  private Optional<Bar> leg(LocalDate day, String currency) {
    String known = currency.equals("CNH") ? "CNY" : currency;
    if (known.equals(EURO)) {
      return Optional.of(Bar.flat(day, BigDecimal.ONE));
    }
    return tape.series(ListingId.currencyPair(EURO, known))
        .flatMap(series -> new History(series, calendar).onOrBefore(day))
        .filter(bar -> bar.session().isAfter(day.minusDays(10)));
  }
}
