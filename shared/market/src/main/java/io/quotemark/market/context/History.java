package io.quotemark.market.context;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.PriceSeries.Split;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing's bars in new shares of a given day: prices before a split that is effective by then
 * are divided by its ratio, so that two sessions compare; nothing is adjusted for dividends.
 */
final class History {
  /** Places of a percentage in the context block. */
  static final int PERCENT_PLACES = 6;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Longest closure (Golden Week, Lunar New Year) where no calendar knows better, in days. */
  private static final int LONGEST_CLOSURE = 12;

  private final TradingCalendar calendar;
  private final List<Bar> bars;
  private final BigDecimal[] factors;

  /**
   * @param inSharesOf splits up to this day are applied
   */
  History(PriceSeries series, TradingCalendar calendar, LocalDate inSharesOf) {
    this.calendar = calendar;
    this.bars = series.bars();
    this.factors = new BigDecimal[bars.size()];
    BigDecimal factor = BigDecimal.ONE;
    List<Split> splits =
        series.splits().stream().filter(s -> !s.firstSession().isAfter(inSharesOf)).toList();
    int next = splits.size() - 1;
    for (int i = bars.size() - 1; i >= 0; i--) {
      while (next >= 0 && splits.get(next).firstSession().isAfter(bars.get(i).session())) {
        factor = factor.multiply(splits.get(next--).ratio(), MathContext.DECIMAL64);
      }
      factors[i] = factor;
    }
  }

  boolean isEmpty() {
    return bars.isEmpty();
  }

  LocalDate session(int at) {
    return bars.get(at).session();
  }

  Bar bar(int at) {
    return bars.get(at);
  }

  BigDecimal close(int at) {
    return inNewShares(bars.get(at).close(), at);
  }

  BigDecimal open(int at) {
    return inNewShares(bars.get(at).open(), at);
  }

  BigDecimal high(int at) {
    return inNewShares(bars.get(at).high(), at);
  }

  BigDecimal low(int at) {
    return inNewShares(bars.get(at).low(), at);
  }

  private BigDecimal inNewShares(BigDecimal price, int at) {
    return factors[at].compareTo(BigDecimal.ONE) == 0
        ? price
        : price.divide(factors[at], PERCENT_PLACES, RoundingMode.HALF_EVEN);
  }

  /** Shares traded in new shares; NaN where the source has none. */
  double volume(int at) {
    @Nullable Long volume = bars.get(at).volume();
    return volume == null ? Double.NaN : volume * factors[at].doubleValue();
  }

  /** Log return of the close against the bar before. */
  double logReturn(int at) {
    return Math.log(close(at).doubleValue() / close(at - 1).doubleValue());
  }

  /** Index of the last bar not after {@code day}, −1 where there is none. */
  int lastUpTo(LocalDate day) {
    return Days.lastUpTo(bars, day);
  }

  /** Index of the bar of exactly that session, −1 where there is none. */
  int at(LocalDate session) {
    return Days.at(bars, session);
  }

  /**
   * Whether the bars from one to the other leave out no session the calendar knows; one in sixty
   * may be a closure that the calendar does not have (a storm).
   */
  boolean unbroken(int from, int to) {
    if (from < 0 || to >= bars.size() || from > to) {
      return false;
    }
    LocalDate first = bars.get(from).session();
    LocalDate last = bars.get(to).session();
    if (calendar.covers(first) && calendar.covers(last)) {
      int missing = calendar.sessionsBetween(first, last) - (to - from);
      return Math.abs(missing) <= (to - from) / 60;
    }
    for (int i = from + 1; i <= to; i++) {
      if (ChronoUnit.DAYS.between(bars.get(i - 1).session(), bars.get(i).session())
          > LONGEST_CLOSURE) {
        return false;
      }
    }
    return true;
  }

  /** Simple return in per cent. */
  static BigDecimal percent(BigDecimal from, BigDecimal to) {
    return to.subtract(from).multiply(HUNDRED).divide(from, PERCENT_PLACES, RoundingMode.HALF_UP);
  }

  /** A statistic as printed. */
  static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(PERCENT_PLACES, RoundingMode.HALF_UP);
  }
}
