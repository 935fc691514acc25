package io.quotemark.claims.answers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows whose cells commas part: "2025-02-20,97.10,98.00". There a comma belongs to no number, so
 * that a bar in its place tells the cells apart.
 */
final class CommaRows {
  private static final int LEAST = 2;

  /**
   * A head of words alone, then rows of as many cells without blanks behind their commas. It gives
   * back nothing, so that a row of any number of cells is no calls in calls.
   */
  private static final Pattern HEAD =
      Pattern.compile("(?md)^[^\\d,\\n]++(?:,[^\\d\\s,][^\\d,\\n]*+){2,}+$");

  private CommaRows() {}

  /** The text with bars for the commas of such rows, as long as it was. */
  static String parted(String text) {
    StringBuilder parted = new StringBuilder(text);
    Matcher head = HEAD.matcher(text);
    int next = 0;
    while (next <= text.length() && head.find(next)) {
      int commas = commas(head.group());
      int from = head.end() + 1;
      int rows = 0;
      while (from < text.length()) {
        int end = text.indexOf('\n', from);
        String row = text.substring(from, end < 0 ? text.length() : end);
        if (row.contains(", ") || commas(row) != commas) {
          break;
        }
        rows++;
        bars(parted, from, from + row.length());
        from += row.length() + 1;
      }
      if (rows > 0 && commas >= LEAST) {
        bars(parted, head.start(), head.end());
      }
      next = from; // a row is no head of those below it
    }
    return parted.toString();
  }

  private static int commas(String row) {
    return (int) row.chars().filter(c -> c == ',').count();
  }

  private static void bars(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ',') {
        text.setCharAt(i, '|');
      }
    }
  }
}
