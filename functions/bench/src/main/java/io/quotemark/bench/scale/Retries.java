package io.quotemark.bench.scale;

import java.util.random.RandomGenerator;

/** How the AWS SDK asks a throttled table again: eight times, after random pauses that double. */
final class Retries {
  static final int MOST = 8;
  private static final long FIRST = 25 * Timeline.MILLISECOND;
  private static final long LONGEST = 20 * Timeline.SECOND;

  private Retries() {}

  /** The pause before a retry, in microseconds: a random part of what it may be at most. */
  static long pause(RandomGenerator random, int retries) {
    return random.nextLong(Math.min(LONGEST, FIRST << retries) + 1);
  }
}
