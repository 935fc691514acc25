package io.quotemark.serve.chart;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Closes as a line over the range of each day, with the claimed level and the day of publication
 * drawn in. Drawn in one colour by presentation attributes alone: it needs no style sheet, so a
 * strict content security policy holds, and it takes the text colour of the page around it.
 */
public final class PriceChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final int LEFT = 12;
  private static final int RIGHT = 68;
  private static final int TOP = 18;
  private static final int BOTTOM = 30;
  private static final int LABEL_HEIGHT = 14;

  /**
   * What is drawn over the prices.
   *
   * @param session day of the claim or of publication
   * @param level claimed price in the series' currency, null for a mark of the day alone
   */
  public record Mark(LocalDate session, @Nullable BigDecimal level, String label) {}

  private PriceChart() {}

  /**
   * @return a complete SVG document; where there are fewer than two bars, one that says so
   */
  public static String svg(
      PriceSeries series, LocalDate from, LocalDate to, String currency, List<Mark> marks) {
    List<Bar> bars =
        series.bars().stream()
            .filter(b -> !b.session().isBefore(from) && !b.session().isAfter(to))
            .toList();
    String title = series.listing() + (series.sample() ? " — SAMPLE DATA" : "");
    if (bars.isEmpty()) {
      return frame(
          title,
          "No prices between " + from + " and " + to + ".",
          text(WIDTH / 2, HEIGHT / 2, "middle", "no prices in this window"));
    }
    double low = bars.stream().mapToDouble(b -> b.low().doubleValue()).min().orElseThrow();
    double high = bars.stream().mapToDouble(b -> b.high().doubleValue()).max().orElseThrow();
    // a claim far off must not press the prices into a line; it is named at the edge instead
    double least = low * 0.8;
    double most = high * 1.25;
    for (Mark mark : marks) {
      double level = mark.level() == null ? low : mark.level().doubleValue();
      if (level >= least && level <= most) {
        low = Math.min(low, level);
        high = Math.max(high, level);
      }
    }
    double margin = high > low ? (high - low) * 0.06 : Math.max(high * 0.01, 0.01);
    Scale scale = new Scale(bars.size(), low - margin, high + margin);

    StringBuilder out = new StringBuilder();
    grid(scale, out);
    dates(bars, scale, out);
    ranges(bars, scale, out);
    closes(bars, scale, out);
    List<Double> labels = new ArrayList<>();
    for (Mark mark : marks) {
      mark(mark, bars, scale, labels, out);
    }
    Bar first = bars.getFirst();
    Bar last = bars.getLast();
    String description =
        "%d sessions from %s to %s; close %s to %s %s; lowest %s, highest %s."
            .formatted(
                bars.size(),
                first.session(),
                last.session(),
                first.close(),
                last.close(),
                currency,
                plain(bars.stream().map(Bar::low).min(BigDecimal::compareTo).orElseThrow()),
                plain(bars.stream().map(Bar::high).max(BigDecimal::compareTo).orElseThrow()));
    return frame(title + " in " + currency, description, out.toString());
  }

  private record Scale(int count, double low, double high) {
    double x(int i) {
      double width = WIDTH - LEFT - RIGHT;
      return count < 2 ? LEFT + width / 2 : LEFT + width * i / (count - 1);
    }

    double y(double price) {
      return TOP + (HEIGHT - TOP - BOTTOM) * (high - price) / (high - low);
    }
  }

  private static void grid(Scale scale, StringBuilder out) {
    double span = scale.high - scale.low;
    double step = Math.pow(10, Math.floor(Math.log10(span / 3)));
    if (span / step > 10) {
      step *= 5;
    } else if (span / step > 5) {
      step *= 2;
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step)));
    for (double price = Math.ceil(scale.low / step) * step; price < scale.high; price += step) {
      out.append(
          line(LEFT, scale.y(price), WIDTH - RIGHT, scale.y(price), "stroke-opacity=\"0.15\""));
      String label =
          BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
      out.append(text(WIDTH - RIGHT + 6, scale.y(price) + 4, "start", label));
    }
  }

  private static void dates(List<Bar> bars, Scale scale, StringBuilder out) {
    int labels = Math.min(bars.size(), 4);
    for (int n = 0; n < labels; n++) {
      int i = labels == 1 ? 0 : (int) Math.round((bars.size() - 1) * (double) n / (labels - 1));
      String anchor = n == 0 ? "start" : n == labels - 1 ? "end" : "middle";
      out.append(text(scale.x(i), HEIGHT - 10, anchor, bars.get(i).session().toString()));
    }
  }

  private static void ranges(List<Bar> bars, Scale scale, StringBuilder out) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      path.append(point("M", scale.x(i), scale.y(bars.get(i).high().doubleValue())));
      path.append(point("L", scale.x(i), scale.y(bars.get(i).low().doubleValue())));
    }
    out.append(
            "<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\" stroke-width=\"1.5\" d=\"")
        .append(path)
        .append("\"/>");
  }

  private static void closes(List<Bar> bars, Scale scale, StringBuilder out) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      path.append(
          point(i == 0 ? "M" : "L", scale.x(i), scale.y(bars.get(i).close().doubleValue())));
    }
    out.append("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" d=\"")
        .append(path)
        .append("\"/>");
  }

  private static void mark(
      Mark mark, List<Bar> bars, Scale scale, List<Double> labels, StringBuilder out) {
    int at = -1;
    for (int i = 0; i < bars.size() && !bars.get(i).session().isAfter(mark.session()); i++) {
      at = i;
    }
    if (at < 0) {
      return;
    }
    double x = scale.x(at);
    String anchor = x > (WIDTH - RIGHT) / 2.0 ? "end" : "start";
    double labelX = anchor.equals("end") ? x - 8 : x + 8;
    if (mark.level() == null) {
      out.append(line(x, TOP, x, HEIGHT - BOTTOM, "stroke-dasharray=\"2 4\""));
      out.append(text(labelX, HEIGHT - BOTTOM - 5, anchor, mark.label()));
      return;
    }
    double level = mark.level().doubleValue();
    if (level < scale.low || level > scale.high) {
      double edge = free(level > scale.high ? TOP + 4.0 : HEIGHT - BOTTOM - 20.0, labels);
      out.append(text(labelX, edge, anchor, mark.label() + " (off the chart)"));
      return;
    }
    double y = scale.y(level);
    out.append(line(LEFT, y, WIDTH - RIGHT, y, "stroke-dasharray=\"7 4\""));
    out.append("<circle cx=\"")
        .append(number(x))
        .append("\" cy=\"")
        .append(number(y))
        .append("\" r=\"5\"/>");
    out.append(text(labelX, free(y - 8, labels), anchor, mark.label()));
  }

  /** The nearest height below the wished one where no label stands. */
  private static double free(double wished, List<Double> labels) {
    double y = wished;
    while (labels.stream().anyMatch(taken(y))) {
      y += LABEL_HEIGHT;
    }
    labels.add(y);
    return y;
  }

  private static Predicate<Double> taken(double y) {
    return other -> Math.abs(other - y) < LABEL_HEIGHT;
  }

  private static String frame(String title, String description, String content) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" class="chart" color="#555" fill="currentColor" font-family="system-ui,sans-serif" font-size="12">
    <title>%s</title><desc>%s</desc>
    %s
    </svg>
    """
        .formatted(WIDTH, HEIGHT, escape(title), escape(description), content);
  }

  private static String line(double x1, double y1, double x2, double y2, String style) {
    return "<line stroke=\"currentColor\" %s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(style, number(x1), number(y1), number(x2), number(y2));
  }

  private static String text(double x, double y, String anchor, String content) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(number(x), number(y), anchor, escape(content));
  }

  private static String point(String command, double x, double y) {
    return command + number(x) + " " + number(y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
