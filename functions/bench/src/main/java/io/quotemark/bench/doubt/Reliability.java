package io.quotemark.bench.doubt;

import io.quotemark.bench.doubt.Fit.Judged;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the confidences from {@code low} to below {@code high} are right.
 *
 * @param weighed observations, misread ones as one each, slips by their weight
 * @param mean confidence of the weighed observations
 * @param shareFalse of the weighed observations
 * @param from where the 95 % interval of that share begins (Wilson's, of {@code weighed} draws)
 * @param to where it ends
 */
record Reliability(
    double low,
    double high,
    long misread,
    long slips,
    double weighed,
    double mean,
    double shareFalse,
    double from,
    double to) {
  /** How many times the odds in news are those of a generated answer: 1 in 20, not in 1,000. */
  static final double GENERATED = (0.05 / 0.95) / (0.001 / 0.999);

  private static final int TENTHS = 10;
  private static final double Z = 1.96;

  /**
   * By tenths of confidence, joined until they hold enough.
   *
   * @param slipWeight of a slip in news
   * @param odds how many times those of news the odds are
   * @param fewest weighed observations that stand for themselves
   */
  static List<Reliability> of(List<Judged> judged, double slipWeight, double odds, double fewest) {
    double weight = slipWeight * odds;
    List<Sum> sums = new ArrayList<>();
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      Sum sum = new Sum(tenth);
      for (Judged one : judged) {
        double confidence = at(one.probability(), odds);
        if (Math.min(TENTHS - 1, (int) (confidence * TENTHS)) == tenth) {
          sum.add(one.example().positive(), confidence, weight);
        }
      }
      if (!sums.isEmpty() && sums.getLast().weighed < fewest) {
        sums.getLast().join(sum);
      } else {
        sums.add(sum);
      }
    }
    if (sums.size() > 1 && sums.getLast().weighed < fewest) {
      Sum last = sums.removeLast();
      sums.getLast().join(last);
    }
    return sums.stream()
        .filter(sum -> sum.weighed > 0)
        .map(sum -> sum.reliability(weight))
        .toList();
  }

  private static double at(double probability, double odds) {
    return probability * odds / (1 - probability + probability * odds);
  }

  /** What tenths that lie side by side hold. */
  private static final class Sum {
    private final int first;
    private int last;
    private long misread;
    private long slips;
    private double weighed;
    private double confidences;

    Sum(int tenth) {
      this.first = tenth;
      this.last = tenth;
    }

    void add(boolean slip, double confidence, double weight) {
      misread += slip ? 0 : 1;
      slips += slip ? 1 : 0;
      weighed += slip ? weight : 1;
      confidences += confidence * (slip ? weight : 1);
    }

    void join(Sum next) {
      last = next.last;
      misread += next.misread;
      slips += next.slips;
      weighed += next.weighed;
      confidences += next.confidences;
    }

    Reliability reliability(double weight) {
      double share = slips * weight / weighed;
      double scale = 1 + Z * Z / weighed;
      double middle = (share + Z * Z / (2 * weighed)) / scale;
      double reach =
          Z / scale * Math.sqrt(share * (1 - share) / weighed + Z * Z / (4 * weighed * weighed));
      return new Reliability(
          (double) first / TENTHS,
          (last + 1.0) / TENTHS,
          misread,
          slips,
          weighed,
          confidences / weighed,
          share,
          Math.max(0, middle - reach),
          Math.min(1, middle + reach));
    }
  }
}
