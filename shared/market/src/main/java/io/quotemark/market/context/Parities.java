package io.quotemark.market.context;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.Parity;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ordinary share and its depositary share say about each other at one day's closes. */
final class Parities {
  /** Both must have closed on one day within this many days. */
  private static final int OLDEST_DAYS = 7;

  private final Securities master;
  private final Tape tape;
  private final Rates rates;

  Parities(Securities master, Tape tape, Rates rates) {
    this.master = master;
    this.tape = tape;
    this.rates = rates;
  }

  /** For an ordinary or a depositary listing, at the last day up to {@code asOf} both traded on. */
  @Nullable Parity of(ListingId id, LocalDate asOf) {
    List<Listing> family = new ArrayList<>(master.listing(id).stream().toList());
    family.addAll(master.sisters(id));
    for (Listing depositary : family) {
      @Nullable ListingId ordinary = depositary.underlying();
      if (depositary.adsRatio() != null
          && ordinary != null
          && (depositary.id().equals(id) || ordinary.equals(id))) {
        @Nullable Listing share = master.listing(ordinary).orElse(null);
        if (share != null) {
          return parity(share, depositary, depositary.adsRatio(), asOf);
        }
      }
    }
    return null;
  }

  private @Nullable Parity parity(
      Listing share, Listing depositary, BigDecimal ratio, LocalDate asOf) {
    @Nullable PriceSeries ofShare = tape.series(share.id()).orElse(null);
    @Nullable PriceSeries ofDepositary = tape.series(depositary.id()).orElse(null);
    if (ofShare == null || ofDepositary == null) {
      return null;
    }
    for (LocalDate day = asOf;
        ChronoUnit.DAYS.between(day, asOf) < OLDEST_DAYS;
        day = day.minusDays(1)) {
      @Nullable BigDecimal ordinary = close(ofShare, day);
      @Nullable BigDecimal actual = close(ofDepositary, day);
      if (ordinary != null && actual != null) {
        LocalDate on = day;
        return rates
            .upTo(day, depositary.currency(), share.currency())
            .map(rate -> parity(share, depositary, ratio, ordinary, actual, rate.value(), on))
            .orElse(null);
      }
    }
    return null;
  }

  private static Parity parity(
      Listing share,
      Listing depositary,
      BigDecimal ratio,
      BigDecimal ordinary,
      BigDecimal actual,
      BigDecimal rate,
      LocalDate day) {
    BigDecimal implied = ordinary.multiply(ratio).divide(rate, MathContext.DECIMAL64);
    return new Parity(
        share.id(),
        depositary.id(),
        ratio,
        rate.setScale(History.PERCENT_PLACES, RoundingMode.HALF_UP),
        implied.setScale(History.PERCENT_PLACES, RoundingMode.HALF_UP),
        actual,
        History.percent(implied, actual),
        day);
  }

  private static @Nullable BigDecimal close(PriceSeries series, LocalDate day) {
    int at = Days.at(series.bars(), day);
    return at < 0 ? null : series.bars().get(at).close();
  }
}
