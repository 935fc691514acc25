package io.quotemark.checking;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.time.LocalDate;
import java.util.function.ToDoubleFunction;

/**
 * What was so in one session of a history, by doubles and plain loops: nothing of it is shared with
 * the code that judges.
 */
final class Facts {
  final PriceSeries series;
  final int here;
  final Bar bar;
  final LocalDate day;
  final double open;
  final double high;
  final double low;
  final double close;
  final double before;

  Facts(PriceSeries series, int here) {
    this.series = series;
    this.here = here;
    this.bar = series.bars().get(here);
    this.day = bar.session();
    this.open = bar.open().doubleValue();
    this.high = bar.high().doubleValue();
    this.low = bar.low().doubleValue();
    this.close = bar.close().doubleValue();
    this.before = close(here - 1);
  }

  /** Close of session {@code i} in the shares of this session. */
  double close(int i) {
    return price(i, Bar::close);
  }

  private double price(int i, java.util.function.Function<Bar, java.math.BigDecimal> field) {
    return field.apply(series.bars().get(i)).doubleValue() / splits(i, here);
  }

  /** New shares of session {@code to} for one of session {@code from}. */
  double splits(int from, int to) {
    LocalDate start = series.bars().get(from).session();
    LocalDate end = series.bars().get(to).session();
    double ratio = 1;
    for (PriceSeries.Split split : series.splits()) {
      if (split.firstSession().isAfter(start) && !split.firstSession().isAfter(end)) {
        ratio *= split.ratio().doubleValue();
      }
    }
    return ratio;
  }

  LocalDate session(int i) {
    return series.bars().get(i).session();
  }

  double percent(double price) {
    return (price / before - 1) * 100;
  }

  double move() {
    return percent(close);
  }

  double move(int i) {
    return (close(i) / close(i - 1) - 1) * 100;
  }

  /** Latest earlier session that closed at or beyond this one's close; −1 where none did. */
  int lastBeyond(boolean up) {
    return lastBeyond(up, close, Bar::close);
  }

  int lastBeyond(
      boolean up, double level, java.util.function.Function<Bar, java.math.BigDecimal> field) {
    int i = here - 1;
    while (i >= 0
        && (up ? price(i, field) < level * (1 - 1e-12) : price(i, field) > level * (1 + 1e-12))) {
      i--;
    }
    return i;
  }

  /** Latest earlier session whose close-to-close move was at least as large; −1 where none was. */
  int lastAsLargeMove() {
    int i = here - 1;
    while (i > 0 && (move() > 0 ? move(i) < move() : move(i) > move())) {
      i--;
    }
    return i == 0 ? -1 : i;
  }

  /** Sessions in a row that closed in the direction of this one's close. */
  int streak() {
    double sign = Math.signum(move());
    int i = here;
    while (i > 0 && sign != 0 && Math.signum(close(i) - close(i - 1)) == sign) {
      i--;
    }
    return here - i;
  }

  /** Return since the last session for which {@code start} holds, looking back from this one. */
  double since(java.util.function.Predicate<LocalDate> start) {
    int i = here;
    while (i >= 0 && !start.test(session(i))) {
      i--;
    }
    return i < 0 ? Double.NaN : (close / close(i) - 1) * 100;
  }

  /** Highest high or lowest low of the sessions after {@code from}, this one left out. */
  double extreme(boolean up, LocalDate from) {
    ToDoubleFunction<Integer> field = i -> up ? price(i, Bar::high) : price(i, Bar::low);
    double best = up ? 0 : Double.MAX_VALUE;
    for (int i = here - 1; i >= 0 && session(i).isAfter(from); i--) {
      double value = field.applyAsDouble(i);
      best = up ? Math.max(best, value) : Math.min(best, value);
    }
    return best;
  }
}
