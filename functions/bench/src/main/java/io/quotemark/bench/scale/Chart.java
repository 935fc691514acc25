package io.quotemark.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A run as a picture: above what came and what was stored a second, below how long the oldest
 * message of the news had waited. Plain SVG that follows the reader's light or dark.
 */
final class Chart {
  private static final int WIDTH = 760;
  private static final int PANEL = 130;
  private static final int LEFT = 56;
  private static final int TOP = 34;
  private static final int GAP = 44;

  /** Minutes of a point, which shows their highest value. */
  private static final int STEP = 4;

  private static final String STYLE =
      "<style>text{font:12px system-ui,sans-serif;fill:#444}.t{font-weight:600}.g{stroke:#ddd}"
          + ".a{fill:none;stroke:#9aa5b1;stroke-width:1.5}.b{fill:none;stroke:#15724a;stroke-width:1.5}"
          + ".c{fill:none;stroke:#b3202a;stroke-width:1.5}"
          + "@media(prefers-color-scheme:dark){text{fill:#ccc}.g{stroke:#333}.b{stroke:#6fd0a0}.c{stroke:#f08a8a}}</style>";

  private final StringBuilder out = new StringBuilder();
  private final List<Outcome.Minute> minutes;

  private Chart(List<Outcome.Minute> minutes) {
    this.minutes = minutes;
  }

  /** The picture of an outcome. */
  static String of(Outcome outcome) {
    Chart chart = new Chart(outcome.minutes());
    chart.draw(outcome.scenario().title());
    return chart.out.toString();
  }

  private void draw(String title) {
    int height = TOP + 2 * PANEL + GAP + 30;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s%n",
        WIDTH, height, title, STYLE);
    double rate = nice(most(m -> Math.max(m.came(), m.stored())));
    double age = nice(Math.max(1, most(Outcome.Minute::age) / 60));
    panel(TOP, "documents a second: came (grey), stored (green)", rate);
    line("a", TOP, rate, Outcome.Minute::came);
    line("b", TOP, rate, Outcome.Minute::stored);
    int below = TOP + PANEL + GAP;
    panel(below, "minutes that the oldest message of the news had waited", age);
    line("c", below, age, m -> m.age() / 60);
    for (int hour = 0; hour <= minutes.size() / 60; hour += 4) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d:00</text>%n",
          x(hour * 60.0), below + PANEL + 18, hour);
    }
    out.append("</svg>\n");
  }

  private void panel(int top, String title, double most) {
    add("<text class=\"t\" x=\"%d\" y=\"%d\">%s</text>%n", LEFT, top - 10, title);
    for (int i = 0; i <= 2; i++) {
      double y = top + PANEL - PANEL * i / 2.0;
      add(
          "<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
          LEFT, WIDTH - 10, y, y);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
          LEFT - 8, y + 4, number(most * i / 2));
    }
  }

  private void line(String style, int top, double most, ToDoubleFunction<Outcome.Minute> value) {
    out.append("<polyline class=\"").append(style).append("\" points=\"");
    for (int i = 0; i < minutes.size(); i += STEP) {
      double highest =
          minutes.subList(i, Math.min(minutes.size(), i + STEP)).stream()
              .mapToDouble(value)
              .max()
              .orElse(0);
      double y = top + PANEL - PANEL * Math.min(1, highest / most);
      add("%s%.1f,%.1f", i == 0 ? "" : " ", x(i), y);
    }
    out.append("\"/>\n");
  }

  private double x(double minute) {
    return LEFT + (WIDTH - 10.0 - LEFT) * minute / Math.max(1, minutes.size() - 1);
  }

  private double most(ToDoubleFunction<Outcome.Minute> value) {
    return minutes.stream().mapToDouble(value).max().orElse(1);
  }

  /** The next of 1, 2, 4, 6 or 10 times a power of ten, so that half of it is round too. */
  private static double nice(double most) {
    double ten = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double step : new double[] {1, 2, 4, 6, 10}) {
      if (most <= step * ten) {
        return step * ten;
      }
    }
    return 10 * ten;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
