package io.quotemark.reading.html;

import java.util.Arrays;

/**
 * All passages of one length in a text, by a rolling hash of 64 bits: whether one is there takes a
 * look-up, where a search of the text for each of thousands could be made to take its whole length
 * for each.
 */
final class Passages {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final long[] sorted;

  private Passages(long[] sorted) {
    this.sorted = sorted;
  }

  static Passages of(String text, int length) {
    long[] hashes = new long[Math.max(0, text.length() - length + 1)];
    long leaving = 1;
    for (int i = 0; i < length; i++) {
      leaving *= BASE;
    }
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * BASE + text.charAt(i);
      if (i >= length) {
        hash -= leaving * text.charAt(i - length);
      }
      if (i >= length - 1) {
        hashes[i - length + 1] = hash;
      }
    }
    Arrays.sort(hashes);
    return new Passages(hashes);
  }

  /**
   * @param passage of the length that was asked for
   */
  boolean holds(String passage) {
    long hash = 0;
    for (int i = 0; i < passage.length(); i++) {
      hash = hash * BASE + passage.charAt(i);
    }
    return Arrays.binarySearch(sorted, hash) >= 0;
  }
}
