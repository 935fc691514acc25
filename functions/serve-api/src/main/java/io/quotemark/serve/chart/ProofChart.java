package io.quotemark.serve.chart;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the prices that decide a claim: candles where days matter, closes where years do, volumes
 * below, the claimed level as a band as wide as its rounding, a ring on each deciding price, what
 * came after publication pale.
 */
public final class ProofChart {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  /** In a page, where it is shown at about its own size. */
  private static final int WIDTH = 400;

  private static final int HEIGHT = 215;
  private static final int WIDE = 720;
  private static final int TALL = 320;

  private static final double RADIUS = 5.5;
  private static final double THIN = 1.6;

  private final Proof proof;
  private final Pen pen;
  private final Plot plot;
  private final List<String> ticks;

  private ProofChart(Proof proof, Pen pen, double width, double height) {
    this.proof = proof;
    this.pen = pen;
    Plot rough = Plot.of(proof, width, height, 0);
    List<BigDecimal> prices = rough.ticks();
    boolean whole = prices.stream().allMatch(p -> p.stripTrailingZeros().scale() <= 0);
    this.ticks =
        prices.stream()
            .map(p -> {
              String money = proof.money().apply(p);
              return whole ? money.replaceFirst("[.,]00(?=\\D|$)", "") : money;
            })
            .toList();
    double widest = ticks.stream().mapToDouble(t -> pen.width(Ink.TICK, t)).max().orElse(40);
    this.plot = Plot.of(proof, width, height, widest + 12);
  }

  /** Draws on whatever the pen is of. */
  public static void draw(Proof proof, Pen pen, double width, double height) {
    new ProofChart(proof, pen, width, height).all();
  }

  /**
   * As part of a page.
   *
   * @param id of the claim, unique in the page
   */
  public static String inPage(Proof proof, String id) {
    SvgPen pen = new SvgPen(false, proof.verdict());
    ProofChart chart = new ProofChart(proof, pen, WIDTH, HEIGHT);
    chart.all();
    return """
    <svg class="proof" viewBox="0 0 %d %d" role="img" aria-labelledby="chart-%s" data-left="%.2f" data-step="%.4f" data-top="%.0f" data-floor="%.0f" data-rows="%s"><title id="chart-%s">%s</title>%s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            id,
            chart.plot.left(),
            chart.plot.step(),
            chart.plot.top(),
            chart.plot.floor(),
            Svg.escape(Rows.of(proof)),
            id,
            Svg.escape(proof.title() + ". " + proof.description()),
            pen.markup());
  }

  /** As a file of its own, on light paper. */
  public static String file(Proof proof) {
    SvgPen pen = new SvgPen(true, proof.verdict());
    draw(proof, pen, WIDE, TALL);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" class="proof" font-family="system-ui,sans-serif" font-size="11">
    <title>%s</title><desc>%s</desc>
    <rect width="100%%" height="100%%" fill="#fff"/>
    %s
    </svg>
    """
        .formatted(
            WIDE, TALL, Svg.escape(proof.title()), Svg.escape(proof.description()), pen.markup());
  }

  private void all() {
    Labels labels = new Labels(plot, proof.sessions());
    grid();
    volumes();
    band();
    if (proof.hasCandles()) {
      candles(false);
      candles(true);
    } else {
      line(false);
      line(true);
    }
    uprights(labels);
    points(labels);
  }

  private void grid() {
    List<BigDecimal> prices = Plot.ticks(plot.low(), plot.high());
    for (int i = 0; i < prices.size(); i++) {
      double y = plot.y(prices.get(i).doubleValue());
      pen.stroke(Ink.GRID, false, line(plot.left(), y, plot.right(), y));
      pen.text(Ink.TICK, plot.right() + 6, y + Plot.letter() / 3.0, Pen.Anchor.START, ticks.get(i));
    }
    int dates = (int) Math.clamp((plot.right() - plot.left()) / 90, 2, 6);
    String before = "";
    for (int n = 0; n < dates; n++) {
      int at = (int) Math.round((plot.count() - 1) * (n + 0.5) / dates);
      String date = (proof.hasCandles() ? DAY : MONTH).format(proof.sessions().get(at).day());
      if (!date.equals(before)) {
        pen.text(Ink.TICK, plot.x(at), plot.floor() + 14, Pen.Anchor.MIDDLE, date);
      }
      before = date;
    }
  }

  private void volumes() {
    double most = proof.sessions().stream().mapToDouble(Proof.Session::volume).max().orElse(0);
    if (most <= 0) {
      return;
    }
    double room = plot.floor() - plot.bottom() - 4;
    int each = Math.max(1, (int) Math.ceil(THIN / plot.step()));
    for (boolean later : new boolean[] {false, true}) {
      List<double[]> boxes = new ArrayList<>();
      for (int i = 0; i < plot.count(); i += each) {
        if (proof.sessions().get(i).later() == later) {
          double highest = 0;
          for (int j = i; j < Math.min(plot.count(), i + each); j++) {
            highest = Math.max(highest, proof.sessions().get(j).volume());
          }
          double height = room * highest / most;
          double width = Math.max(plot.step() * each * 0.62, 0.8);
          boxes.add(
              new double[] {
                plot.x(i + (each - 1) / 2.0) - width / 2, plot.floor() - height, width, height
              });
        }
      }
      pen.fill(Ink.VOLUME, later, boxes);
    }
  }

