package io.quotemark.serve.chart;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Closes as a line over the range of each day, with the claimed level and the day of publication
 * drawn in. Drawn in one colour by presentation attributes alone: it needs no style sheet, so a
 * strict content security policy holds, and it takes the text colour of the page around it.
 */
public final class PriceChart {
  private final PriceSeries series;
  private final LocalDate from;
  private final LocalDate to;
  private final String currency;
  private final List<Bar> bars;
  private final Scale scale;

  /**
   * @param levels of claims, which the scale makes room for where they are near the prices
   */
  public PriceChart(
      PriceSeries series,
      LocalDate from,
      LocalDate to,
      String currency,
      Canvas canvas,
      List<BigDecimal> levels) {
    this.series = series;
    this.from = from;
    this.to = to;
    this.currency = currency;
    this.bars =
        series.bars().stream()
            .filter(b -> !b.session().isBefore(from) && !b.session().isAfter(to))
            .toList();
    this.scale = Scale.of(bars, canvas, levels);
  }

  /**
   * @return a complete SVG document; where there is no bar in the window, one that says so
   */
  public String svg(List<Mark> marks) {
    return drawn("", marks);
  }

  /**
   * The same as part of a page, where {@link #again} may draw its prices once more.
   *
   * @param id of the prices in the page: letters, digits and hyphens
   */
  public String svg(String id, List<Mark> marks) {
    return drawn(" id=\"" + id + "\"", marks);
  }

  /**
   * Other marks over the same prices.
   *
   * @param id of the prices as {@link #svg(String, List)} drew them elsewhere in the page
   * @param about what the marks are of, for those who do not see them
   */
  public String again(String id, String about, List<Mark> marks) {
    String description =
        about
            + ": "
            + String.join(", ", marks.stream().map(m -> m.label() + " on " + m.session()).toList())
            + ".";
    return Svg.frame(
        scale.canvas(),
        title(),
        description,
        "<use href=\"#" + id + "\"/>" + new MarkPainter(bars, scale).paint(marks));
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return bars.isEmpty();
  }

  private String drawn(String id, List<Mark> marks) {
    Canvas canvas = scale.canvas();
    if (bars.isEmpty()) {
      return Svg.frame(
          canvas,
          series.listing() + sample(),
          "No prices between " + from + " and " + to + ".",
          Svg.text(
              canvas.width() / 2.0, canvas.height() / 2.0, "middle", "no prices in this window"));
    }
    StringBuilder out = new StringBuilder("<g").append(id).append(">");
    grid(out);
    dates(out);
    ranges(out);
    closes(out);
    out.append("</g>").append(new MarkPainter(bars, scale).paint(marks));
    return Svg.frame(canvas, title(), description(), out.toString());
  }

  private String title() {
    return series.listing() + sample() + " in " + currency;
  }

  private String sample() {
    return series.sample() ? " — SAMPLE DATA" : "";
  }

  private String description() {
    Bar first = bars.getFirst();
    Bar last = bars.getLast();
    return "%d sessions from %s to %s; close %s to %s %s; lowest %s, highest %s."
        .formatted(
            bars.size(),
            first.session(),
            last.session(),
            first.close(),
            last.close(),
            currency,
            plain(bars.stream().map(Bar::low).min(BigDecimal::compareTo).orElseThrow()),
            plain(bars.stream().map(Bar::high).max(BigDecimal::compareTo).orElseThrow()));
  }

  private void grid(StringBuilder out) {
    Canvas canvas = scale.canvas();
    for (Scale.Step step : scale.steps()) {
      double y = scale.y(step.price());
      out.append(Svg.line(canvas.left(), y, canvas.right(), y, "stroke-opacity=\"0.15\""));
      out.append(Svg.text(canvas.right() + 6, y + 4, "start", step.label()));
    }
  }

  private void dates(StringBuilder out) {
    int labels = Math.min(bars.size(), scale.canvas().dates());
    for (int n = 0; n < labels; n++) {
      int i = labels == 1 ? 0 : (int) Math.round((bars.size() - 1) * (double) n / (labels - 1));
      String anchor = n == 0 ? "start" : n == labels - 1 ? "end" : "middle";
      out.append(
          Svg.text(
              scale.x(i), scale.canvas().height() - 8.0, anchor, bars.get(i).session().toString()));
    }
  }

  private void ranges(StringBuilder out) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      path.append(Svg.point("M", scale.x(i), scale.y(bars.get(i).high().doubleValue())));
      path.append(Svg.point("L", scale.x(i), scale.y(bars.get(i).low().doubleValue())));
    }
    out.append(
            "<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\" stroke-width=\"1.5\" d=\"")
        .append(path)
        .append("\"/>");
  }

  private void closes(StringBuilder out) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      path.append(
          Svg.point(i == 0 ? "M" : "L", scale.x(i), scale.y(bars.get(i).close().doubleValue())));
    }
    out.append("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" d=\"")
        .append(path)
        .append("\"/>");
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
