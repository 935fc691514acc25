package io.quotemark.bench.doubt;

import io.quotemark.bench.doubt.Observations.Failed;
import io.quotemark.bench.doubt.Observations.Observed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Fits the points of signs: what failed in real articles against what failed in articles with a
 * slip, weighted alike, then calibrated so that slips weigh as much as false statements are
 * expected in news.
 */
final class Fit {
  /** False statements among those that the tape can decide, in news. */
  private static final double PRIOR = 0.001;

  private static final double PENALTY = 1;
  private static final int FOLDS = 5;

  /**
   * Signs that have no part in the fit: where no session is stated, and where nobody is accused.
   */
  private static final String GUESSED = "session:guessed";

  private static final String PLAIN = "plainly allowed reading";

  /** A sign that is rarer tells nothing. */
  private static final int RAREST = 4;

  /**
   * One failed claim.
   *
   * @param positive whether it is a slip
   */
  record Example(String doc, Failed failed, boolean positive) {
    /** Whether the words say clearly enough what the claim is held against. */
    boolean isClear() {
      return !failed.signs().contains(GUESSED);
    }

    /** Whether the words plainly allow another reading that holds: it is never an accusation. */
    boolean isPlain() {
      return failed.signs().contains(PLAIN);
    }
  }

  /**
   * @param points by sign, {@code base} among them
   * @param counts by sign, of misread claims and of slips
   */
  record Fitted(Map<String, Double> points, Map<String, int[]> counts) {
    double probability(List<String> signs) {
      double sum = points.getOrDefault("base", 0.0);
      for (String sign : signs) {
        sum += points.getOrDefault(sign, 0.0);
      }
      return 1 / (1 + Math.exp(-sum));
    }
  }

  /** One example with the probability that points give it which never saw its document. */
  record Judged(Example example, double probability) {}

  private final List<Example> examples;
  private final List<Example> guessed;
  private final double slipWeight;

  /**
   * @param examples of the documents that are fitted on
   * @param slips how many slips these documents hold, failed or not
   * @param decided claims of the real articles with a verdict
   */
  Fit(List<Example> examples, int slips, long decided) {
    this.examples = examples.stream().filter(e -> e.isClear() && !e.isPlain()).toList();
    this.guessed = examples.stream().filter(e -> !e.isClear() && !e.isPlain()).toList();
    this.slipWeight = PRIOR * decided / slips;
  }

  double slipWeight() {
    return slipWeight;
  }

  static List<Example> examples(List<Observed> articles, List<Observed> slips, Judgements judged) {
    List<Example> examples = new ArrayList<>();
    for (Observed article : articles) {
      for (Failed failed : article.failed()) {
        if (!judged.isTrueOrDataFault(failed)) {
          examples.add(new Example(failed.doc(), failed, false));
        }
      }
    }
    for (Observed one : slips) {
      Failed failed = one.slip();
      if (failed != null) {
        examples.add(new Example(failed.doc(), failed, true));
      }
    }
    return examples;
  }

  /** Whether a document is of the third that nothing is fitted on. */
  static boolean isKeptAside(String doc) {
    return hash(doc) % 3 == 0;
  }

  private static long hash(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /** Every example judged by points of the other folds, calibrated on all of these. */
  List<Judged> crossValidated() {
    List<Judged> scores = scores();
    double[] line = calibration(scores);
    return scores.stream()
        .map(s -> new Judged(s.example(), logistic(line[0] * s.probability() + line[1])))
        .toList();
  }

  /** The points to ship. */
  Fitted fitted() {
    double[] line = calibration(scores());
    Map<String, Integer> index = index(examples);
    Logistic fit = fit(examples, index);
    Map<String, Double> points = new TreeMap<>();
    points.put("base", line[0] * fit.intercept() + line[1]);
    index.forEach((sign, at) -> points.put(sign, line[0] * fit.points()[at]));
    points.put(GUESSED, shift(new Fitted(points, Map.of())));
    Map<String, int[]> counts = new HashMap<>();
    for (Example example : examples) {
      for (String sign : example.failed().signs()) {
        counts.computeIfAbsent(sign, s -> new int[2])[example.positive() ? 1 : 0]++;
      }
    }
    return new Fitted(points, counts);
  }

  /** Log odds of each example by points of the other folds; not yet probabilities. */
  private List<Judged> scores() {
    List<Judged> scores = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> rest = new ArrayList<>();
      List<Example> own = new ArrayList<>();
      for (Example example : examples) {
        (hash("fold" + example.doc()) % FOLDS == fold ? own : rest).add(example);
      }
      Map<String, Integer> index = index(rest);
      Logistic fit = fit(rest, index);
      own.forEach(e -> scores.add(new Judged(e, fit.score(signs(e, index)))));
    }
    return scores;
  }

  /** Slope and intercept that turn log odds into those at the prior, by Newton's method. */
  private double[] calibration(List<Judged> scores) {
    double slope = 1;
    double intercept = Math.log(PRIOR);
    for (int step = 0; step < 100; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 1e-9;
      double h01 = 0;
      double h11 = 1e-9;
      for (Judged s : scores) {
        double weight = s.example().positive() ? slipWeight : 1;
        double p = logistic(slope * s.probability() + intercept);
        double residual = weight * ((s.example().positive() ? 1 : 0) - p);
        double curvature = weight * p * (1 - p);
        g0 += residual * s.probability();
        g1 += residual;
        h00 += curvature * s.probability() * s.probability();
        h01 += curvature * s.probability();
        h11 += curvature;
      }
      double determinant = h00 * h11 - h01 * h01;
      double d0 = (h11 * g0 - h01 * g1) / determinant;
      double d1 = (h00 * g1 - h01 * g0) / determinant;
      double damped = Math.min(1, 1 / Math.max(Math.abs(d0), Math.abs(d1)));
      slope += damped * d0;
      intercept += damped * d1;
    }
    return new double[] {slope, intercept};
  }

  /** What claims of no certain session have less, so that they add up to as many as are false. */
  private double shift(Fitted fitted) {
    double low = -20;
    double high = 0;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double expected = 0;
      double actual = 0;
      for (Example example : guessed) {
        double weight = example.positive() ? slipWeight : 1;
        double p = fitted.probability(example.failed().signs());
        expected += weight * logistic(Math.log(p / (1 - p)) + middle);
        actual += example.positive() ? slipWeight : 0;
      }
      if (expected > actual) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Map<String, Integer> index(List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> e.failed().signs().forEach(sign -> counts.merge(sign, 1, Integer::sum)));
    Map<String, Integer> index = new TreeMap<>();
    counts.forEach((sign, count) -> {
      if (count >= RAREST) {
        index.put(sign, index.size());
      }
    });
    return index;
  }

  private static Logistic fit(List<Example> examples, Map<String, Integer> index) {
    double positives = examples.stream().filter(Example::positive).count();
    double negatives = examples.size() - positives;
    List<Logistic.Row> rows =
        examples.stream()
            .map(e ->
                new Logistic.Row(
                    signs(e, index), e.positive(), e.positive() ? 1 : positives / negatives))
            .toList();
    return Logistic.fit(rows, index.size(), PENALTY);
  }

  private static int[] signs(Example example, Map<String, Integer> index) {
    return example.failed().signs().stream()
        .distinct()
        .filter(index::containsKey)
        .mapToInt(sign -> index.getOrDefault(sign, -1))
        .toArray();
  }
}
