package io.quotemark.local.faults;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a figure stays where it is over a long run: the median of its last quarter is no more
 * than that of its second by so much. The first quarter is the warm-up.
 *
 * @param most by how much it may be more
 */
record Flat(String figure, long most) {
  /**
   * @param samples at equal distances, 8 or more
   * @return how it grew, null where it is flat
   */
  @Nullable String growth(List<Long> samples) {
    if (samples.size() < 8) {
      throw new IllegalArgumentException("8 samples or more are needed, these are " + samples);
    }
    int quarter = samples.size() / 4;
    long before = median(samples.subList(quarter, 2 * quarter));
    long after = median(samples.subList(samples.size() - quarter, samples.size()));
    return after - before <= most
        ? null
        : "%s grew from %d to %d; %d more would be flat: %s"
            .formatted(figure, before, after, most, samples);
  }

  private static long median(List<Long> samples) {
    long[] sorted = samples.stream().mapToLong(Long::longValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
