package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Closes of a listing as a line over time, and every claim of it as a dot that leads to it: one
 * that names a price near it stands at that price, any other in rows below. Shapes tell verdicts
 * apart without their colours: a diamond is contradicted, an open dashed ring doubtful, an open
 * ring undecided, a dot holds. Colours come from the style sheet of the page.
 */
final class ListingChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 330;
  private static final int LEFT = 8;
  private static final int RIGHT = WIDTH - 72;
  private static final int TOP = 14;

  /** Of the prices; below them lie the claims that name none. */
  private static final int BOTTOM = HEIGHT - 96;

  private static final int LOWEST_DOT = HEIGHT - 46;
  private static final int TICKS = 4;

  /** Between the middles of two marks that do not touch. */
  private static final double APART = 12;

  /** Rows of claims below the prices, and how far a claim may move to either side. */
  private static final int ROWS = 4;

  private static final int SIDES = 12;

  private final PriceLine line;
  private final List<PriceLine.Point> points;
  private final Listing listing;
  private final double low;
  private final double high;

  /**
   * A claim on its session.
   *
   * @param price that it claims, where it claims one, in the listing's major unit as of its session
   */
  record Dot(
      LocalDate session,
      @Nullable BigDecimal price,
      Verdict.Outcome outcome,
      String address,
      String words) {}

  /**
   * @param line with at least one session
   */
  ListingChart(PriceLine line, Listing listing) {
    this.line = line;
    this.points = line.points();
    this.listing = listing;
    double least = points.stream().mapToDouble(PriceLine.Point::close).min().orElseThrow();
    double most = points.stream().mapToDouble(PriceLine.Point::close).max().orElseThrow();
    double margin = most > least ? (most - least) * 0.09 : most * 0.02;
    this.low = least - margin;
    this.high = most + margin;
  }

  /**
   * @param dots those outside of the stretch are left out
   */
  Html svg(List<Dot> dots) {
    StringBuilder path = new StringBuilder();
    for (PriceLine.Point point : points) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(x(point.session())))
          .append(' ')
          .append(number(y(point.close())));
    }
    return Template.of(
            """
            <svg class="price-line" viewBox="0 0 {width} {height}" role="group" aria-label="{label}">
            {grid}{dates}<path class="closes" d="{path}"/>
            {dots}
            </svg>
            """)
        .with("width", WIDTH)
        .with("height", HEIGHT)
        .with("label", label())
        .with("grid", grid())
        .with("dates", dates())
        .with("path", path.toString())
        .with("dots", dots(dots))
        .html();
  }

  private String label() {
    return "Closes from %s to %s: from %s to %s"
        .formatted(
            Times.words(line.first()),
            Times.words(line.last()),
            figure(points.getFirst().close()),
            figure(points.getLast().close()));
  }

  private Html grid() {
    double step = step();
    List<Html> out = new ArrayList<>();
    for (double price = Math.ceil(low / step) * step; price < high; price += step) {
      out.add(
          Template.of(
                  "<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"tick\" x=\"{at}\" y=\"{base}\">{price}</text>")
              .with("left", LEFT)
              .with("right", RIGHT)
              .with("y", number(y(price)))
              .with("at", RIGHT + 6)
              .with("base", number(y(price) + 4))
              .with("price", PriceWords.figure(price, decimals(step), listing))
              .html());
    }
    return Html.join(out);
  }

  /** Three to five round prices: one, two or five of a power of ten apart. */
  private double step() {
    double rough = (high - low) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double times = rough / power;
    return power * (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10);
  }

  private static int decimals(double step) {
    return Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
  }

  private String figure(double price) {
    return PriceWords.of(
        BigDecimal.valueOf(Math.round(price * 1e4), 4).stripTrailingZeros(), listing);
  }

  private Html dates() {
    long days = days(line.last());
    List<Html> out = new ArrayList<>();
    int labels = days < 3 ? 1 : 3;
    for (int n = 0; n < labels; n++) {
      LocalDate day = labels == 1 ? line.last() : line.first().plusDays(days * n / (labels - 1));
      String anchor = labels == 1 || n == 1 ? "middle" : n == 0 ? "start" : "end";
      out.add(
          Template.of(
                  "<text class=\"tick\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{day}</text>")
              .with("x", number(x(day)))
              .with("y", HEIGHT - 10)
              .with("anchor", anchor)
              .with("day", Times.words(day))
              .html());
    }
    return Html.join(out);
  }

  private Html dots(List<Dot> dots) {
    List<double[]> taken = new ArrayList<>();
    List<Html> out = new ArrayList<>();
    // the gravest first, which get the nearest places
    for (Dot dot :
        dots.stream().sorted(Comparator.comparingInt(d -> gravity(d.outcome()))).toList()) {
      if (dot.session().isBefore(line.first()) || dot.session().isAfter(line.last())) {
        continue;
      }
      double[] at = place(dot, x(dot.session()), taken);
      taken.add(at);
      out.add(dot(dot, at[0], at[1]));
    }
    return Html.join(out);
  }

  private static int gravity(Verdict.Outcome outcome) {
    return switch (outcome) {
      case CONTRADICTED -> 0;
      case DOUBTFUL -> 1;
      case VERIFIED, VERIFIED_LOOSE -> 2;
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> 3;
    };
  }

  /** At the price that is claimed where that is free, else below at the nearest free place. */
  private double[] place(Dot dot, double x, List<double[]> taken) {
    if (dot.price() != null) {
      double claimed = line.inShares(dot.price(), dot.session()).doubleValue();
      if (claimed > low && claimed < high && isFree(x, y(claimed), taken)) {
        return new double[] {x, y(claimed)};
      }
    }
    for (int aside = 0; aside < SIDES; aside++) {
      for (int row = 0; row < ROWS; row++) {
        double y = LOWEST_DOT - APART * row;
        for (double to : List.of(x - APART * aside, x + APART * aside)) {
          if (to >= LEFT && to <= WIDTH - LEFT && isFree(to, y, taken)) {
            return new double[] {to, y};
          }
        }
      }
    }
    return new double[] {x, LOWEST_DOT}; // the list below the chart has them all
  }

  private static boolean isFree(double x, double y, List<double[]> taken) {
    return taken.stream().noneMatch(at -> Math.hypot(at[0] - x, at[1] - y) < APART);
  }

  private static Html dot(Dot dot, double x, double y) {
    String shape =
        switch (dot.outcome()) {
          case CONTRADICTED ->
              "<path d=\"M%s %sl6.5 6.5l-6.5 6.5l-6.5 -6.5z\"/>"
                  .formatted(number(x), number(y - 6.5));
          case DOUBTFUL ->
              "<circle class=\"open dashed\" cx=\"%s\" cy=\"%s\" r=\"5\"/>"
                  .formatted(number(x), number(y));
          case UNVERIFIABLE, PENDING, NOT_CHECKABLE ->
              "<circle class=\"open\" cx=\"%s\" cy=\"%s\" r=\"4\"/>"
                  .formatted(number(x), number(y));
          case VERIFIED, VERIFIED_LOOSE ->
              "<circle cx=\"%s\" cy=\"%s\" r=\"4.5\"/>".formatted(number(x), number(y));
        };
    return Template.of(
            "<a class=\"dot {look}\" href=\"{address}\" aria-label=\"{words}\"><title>{words}</title>{shape}</a>")
        .with("look", Words.cssClass(dot.outcome()))
        .with("address", dot.address())
        .with("words", Words.of(dot.outcome()) + ": " + dot.words())
        .with("shape", Html.of(shape))
        .html();
  }

  private double x(LocalDate day) {
    long all = days(line.last());
    return all == 0 ? (LEFT + RIGHT) / 2.0 : LEFT + (double) (RIGHT - LEFT) * days(day) / all;
  }

  private long days(LocalDate day) {
    return ChronoUnit.DAYS.between(line.first(), day);
  }

  private double y(double price) {
    return TOP + (BOTTOM - TOP) * (high - price) / (high - low);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