  private void band() {
    Proof.Band band = proof.band();
    if (band != null && plot.holds(band.low()) && plot.holds(band.high())) {
      double top = plot.y(band.high());
      double height = Math.max(plot.y(band.low()) - top, THIN);
      pen.fill(
          Ink.BAND,
          false,
          List.of(new double[] {plot.left(), top, plot.right() - plot.left(), height}));
    }
  }

  private void candles(boolean later) {
    List<Pen.Step> up = new ArrayList<>();
    List<Pen.Step> down = new ArrayList<>();
    double half = Math.max(plot.step() * 0.31, 0.7);
    for (int i = 0; i < plot.count(); i++) {
      Proof.Session session = proof.sessions().get(i);
      if (session.later() != later) {
        continue;
      }
      double x = plot.x(i);
      double top = plot.y(Math.max(session.open(), session.close()));
      double bottom = Math.max(plot.y(Math.min(session.open(), session.close())), top + 0.8);
      List<Pen.Step> of = session.close() > session.open() ? up : down;
      of.addAll(line(x, plot.y(session.high()), x, top));
      of.addAll(line(x, bottom, x, plot.y(session.low())));
      of.add(new Pen.Step(x - half, top, false));
      of.add(new Pen.Step(x + half, top, true));
      of.add(new Pen.Step(x + half, bottom, true));
      of.add(new Pen.Step(x - half, bottom, true));
      of.add(new Pen.Step(x - half, top, true));
    }
    pen.stroke(Ink.UP, later, up);
    pen.stroke(Ink.DOWN, later, down);
  }

  /** Of a stretch too narrow to tell apart, the first close, the extremes and the last. */
  private void line(boolean later) {
    List<Pen.Step> path = new ArrayList<>();
    int each = Math.max(1, (int) Math.ceil(THIN / plot.step()));
    int from = 0;
    while (from < plot.count()) {
      int to = Math.min(plot.count(), from + each);
      int lowest = from;
      int highest = from;
      for (int i = from; i < to; i++) {
        lowest = close(i) < close(lowest) ? i : lowest;
        highest = close(i) > close(highest) ? i : highest;
      }
      int at = -1;
      for (int i : new int[] {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1}) {
        // what came later goes on from the last of before
        boolean joins = later && i + 1 < plot.count() && proof.sessions().get(i + 1).later();
        if (i > at && (proof.sessions().get(i).later() == later || joins)) {
          path.add(new Pen.Step(plot.x(i), plot.y(close(i)), !path.isEmpty()));
          at = i;
        }
      }
      from = to;
    }
    pen.stroke(Ink.LINE, later, path);
  }

  private double close(int at) {
    return proof.sessions().get(at).close();
  }

  private void uprights(Labels labels) {
    Double published = proof.published();
    if (published != null) {
      upright(labels, Ink.PUBLISHED, plot.x(published), "published");
    }
    for (Proof.Split split : proof.splits()) {
      int at = proof.at(split.first());
      if (at > 0) {
        upright(labels, Ink.SPLIT, plot.x(at - 0.5), split.label());
      }
    }
  }

  private void upright(Labels labels, Ink ink, double x, String label) {
    pen.stroke(ink, false, line(x, plot.top() - 4, x, plot.floor()));
    write(Ink.NOTE, labels.above(x, pen.width(Ink.NOTE, label)), label);
    labels.avoid(new Labels.Box(x - 1, plot.top(), 2, plot.floor() - plot.top()));
  }

  private void points(Labels labels) {
    for (Proof.Point point : proof.points()) {
      int at = proof.at(point.day());
      if (at >= 0) {
        double x = plot.x(at);
        double y = plot.y(point.price());
        pen.ring(x, y, RADIUS);
        labels.keep(new Labels.Box(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
      }
    }
    claimed(labels);
    for (Proof.Point point : proof.points()) {
      int at = proof.at(point.day());
      if (at >= 0 && !point.label().isEmpty()) {
        double width = pen.width(Ink.LABEL, point.label());
        write(Ink.LABEL, labels.around(plot.x(at), plot.y(point.price()), width), point.label());
      }
    }
  }

  private void claimed(Labels labels) {
    Proof.Band band = proof.band();
    if (band == null) {
      return;
    }
    if (plot.holds(band.low()) && plot.holds(band.high())) {
      double width = pen.width(Ink.CLAIMED, band.label());
      write(
          Ink.CLAIMED, labels.along(plot.y(band.high()), plot.y(band.low()), width), band.label());
      return;
    }
    // a figure far from the prices would press them flat: an edge names it
    boolean above = band.high() > plot.high();
    String label = band.label() + (above ? " ↑ above the chart" : " ↓ below the chart");
    double y = above ? plot.top() + 12 : plot.bottom() - 16;
    write(Ink.CLAIMED, labels.along(y, y, pen.width(Ink.CLAIMED, label)), label);
  }

  private void write(Ink ink, Labels.Box box, String words) {
    pen.text(ink, box.x(), box.y() + box.height() - 2.5, Pen.Anchor.START, words);
  }

  private static List<Pen.Step> line(double x1, double y1, double x2, double y2) {
    return List.of(new Pen.Step(x1, y1, false), new Pen.Step(x2, y2, true));
  }
}
