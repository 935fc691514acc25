package io.quotemark.reading;

import java.util.Collection;

/**
 * Words that are looked up where they stand in a text, in any letter case, without a copy of it.
 */
public final class WordTable {
  private static final int BEGINNINGS = 1_024;

  private static final char[] SMALL = new char[128];

  static {
    for (char c = 0; c < SMALL.length; c++) {
      SMALL[c] = Character.toLowerCase(c);
    }
  }

  private final String[] words;

  /** Places in the list of words plus one, by hash; 0 where there is none. */
  private final int[] places;

  private final int[] hashes;

  /** The lengths of the words by their first two letters, a bit for each; letters share places. */
  private final int[] lengths = new int[BEGINNINGS];

  private final int longest;

  /**
   * @param words in small letters, each once
   */
  public WordTable(Collection<String> words) {
    this.words = words.toArray(new String[0]);
    int size = Integer.highestOneBit(Math.max(1, words.size())) * 4;
    places = new int[size];
    hashes = new int[words.size()];
    int most = 0;
    for (int i = 0; i < this.words.length; i++) {
      String word = this.words[i];
      hashes[i] = hash(word);
      int at = spread(hashes[i]) & (size - 1);
      while (places[at] != 0) {
        at = (at + 1) & (size - 1);
      }
      places[at] = i + 1;
      most = Math.max(most, word.length());
      if (!word.isEmpty()) {
        lengths[beginning(word.toCharArray(), 0, word.length())] |= 1 << word.length();
      }
    }
    longest = most;
  }

  /**
   * The place of the word from start to end, in the order that the words were given in, counted
   * from 0; -1 where it is none of them.
   */
  public int find(char[] text, int start, int end) {
    int length = end - start;
    if (length < 1
        || length > longest
        || (lengths[beginning(text, start, length)] & 1 << length) == 0) {
      return -1;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + small(text[i]);
    }
    int mask = places.length - 1;
    for (int at = spread(hash) & mask; places[at] != 0; at = (at + 1) & mask) {
      int place = places[at] - 1;
      if (hashes[place] == hash
          && words[place].length() == length
          && same(words[place], text, start)) {
        return place;
      }
    }
    return -1;
  }

  public int find(String word) {
    return find(word.toCharArray(), 0, word.length());
  }

  private static int beginning(char[] text, int start, int length) {
    int second = length > 1 ? small(text[start + 1]) : 0;
    return (small(text[start]) << 5 ^ second) & (BEGINNINGS - 1);
  }

  private static int hash(String word) {
    int out = 0;
    for (int i = 0; i < word.length(); i++) {
      out = out * 31 + small(word.charAt(i));
    }
    return out;
  }

  private static boolean same(String word, char[] text, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != small(text[start + i])) {
        return false;
      }
    }
    return true;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  /** The letter in its small form. */
  public static char small(char c) {
    return c < 0x80 ? SMALL[c] : Character.toLowerCase(c);
  }

  /** Whether it is a letter of any script. */
  public static boolean letter(char c) {
    return c < 0x80 ? (char) ((c | 32) - 'a') < 26 : Character.isLetter(c);
  }

  /** Whether it is a letter or a digit of any script. */
  public static boolean letterOrDigit(char c) {
    return c < 0x80 ? letter(c) || (c >= '0' && c <= '9') : Character.isLetterOrDigit(c);
  }

  public String word(int place) {
    return words[place];
  }
}
