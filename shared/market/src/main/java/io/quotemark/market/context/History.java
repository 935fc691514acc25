package io.quotemark.market.context;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing's bars in new shares of a given day: prices before a split that is effective by then
 * are divided by its ratio, so that two sessions compare; nothing is adjusted for dividends.
 *
 * <p>Prices that are shown are decimals; statistics are doubles, worked out when first asked for,
 * since an article looks at a year of a history of decades.
 */
final class History {
  /** Places of a percentage in the context block. */
  static final int PERCENT_PLACES = 6;

  /** Places of a price that a split was taken out of. */
  private static final int PRICE_PLACES = 4;

  private static final int FEWEST_PRICE_PLACES = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Longest closure (Golden Week, Lunar New Year) where no calendar knows better, in days. */
  private static final int LONGEST_CLOSURE = 12;

  /** One session in this many may be missing: a storm that the calendar does not have. */
  private static final int SESSIONS_A_STORM = 60;

  private static final int UNKNOWN = -1;

  private final TradingCalendar calendar;
  private final List<Bar> bars;
  private final List<Split> splits;
  private final double[] closes;
  private final int[] missingBefore;

  /**
   * @param inSharesOf splits up to this day are applied
   */
  History(PriceSeries series, TradingCalendar calendar, LocalDate inSharesOf) {
    this.calendar = calendar;
    this.bars = series.bars();
    this.splits =
        series.splits().stream().filter(s -> !s.firstSession().isAfter(inSharesOf)).toList();
    this.closes = new double[bars.size()];
    this.missingBefore = new int[bars.size()];
    Arrays.fill(missingBefore, UNKNOWN);
  }

  LocalDate session(int at) {
    return bars.get(at).session();
  }

  /** As shown, like the prices of a high and low. */
  BigDecimal close(int at) {
    return shown(bars.get(at).close(), at);
  }

  BigDecimal high(int at) {
    return shown(bars.get(at).high(), at);
  }

  BigDecimal low(int at) {
    return shown(bars.get(at).low(), at);
  }

  /** From close to close, in per cent, from prices before they are rounded to be shown. */
  BigDecimal percent(int from, int to) {
    return percent(exact(bars.get(from).close(), from), exact(bars.get(to).close(), to));
  }

  /** From a close to a later opening price, in per cent. */
  BigDecimal percentToOpen(int from, int to) {
    return percent(exact(bars.get(from).close(), from), exact(bars.get(to).open(), to));
  }

  /** From a high to a later close, in per cent. */
  BigDecimal percentFromHigh(int from, int to) {
    return percent(exact(bars.get(from).high(), from), exact(bars.get(to).close(), to));
  }

  double highValue(int at) {
    return bars.get(at).high().doubleValue() / factor(at);
  }

  double lowValue(int at) {
    return bars.get(at).low().doubleValue() / factor(at);
  }

  private BigDecimal shown(BigDecimal price, int at) {
    if (factor(at) == 1) {
      return price;
    }
    BigDecimal plain =
        exact(price, at).setScale(PRICE_PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return plain.setScale(Math.max(plain.scale(), FEWEST_PRICE_PLACES));
  }

  private BigDecimal exact(BigDecimal price, int at) {
    BigDecimal adjusted = price;
    for (Split split : splits) {
      if (split.firstSession().isAfter(session(at))) {
        adjusted = adjusted.divide(split.ratio(), MathContext.DECIMAL64);
      }
    }
    return adjusted;
  }

  private double factor(int at) {
    double factor = 1;
    for (Split split : splits) {
      if (split.firstSession().isAfter(session(at))) {
        factor *= split.ratio().doubleValue();
      }
    }
    return factor;
  }

  /** Shares traded, in new shares; NaN where the source has none or filled the row in. */
  double volume(int at) {
    @Nullable Long volume = bars.get(at).volume();
    return volume == null || bars.get(at).lowConfidence() ? Double.NaN : volume * factor(at);
  }

  /** Log return of the close against the bar before. */
  double logReturn(int at) {
    return Math.log(closeValue(at) / closeValue(at - 1));
  }

  double closeValue(int at) {
    if (closes[at] == 0) {
      closes[at] = bars.get(at).close().doubleValue() / factor(at);
    }
    return closes[at];
  }

  /** Index of the last bar not after {@code day}, −1 where there is none. */
  int lastUpTo(LocalDate day) {
    return Days.lastUpTo(bars, day);
  }

  /** Index of the bar of exactly that session, −1 where there is none. */
  int at(LocalDate session) {
    return Days.at(bars, session);
  }

  /** Whether the bars from one to the other leave out no session the calendar knows. */
  boolean unbroken(int from, int to) {
    if (from < 0 || to >= bars.size() || from > to) {
      return false;
    }
    int missing = 0;
    for (int i = from + 1; i <= to; i++) {
      missing += missingBefore(i);
    }
    return missing <= (to - from) / SESSIONS_A_STORM;
  }

  /**
   * Sessions between a bar and the one before it. Outside what the calendar covers, a stretch no
   * exchange is closed for counts as a year.
   */
  private int missingBefore(int at) {
    if (missingBefore[at] == UNKNOWN) {
      LocalDate before = session(at - 1);
      LocalDate session = session(at);
      long days = session.toEpochDay() - before.toEpochDay();
      if (days == 1) {
        missingBefore[at] = 0;
      } else if (calendar.covers(before) && calendar.covers(session)) {
        missingBefore[at] = Math.max(0, calendar.sessionsBetween(before, session.minusDays(1)));
      } else {
        missingBefore[at] = days > LONGEST_CLOSURE ? 250 : 0;
      }
    }
    return missingBefore[at];
  }

  /** Whether no two neighbours from one bar to the other lie further apart than any closure. */
  boolean withoutLongGap(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (session(i).toEpochDay() - session(i - 1).toEpochDay() > LONGEST_CLOSURE) {
        return false;
      }
    }
    return true;
  }

  /** Simple return in per cent. */
  static BigDecimal percent(BigDecimal from, BigDecimal to) {
    return to.subtract(from).multiply(HUNDRED).divide(from, PERCENT_PLACES, RoundingMode.HALF_UP);
  }

  /** A statistic as shown. */
  static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(PERCENT_PLACES, RoundingMode.HALF_UP);
  }
}
