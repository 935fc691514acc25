package io.quotemark.market.context;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Currency rates from the ECB's euro reference rates: the cross rate of two currencies is the ratio
 * of their rates of one day.
 */
public final class Rates {
  public static final String EURO = "EUR";

  /** The ECB publishes the day's rates at about 16:00 Frankfurt time. */
  private static final LocalTime PUBLISHED = LocalTime.of(16, 0);

  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

  /** An older rate than this (Easter, year end) says nothing about the day. */
  private static final int OLDEST_DAYS = 7;

  private final Tape tape;

  public Rates(Tape tape) {
    this.tape = tape;
  }

  /**
   * @param value price of one {@code from} in {@code to}
   * @param day of the reference rates
   */
  public record Rate(String from, String to, BigDecimal value, LocalDate day) {}

  /** Last day whose rates were published before a moment. */
  public static LocalDate lastPublished(ZonedDateTime moment) {
    ZonedDateTime local = moment.withZoneSameInstant(FRANKFURT);
    LocalDate day = local.toLocalDate();
    return local.toLocalTime().isBefore(PUBLISHED) ? day.minusDays(1) : day;
  }

  /** The last rate of {@code day} or up to a week before it. */
  public Optional<Rate> upTo(LocalDate day, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(new Rate(from, to, BigDecimal.ONE, day));
    }
    List<Bar> fromBars = bars(from);
    List<Bar> toBars = bars(to);
    for (LocalDate at = day; !at.isBefore(day.minusDays(OLDEST_DAYS)); at = at.minusDays(1)) {
      BigDecimal perEuroFrom = perEuro(from, fromBars, at);
      BigDecimal perEuroTo = perEuro(to, toBars, at);
      if (perEuroFrom != null && perEuroTo != null) {
        return Optional.of(
            new Rate(from, to, perEuroTo.divide(perEuroFrom, MathContext.DECIMAL64), at));
      }
    }
    return Optional.empty();
  }

  private List<Bar> bars(String currency) {
    return tape.series(ListingId.currencyPair(EURO, currency))
        .map(PriceSeries::bars)
        .orElse(List.of());
  }

  private static @Nullable BigDecimal perEuro(String currency, List<Bar> bars, LocalDate day) {
    if (currency.equals(EURO)) {
      return BigDecimal.ONE;
    }
    int at = Days.at(bars, day);
    return at < 0 ? null : bars.get(at).close();
  }
}
