package io.quotemark.reading;

import java.util.Collection;

/**
 * Words that are looked up where they stand in a text, in any letter case, without a copy of it.
 */
public final class WordTable {
  private final String[] words;

  /** Places in the list of words plus one, by hash; 0 where there is none. */
  private final int[] places;

  private final int[] hashes;
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
    }
    longest = most;
  }

  /**
   * The word's place in the order they were given in, counted from 0; -1 where it is none.
   *
   * @param hash of the letters from start to end, as {@link #hash(int, char)} makes it from 0 on
   */
  public int find(char[] text, int start, int end, int hash) {
    int length = end - start;
    if (length > longest) {
      return -1;
    }
    int mask = places.length - 1;
    for (int at = spread(hash) & mask; places[at] != 0; at = (at + 1) & mask) {
      int place = places[at] - 1;
      if (hashes[place] == hash && words[place].length() == length) {
        return same(words[place], text, start) ? place : -1;
      }
    }
    return -1;
  }

  public int find(String word) {
    char[] text = word.toCharArray();
    return find(text, 0, text.length, hash(word));
  }

  /** The hash of letters and one more. */
  public static int hash(int before, char letter) {
    return before * 31 + small(letter);
  }

  private static int hash(String word) {
    int out = 0;
    for (int i = 0; i < word.length(); i++) {
      out = hash(out, word.charAt(i));
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
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
  }

  /** Whether it is a letter of any script. */
  public static boolean letter(char c) {
    return c < 0x80 ? (char) ((c | 32) - 'a') < 26 : Character.isLetter(c);
  }

  public String word(int place) {
    return words[place];
  }
}
