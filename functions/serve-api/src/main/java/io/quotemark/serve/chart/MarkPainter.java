package io.quotemark.serve.chart;

import io.quotemark.domain.price.Bar;
import java.util.ArrayList;
import java.util.List;

/** Draws marks over the prices, each told by its shape, and their labels clear of each other. */
final class MarkPainter {
  private static final int LABEL_HEIGHT = 14;

  private final List<Bar> bars;
  private final Scale scale;
  private final List<Double> labels = new ArrayList<>();

  MarkPainter(List<Bar> bars, Scale scale) {
    this.bars = bars;
    this.scale = scale;
  }

  String paint(List<Mark> marks) {
    StringBuilder out = new StringBuilder();
    marks.forEach(mark -> out.append(one(mark)));
    return out.toString();
  }

  private String one(Mark mark) {
    int at = -1;
    for (int i = 0; i < bars.size() && !bars.get(i).session().isAfter(mark.session()); i++) {
      at = i;
    }
    if (at < 0) {
      return "";
    }
    double x = scale.x(at);
    return switch (mark) {
      case Mark.Day day -> day(day, x);
      case Mark.Level(var session, var price, var label) ->
          placed(x, price.doubleValue(), label, true);
      case Mark.Point(var session, var price, var label) ->
          placed(x, price.doubleValue(), label, false);
    };
  }

  private String day(Mark.Day day, double x) {
    Canvas canvas = scale.canvas();
    return Svg.line(x, canvas.top(), x, canvas.bottom(), "stroke-dasharray=\"2 4\"")
        + label(x, free(canvas.bottom() - 5.0), day.label());
  }

  private String placed(double x, double price, String label, boolean claimed) {
    Canvas canvas = scale.canvas();
    if (price < scale.low() || price > scale.high()) {
      double edge = free(price > scale.high() ? canvas.top() + 4.0 : canvas.bottom() - 20.0);
      return label(x, edge, label + " (off the chart)");
    }
    double y = scale.y(price);
    String line =
        claimed ? Svg.line(canvas.left(), y, canvas.right(), y, "stroke-dasharray=\"7 4\"") : "";
    return line + Svg.dot(x, y, claimed) + label(x, free(y - 9), label);
  }

  private String label(double x, double y, String label) {
    boolean left = x > (scale.canvas().left() + scale.canvas().right()) / 2.0;
    return Svg.text(left ? x - 8 : x + 8, y, left ? "end" : "start", label);
  }

  /** The wished height, or the nearest to it inside the canvas where no label stands. */
  private double free(double wished) {
    Canvas canvas = scale.canvas();
    double start = Math.clamp(wished, canvas.top() - 4.0, canvas.bottom() - 5.0);
    double y = start;
    for (int n = 1; taken(y) && n < 40; n++) {
      double other = start + (n % 2 == 1 ? 1 : -1) * LABEL_HEIGHT * Math.ceil(n / 2.0);
      y = other >= canvas.top() - 4.0 && other <= canvas.bottom() ? other : y;
    }
    labels.add(y);
    return y;
  }

  private boolean taken(double y) {
    return labels.stream().anyMatch(other -> Math.abs(other - y) < LABEL_HEIGHT);
  }
}
