package io.quotemark.serve.chart;

import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Where a session and a price stand on the canvas. */
record Scale(Canvas canvas, int count, double low, double high) {
  /** A price that a line of the grid stands for. */
  record Step(double price, String label) {}

  /** Makes room for the levels that are near the prices; one far off would press them flat. */
  static Scale of(List<Bar> bars, Canvas canvas, List<BigDecimal> levels) {
    double low = bars.stream().mapToDouble(b -> b.low().doubleValue()).min().orElse(0);
    double high = bars.stream().mapToDouble(b -> b.high().doubleValue()).max().orElse(1);
    double least = low * 0.8;
    double most = high * 1.25;
    for (BigDecimal level : levels) {
      double price = level.doubleValue();
      if (price >= least && price <= most) {
        low = Math.min(low, price);
        high = Math.max(high, price);
      }
    }
    double margin = high > low ? (high - low) * 0.06 : Math.max(high * 0.01, 0.01);
    return new Scale(canvas, bars.size(), low - margin, high + margin);
  }

  double x(int session) {
    double width = canvas.right() - canvas.left();
    return count < 2 ? canvas.left() + width / 2 : canvas.left() + width * session / (count - 1);
  }

  double y(double price) {
    return canvas.top() + (canvas.bottom() - canvas.top()) * (high - price) / (high - low);
  }

  List<Step> steps() {
    double span = high - low;
    double step = Math.pow(10, Math.floor(Math.log10(span / 3)));
    if (span / step > 10) {
      step *= 5;
    } else if (span / step > 5) {
      step *= 2;
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step)));
    List<Step> out = new ArrayList<>();
    for (double price = Math.ceil(low / step) * step; price < high; price += step) {
      out.add(
          new Step(
              price,
              BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_UP).toPlainString()));
    }
    return out;
  }
}
