package io.quotemark.reading.html;

/**
 * All passages of one length in a text, by a rolling hash of 64 bits: whether one is there takes a
 * look-up, where a search of the text for each of thousands could be made to take its whole length
 * for each.
 */
final class Passages {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  /** The hashes at the places that they tell themselves, 0 for none. */
  private final long[] table;

  private Passages(int count) {
    table = new long[Integer.highestOneBit(Math.max(1, count)) * 4];
  }

  static Passages of(String text, int length) {
    Passages out = new Passages(text.length() - length + 1);
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
        out.add(hash);
      }
    }
    return out;
  }

  private void add(long any) {
    long hash = named(any);
    int at = place(hash);
    while (table[at] != 0 && table[at] != hash) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash;
  }

  /** 0 says that a place is free. */
  private static long named(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private int place(long hash) {
    return (int) ((hash * BASE) >>> 32) & (table.length - 1);
  }

  /**
   * @param passage of the length that was asked for
   */
  boolean holds(String passage) {
    long hash = 0;
    for (int i = 0; i < passage.length(); i++) {
      hash = hash * BASE + passage.charAt(i);
    }
    hash = named(hash);
    int at = place(hash);
    while (table[at] != 0 && table[at] != hash) {
      at = (at + 1) & (table.length - 1);
    }
    return table[at] == hash;
  }
}
