package io.quotemark.bench.wordings;

import static io.quotemark.domain.claim.ClaimKind.THRESHOLD;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** Round prices that a share crossed, and since when it had not. */
final class Marks {
  private static final double[] STEPS = {1000, 500, 100, 50, 10, 5, 1, 0.5};

  private final Walk share;

  Marks(Walk share) {
    this.share = share;
  }

  /** A false mark lies where the session never was. */
  boolean crossed(Figures f, int at, boolean truth) {
    double close = share.close(at);
    f.up = close > share.close(at - 1);
    double from = truth ? share.close(at - 1) : f.up ? share.high(at) * 1.01 : share.low(at) * 0.94;
    double to = truth ? close : f.up ? share.high(at) * 1.06 : share.low(at) * 0.99;
    return put(f, Math.min(from, to), Math.max(from, to)).isPresent();
  }

  /** What is false is the month: another close beyond the mark lies between. */
  boolean firstSince(Figures f, int at, boolean truth) {
    double close = share.close(at);
    double before = share.close(at - 1);
    f.up = close > before;
    OptionalDouble mark = put(f, Math.min(before, close), Math.max(before, close));
    if (mark.isEmpty()) {
      return false;
    }
    int last = share.lastClose(at, mark.getAsDouble(), f.up);
    int range = share.lastRange(at, mark.getAsDouble(), f.up);
    if (last < 0 || at - last < 45 || at - range < 45) {
      return false;
    }
    LocalDate since = share.day(last);
    if (truth) {
      f.month = since;
      return share.day(range).withDayOfMonth(1).equals(since.withDayOfMonth(1));
    }
    f.month = since.minusMonths(5);
    return last > 130;
  }

  /** The roundest price between two, printed as {@code t}. */
  private OptionalDouble put(Figures f, double low, double high) {
    for (double step : STEPS) {
      double mark = Math.floor(high / step) * step;
      if (mark > low && mark < high && (step >= 1 || share.close(0) < 100)) {
        f.put("t", mark, mark == Math.rint(mark) ? 0 : 2).as(THRESHOLD);
        return OptionalDouble.of(mark);
      }
    }
    return OptionalDouble.empty();
  }
}
