package io.quotemark.reading.html;

/** White space as a browser shows it. */
final class Blanks {
  private Blanks() {}

  /** The text with single blanks between its words and none around it. */
  static String single(String raw) {
    if (tidied(raw)) {
      return raw;
    }
    char[] out = new char[raw.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (blank(c)) {
        gap = length > 0;
      } else if (!invisible(c)) {
        if (gap) {
          out[length++] = ' ';
          gap = false;
        }
        out[length++] = c;
      }
    }
    return new String(out, 0, length);
  }

  /** Whether there is nothing but single blanks between visible signs. */
  private static boolean tidied(String raw) {
    boolean gap = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' ? gap : c < ' ' || (c > '~' && (blank(c) || invisible(c)))) {
        return false;
      }
      gap = c == ' ';
    }
    return !gap || raw.isEmpty();
  }

  static boolean blank(char c) {
    return c <= '~'
        ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)
        : Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Spaces of no width, of which some runs consist. */
  private static boolean invisible(char c) {
    return c == '\u200B' || c == '\uFEFF';
  }

  /** Whether a text that follows another without a blank is a word of its own. */
  static boolean glued(char before, char after) {
    return Character.isLetterOrDigit(before)
        && (Character.isUpperCase(after) || Character.isDigit(after));
  }
}
