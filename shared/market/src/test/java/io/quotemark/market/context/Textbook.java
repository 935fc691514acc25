package io.quotemark.market.context;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The context's figures once more, from the formulas as textbooks print them: sums of squares
 * instead of deviations, correlation instead of residuals, prices by date instead of by position.
 * Nothing is shared with the code it is held against.
 */
final class Textbook {
  private final NavigableMap<LocalDate, Bar> bars = new TreeMap<>();
  private final List<PriceSeries.Split> splits;

  Textbook(PriceSeries series) {
    series.bars().forEach(bar -> bars.put(bar.session(), bar));
    this.splits = series.splits();
  }

  /** A price of one day in the shares of another. */
  double price(Function<Bar, java.math.BigDecimal> field, LocalDate day, LocalDate inSharesOf) {
    double price = field.apply(bar(day)).doubleValue();
    for (PriceSeries.Split split : splits) {
      LocalDate first = split.firstSession();
      if (day.isBefore(first) && !inSharesOf.isBefore(first)) {
        price /= split.ratio().doubleValue();
      }
      if (!day.isBefore(first) && inSharesOf.isBefore(first)) {
        price *= split.ratio().doubleValue();
      }
    }
    return price;
  }

  private Bar bar(LocalDate day) {
    return Objects.requireNonNull(bars.get(day), () -> "no bar of " + day);
  }

  double close(LocalDate day, LocalDate inSharesOf) {
    return price(Bar::close, day, inSharesOf);
  }

  LocalDate before(LocalDate day) {
    return bars.lowerKey(day);
  }

  LocalDate back(LocalDate day, int sessions) {
    LocalDate at = day;
    for (int i = 0; i < sessions; i++) {
      at = bars.lowerKey(at);
    }
    return at;
  }

  LocalDate on(LocalDate day, int sessions) {
    LocalDate at = day;
    for (int i = 0; i < sessions; i++) {
      at = bars.higherKey(at);
    }
    return at;
  }

  /** Simple return in per cent. */
  double percent(LocalDate from, LocalDate to) {
    return (close(to, to) / close(from, to) - 1) * 100;
  }

  double logReturn(LocalDate day) {
    return Math.log(close(day, day)) - Math.log(close(before(day), day));
  }

  double yearToDate(LocalDate day) {
    return percent(bars.lowerKey(LocalDate.of(day.getYear(), 1, 1)), day);
  }

  /** √252 × √((Σr² − (Σr)²/n) / (n − 1)), in per cent. */
  double volatility(LocalDate day, int n) {
    double sum = 0;
    double squares = 0;
    for (LocalDate at : days(day, n)) {
      double r = logReturn(at);
      sum += r;
      squares += r * r;
    }
    return 100 * Math.sqrt(252 * (squares - sum * sum / n) / (n - 1));
  }

  /** Against the mean of the 20 sessions before; rows without a volume count for nothing. */
  double volumeRatio(LocalDate day) {
    double sum = 0;
    int count = 0;
    for (LocalDate at : days(before(day), 20)) {
      if (volume(at) > 0) {
        sum += volume(at) * volumeSplit(at, day);
        count++;
      }
    }
    return volume(day) / (sum / count);
  }

  private double volume(LocalDate day) {
    Long volume = bar(day).volume();
    return volume == null ? Double.NaN : volume;
  }

  /** Shares of the later day for one of the earlier. */
  private double volumeSplit(LocalDate day, LocalDate inSharesOf) {
    return bar(day).close().doubleValue() / close(day, inSharesOf);
  }

  double highest(LocalDate after, LocalDate upTo) {
    return bars.subMap(after, false, upTo, true).keySet().stream()
        .mapToDouble(day -> price(Bar::high, day, upTo))
        .max()
        .orElseThrow();
  }

  double lowest(LocalDate after, LocalDate upTo) {
    return bars.subMap(after, false, upTo, true).keySet().stream()
        .mapToDouble(day -> price(Bar::low, day, upTo))
        .min()
        .orElseThrow();
  }

  LocalDate first() {
    return bars.firstKey();
  }

  boolean has(LocalDate day) {
    return bars.containsKey(day);
  }

  /** The last {@code n} sessions up to a day. */
  private List<LocalDate> days(LocalDate day, int n) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate at = day;
    for (int i = 0; i < n; i++) {
      days.add(at);
      at = bars.lowerKey(at);
    }
    return days;
  }

  /**
   * Market model over 120 returns that end 11 sessions before the event.
   *
   * @return beta, abnormal log return of the event day in per cent, its t-value
   */
  double[] marketModel(Textbook index, LocalDate event) {
    int n = 120;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (LocalDate day : days(back(event, 11), n)) {
      double market = index.between(before(day), day);
      double own = logReturn(day);
      x += market;
      y += own;
      xx += market * market;
      xy += market * own;
      yy += own * own;
    }
    double beta = (n * xy - x * y) / (n * xx - x * x);
    double alpha = y / n - beta * x / n;
    double correlation = (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    double error = Math.sqrt((yy - y * y / n) * (1 - correlation * correlation) / (n - 2));
    double abnormal = logReturn(event) - alpha - beta * index.between(before(event), event);
    return new double[] {beta, 100 * abnormal, abnormal / error};
  }

  private double between(LocalDate from, LocalDate to) {
    return Math.log(close(to, to) / close(from, to));
  }
}
