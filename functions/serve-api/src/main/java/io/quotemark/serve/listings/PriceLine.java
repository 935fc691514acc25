package io.quotemark.serve.listings;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Split;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes of a stretch in shares of its last session: a split does not look like a fall. A long
 * stretch is thinned to points at equal steps, its first and last session kept.
 */
final class PriceLine {
  /** More than a screen shows. */
  private static final int MOST_POINTS = 400;

  private final PriceSeries series;
  private final List<Bar> bars;

  PriceLine(PriceSeries series, LocalDate from, LocalDate to) {
    this.series = series;
    this.bars =
        series.bars().stream()
            .filter(b -> !b.session().isBefore(from) && !b.session().isAfter(to))
            .toList();
  }

  record Point(LocalDate session, double close) {}

  boolean isEmpty() {
    return bars.isEmpty();
  }

  LocalDate first() {
    return bars.getFirst().session();
  }

  LocalDate last() {
    return bars.getLast().session();
  }

  List<Point> points() {
    int step = Math.max(1, (bars.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<Point> out = new ArrayList<>();
    for (int i = 0; i < bars.size(); i += step) {
      out.add(point(bars.get(i)));
    }
    if ((bars.size() - 1) % step != 0) {
      out.add(point(bars.getLast()));
    }
    return out;
  }

  private Point point(Bar bar) {
    return new Point(bar.session(), inShares(bar.close(), bar.session()).doubleValue());
  }

  /** A price of the session in shares of the last session. */
  BigDecimal inShares(BigDecimal price, LocalDate session) {
    BigDecimal adjusted = price;
    for (Split split : series.splits()) {
      if (split.firstSession().isAfter(session) && !split.firstSession().isAfter(last())) {
        adjusted = adjusted.divide(split.ratio(), MathContext.DECIMAL64);
      }
    }
    return adjusted;
  }
}
