package io.quotemark.serve.chart;

import java.util.List;
import java.util.Locale;

/** A line of closes as small as a word; what it shows stands in figures beside it. */
public final class Sparkline {
  private static final double WIDTH = 80;
  private static final double HEIGHT = 20;

  private Sparkline() {}

  /**
   * @param closes two or more, oldest first
   */
  public static String of(List<Double> closes) {
    double low = closes.stream().mapToDouble(c -> c).min().orElse(0);
    double high = closes.stream().mapToDouble(c -> c).max().orElse(1);
    double span = high > low ? high - low : 1;
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < closes.size(); i++) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              WIDTH * i / (closes.size() - 1),
              HEIGHT - 2 - (HEIGHT - 4) * (closes.get(i) - low) / span));
    }
    return "<svg class=\"sparkline\" viewBox=\"0 0 80 20\" aria-hidden=\"true\"><polyline points=\""
        + points.toString().strip()
        + "\"/></svg>";
  }
}
