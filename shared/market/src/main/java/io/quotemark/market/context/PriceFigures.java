package io.quotemark.market.context;

import io.quotemark.domain.price.ListingContext.Range;
import io.quotemark.domain.price.ListingContext.RecordHigh;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Returns, ranges, volatility and volume up to a session of one history. */
final class PriceFigures {
  private static final int[] RETURN_SESSIONS = {1, 5, 20, 60, 250};
  private static final int[] VOLATILITY_SESSIONS = {20, 60, 250};
  private static final int VOLUME_SESSIONS = 20;
  private static final int SESSIONS_A_YEAR = 252;
  private static final int RANGE_WEEKS = 52;

  /** A first bar this many days into the 52 weeks still counts as history of all of them. */
  private static final int START_SLACK_DAYS = 12;

  private final History history;

  PriceFigures(History history) {
    this.history = history;
  }

  /** By window {@code 1d 5d 20d 60d 250d ytd}, per cent, to the close of bar {@code asOf}. */
  Map<String, BigDecimal> returns(int asOf) {
    Map<String, BigDecimal> returns = new LinkedHashMap<>();
    for (int sessions : RETURN_SESSIONS) {
      if (history.unbroken(asOf - sessions, asOf)) {
        returns.put(sessions + "d", history.percent(asOf - sessions, asOf));
      }
    }
    int anchor = history.lastUpTo(LocalDate.of(history.session(asOf).getYear() - 1, 12, 31));
    if (history.unbroken(anchor, asOf)) {
      returns.put("ytd", history.percent(anchor, asOf));
    }
    return returns;
  }

  /**
   * By window {@code 20d 60d 250d}: sample standard deviation of that many log returns × √252, in
   * per cent.
   */
  Map<String, BigDecimal> volatility(int asOf) {
    Map<String, BigDecimal> volatility = new LinkedHashMap<>();
    for (int sessions : VOLATILITY_SESSIONS) {
      if (history.unbroken(asOf - sessions, asOf)) {
        volatility.put(
            sessions + "d",
            History.rounded(
                100 * deviation(asOf - sessions + 1, asOf) * Math.sqrt(SESSIONS_A_YEAR)));
      }
    }
    return volatility;
  }

  private double deviation(int from, int to) {
    int count = to - from + 1;
    double mean = 0;
    for (int i = from; i <= to; i++) {
      mean += history.logReturn(i) / count;
    }
    double squares = 0;
    for (int i = from; i <= to; i++) {
      squares += Math.pow(history.logReturn(i) - mean, 2);
    }
    return Math.sqrt(squares / (count - 1));
  }

  /** Volume of the session over the mean of the 20 sessions before it, filled-in rows left out. */
  @Nullable BigDecimal volumeAgainstMean(int asOf) {
    if (!history.unbroken(asOf - VOLUME_SESSIONS, asOf)) {
      return null;
    }
    double mean =
        IntStream.range(asOf - VOLUME_SESSIONS, asOf)
            .mapToDouble(history::volume)
            .filter(volume -> !Double.isNaN(volume))
            .average()
            .orElse(Double.NaN);
    double ratio = history.volume(asOf) / mean;
    return Double.isFinite(ratio) ? History.rounded(ratio) : null;
  }

  /** Lowest low and highest high of the 52 weeks up to a bar, the later one of equals. */
  @Nullable Range range(int asOf) {
    LocalDate start = history.session(asOf).minusWeeks(RANGE_WEEKS);
    int first = history.lastUpTo(start) + 1;
    if (history.session(0).isAfter(start.plusDays(START_SLACK_DAYS))
        || !history.unbroken(first, asOf)) {
      return null;
    }
    int low = first;
    int high = first;
    for (int i = first; i <= asOf; i++) {
      low = history.lowValue(i) <= history.lowValue(low) ? i : low;
      high = history.highValue(i) >= history.highValue(high) ? i : high;
    }
    BigDecimal width = history.high(high).subtract(history.low(low));
    BigDecimal position =
        width.signum() == 0
            ? null
            : history
                .close(asOf)
                .subtract(history.low(low))
                .divide(width, History.PERCENT_PLACES, RoundingMode.HALF_UP);
    return new Range(
        history.low(low),
        history.session(low),
        history.high(high),
        history.session(high),
        position,
        history.session(asOf));
  }

  /** Highest high of all history up to a bar; null where that is less than the 52 weeks. */
  @Nullable RecordHigh recordHigh(int asOf) {
    if (history.session(0).isAfter(history.session(asOf).minusWeeks(RANGE_WEEKS))
        || !history.withoutLongGap(0, asOf)) {
      return null;
    }
    int high = 0;
    double highest = history.highValue(0);
    for (int i = 1; i <= asOf; i++) {
      double value = history.highValue(i);
      if (value >= highest) {
        high = i;
        highest = value;
      }
    }
    return new RecordHigh(
        history.high(high),
        history.session(high),
        history.percentFromHigh(high, asOf),
        history.session(0));
  }
}
