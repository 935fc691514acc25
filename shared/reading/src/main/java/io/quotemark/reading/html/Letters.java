package io.quotemark.reading.html;

import io.quotemark.reading.WordTable;

/** The letters and digits of a text in small form, by which two texts are compared. */
final class Letters {
  private Letters() {}

  static String of(String text) {
    return of(text, text.length());
  }

  /** The first letters and digits, up to so many. */
  static String of(String text, int most) {
    char[] out = new char[Math.min(text.length(), most)];
    int length = 0;
    for (int i = 0; i < text.length() && length < out.length; i++) {
      if (WordTable.letterOrDigit(text.charAt(i))) {
        out[length++] = WordTable.small(text.charAt(i));
      }
    }
    return new String(out, 0, length);
  }

  /** How many there are. */
  static int count(String text) {
    int out = 0;
    for (int i = 0; i < text.length(); i++) {
      out += WordTable.letterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return out;
  }
}
