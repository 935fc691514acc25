package io.quotemark.bench.scale;

import java.util.Arrays;

/**
 * How long documents took, counted in steps of two per cent, so that a day's fit in few numbers.
 */
final class Ages {
  private static final double STEP = Math.log(1.02);
  private final long[] counts = new long[1500];
  private long all;

  void add(long micros) {
    double steps = Math.log(Math.max(1, micros)) / STEP;
    counts[Math.min(counts.length - 1, (int) steps)]++;
    all++;
  }

  /** The age that a share of the documents stayed below, in microseconds; 0 if there were none. */
  long quantile(double share) {
    long wanted = (long) Math.ceil(share * all);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (all > 0 && seen >= wanted) {
        return Math.round(Math.exp((i + 1) * STEP));
      }
    }
    return 0;
  }

  long count() {
    return Arrays.stream(counts).sum();
  }
}
