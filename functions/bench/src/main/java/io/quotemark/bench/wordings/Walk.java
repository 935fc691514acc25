package io.quotemark.bench.wordings;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Made-up prices of a listing on the sessions of its exchange, in the unit that is printed. */
final class Walk {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  final ListingId listing;
  final TradingCalendar calendar;
  private final List<LocalDate> days = new ArrayList<>();
  private final List<double[]> prices = new ArrayList<>();
  private final int decimals;
  private final int moved;

  /**
   * @param volatility of a session's return
   * @param decimals of a price
   * @param moved decimals by which the bars' unit is larger than the printed one (2 in pence)
   */
  Walk(
      ListingId listing,
      TradingCalendar calendar,
      double first,
      double volatility,
      int decimals,
      int moved) {
    this.listing = listing;
    this.calendar = calendar;
    this.decimals = decimals;
    this.moved = moved;
    Random random = new Random(listing.toString().hashCode());
    double before = first;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (calendar.isSession(day)) {
        double open = before * (1 + random.nextGaussian() * volatility / 4);
        double pull = Math.log(first / before) / 200;
        double close = before * Math.exp(pull + random.nextGaussian() * volatility);
        double high =
            Math.max(open, close) * (1 + Math.abs(random.nextGaussian()) * volatility / 3);
        double low = Math.min(open, close) * (1 - Math.abs(random.nextGaussian()) * volatility / 3);
        days.add(day);
        prices.add(new double[] {rounded(open), rounded(high), rounded(low), rounded(close)});
        before = close;
      }
    }
  }

  /** A rate of one price a day. */
  static Walk ofRate(ListingId pair, TradingCalendar calendar, double first) {
    Walk walk = new Walk(pair, calendar, first, 0.004, 4, 0);
    walk.prices.forEach(p -> p[0] = p[1] = p[2] = p[3]);
    return walk;
  }

  private double rounded(double price) {
    return exact(price).doubleValue();
  }

  /** A price as it is printed. */
  BigDecimal exact(double price) {
    return BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_UP);
  }

  int size() {
    return days.size();
  }

  LocalDate day(int at) {
    return days.get(at);
  }

  double open(int at) {
    return prices.get(at)[0];
  }

  double high(int at) {
    return prices.get(at)[1];
  }

  double low(int at) {
    return prices.get(at)[2];
  }

  double close(int at) {
    return prices.get(at)[3];
  }

  /** Close to close, in per cent. */
  double move(int at) {
    return change(at - 1, at);
  }

  double change(int from, int to) {
    return (close(to) / close(from) - 1) * 100;
  }

  /** The last session on a day or before it, -1 where there is none. */
  int upTo(LocalDate day) {
    int found = Collections.binarySearch(days, day);
    return found >= 0 ? found : -found - 2;
  }

  /** How many sessions in a row ended as this one did, it included; flat is none. */
  int run(int at) {
    int n = 0;
    double sign = Math.signum(move(at));
    while (sign != 0 && at - n > 0 && Math.signum(move(at - n)) == sign) {
      n++;
    }
    return n;
  }

  /** The last session before one whose close was at a price or beyond it; -1 where none was. */
  int lastClose(int at, double price, boolean up) {
    int i = at - 1;
    while (i >= 0 && (up ? close(i) < price : close(i) > price)) {
      i--;
    }
    return i;
  }

  /** The last session before one whose high, or low, was at a price or beyond it; -1 for none. */
  int lastRange(int at, double price, boolean up) {
    int i = at - 1;
    while (i >= 0 && (up ? high(i) < price : low(i) > price)) {
      i--;
    }
    return i;
  }

  PriceSeries series() {
    List<Bar> bars = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      double[] p = prices.get(at);
      bars.add(
          new Bar(
              days.get(at), inBars(p[0]), inBars(p[1]), inBars(p[2]), inBars(p[3]), 1_000_000L));
    }
    return new PriceSeries(
        listing,
        "made-up",
        PriceSeries.Basis.AS_TRADED,
        Instant.parse("2026-01-01T00:00:00Z"),
        bars,
        List.of(),
        List.of(),
        false);
  }

  private BigDecimal inBars(double price) {
    return exact(price).movePointLeft(moved);
  }
}
