package io.quotemark.serve.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Where sessions, prices and volumes stand.
 *
 * @param left edge of the prices; the labels of prices stand right of {@code right}
 * @param bottom of the prices; volumes stand below it, dates below those
 */
record Plot(
    double left,
    double right,
    double top,
    double bottom,
    double floor,
    int count,
    double low,
    double high) {
  private static final int LETTER = 11;
  private static final double TOP = 20;
  private static final double BELOW = 18;
  private static final double FAR = 0.25;

  static Plot of(Proof proof, double width, double height, double rightMargin) {
    double low = Double.MAX_VALUE;
    double high = 0;
    boolean volumes = false;
    for (Proof.Session session : proof.sessions()) {
      low = Math.min(low, proof.hasCandles() ? session.low() : session.close());
      high = Math.max(high, proof.hasCandles() ? session.high() : session.close());
      volumes |= session.volume() > 0;
    }
    for (Proof.Point point : proof.points()) {
      low = Math.min(low, point.price());
      high = Math.max(high, point.price());
    }
    Proof.Band band = proof.band();
    if (band != null && band.low() > low * (1 - FAR) && band.high() < high * (1 + FAR)) {
      low = Math.min(low, band.low());
      high = Math.max(high, band.high());
    }
    double margin = high > low ? (high - low) * 0.07 : Math.max(high * 0.01, 0.01);
    double floor = height - BELOW;
    return new Plot(
        6,
        width - rightMargin,
        TOP,
        floor - (volumes ? (height - TOP) * 0.16 : 2),
        floor,
        proof.sessions().size(),
        low - margin,
        high + margin);
  }

  double step() {
    return (right - left) / count;
  }

  /** Middle of a session. */
  double x(double session) {
    return left + step() * (session + 0.5);
  }

  double y(double price) {
    return top + (bottom - top) * (high - price) / (high - low);
  }

  boolean holds(double price) {
    return price >= low && price <= high;
  }

  /** Three to five round prices. */
  static List<BigDecimal> ticks(double low, double high) {
    double span = high - low;
    double ten = Math.pow(10, Math.floor(Math.log10(span / 3)));
    double step = ten;
    for (double times : new double[] {2, 2.5, 5, 10}) {
      if (span / step > 4.5) {
        step = ten * times;
      }
    }
    BigDecimal of = new BigDecimal(step, new MathContext(3));
    List<BigDecimal> out = new ArrayList<>();
    for (long n = (long) Math.ceil(low / step); n * step <= high; n++) {
      out.add(of.multiply(BigDecimal.valueOf(n)));
    }
    return out;
  }

  List<BigDecimal> ticks() {
    return ticks(low, high);
  }

  static int letter() {
    return LETTER;
  }
}
