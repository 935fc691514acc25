package io.quotemark.market.odds;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.text.ShippedLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the points of signs. A point is a unit of the natural logarithm of the odds that the
 * statement is false; the file's head tells how they were found.
 */
public final class Scorecard {
  /** Without any sign, in news. */
  static final String BASE = "base";

  /** One statement in twenty rather than one in a thousand: ln((1/19) / (1/999)). */
  private static final double GENERATED = Math.log(999.0 / 19.0);

  private final Map<String, Double> points;

  public Scorecard(Map<String, Double> points) {
    this.points = Map.copyOf(points);
  }

  /** The points that are shipped. */
  public static Scorecard shipped() {
    Map<String, Double> points = new HashMap<>();
    for (String line : ShippedLines.of(Scorecard.class, "points.tsv")) {
      String[] cells = line.split("\t", -1);
      points.put(cells[0], Double.valueOf(cells[1]));
    }
    return new Scorecard(points);
  }

  double points(String sign) {
    return points.getOrDefault(sign, 0.0);
  }

  /** The probability that a statement with these signs is false. */
  double probability(List<String> signs, SourceKind source) {
    double sum = points(BASE) + (source == SourceKind.GENERATED ? GENERATED : 0);
    for (String sign : signs) {
      sum += points(sign);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
