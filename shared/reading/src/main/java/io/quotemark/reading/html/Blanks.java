package io.quotemark.reading.html;

/** White space as a browser shows it. */
final class Blanks {
  private Blanks() {}

  /** The text with single blanks between its words and none around it. */
  static String single(CharSequence raw) {
    if (tidied(raw)) {
      return raw.toString();
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean gap = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (blank(c)) {
        gap = !out.isEmpty();
      } else if (!invisible(c)) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether there is nothing but single blanks between visible signs. */
  private static boolean tidied(CharSequence raw) {
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

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Spaces of no width, of which some runs consist. */
  private static boolean invisible(char c) {
    return c == '\u200B' || c == '\uFEFF';
  }
}
