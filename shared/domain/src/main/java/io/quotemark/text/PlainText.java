package io.quotemark.text;

import java.util.Locale;

/** Text as it is compared: lower case, full-width forms and signs as their plain ones. */
public final class PlainText {
  private PlainText() {}

  /** As long as the text but for letters whose lower case is longer. */
  public static String of(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      char plain = here < 128 ? here : plain(here);
      if (plain != here && folded == null) {
        folded = new StringBuilder(text);
      }
      if (folded != null) {
        folded.setCharAt(i, plain);
      }
    }
    return (folded == null ? text : folded.toString()).toLowerCase(Locale.ROOT);
  }

  /**
   * The letters from a to z that a text begins with, or its first character where that is none. A
   * phrase and its first word have the same, however words are told apart, so that phrases can be
   * looked up before anybody has split them.
   */
  public static String beginning(String text) {
    int ascii = letters(text);
    if (ascii == text.length() && isLower(text)) {
      return text; // a token as it is: its hash is known, and every word is asked for often
    }
    if (ascii > 0 && (ascii == text.length() || text.charAt(ascii) < 128)) {
      return text.substring(0, ascii).toLowerCase(Locale.ROOT);
    }
    String plain = of(text.strip());
    int end = letters(plain);
    if (end == 0 && !plain.isEmpty()) {
      end = Character.charCount(plain.codePointAt(0));
    }
    return plain.substring(0, end);
  }

  /**
   * The {@link #beginning} of a text and what stands next behind it, but for blanks: a run of plain
   * letters and digits, or one other character. Parted by a blank; the beginning alone where
   * nothing follows.
   */
  public static String beginnings(String text) {
    String plain = of(text.strip());
    String first = beginning(plain);
    int from = first.length();
    while (from < plain.length() && isBlank(plain.codePointAt(from))) {
      from += Character.charCount(plain.codePointAt(from));
    }
    if (from == plain.length()) {
      return first;
    }
    int end = from;
    while (end < plain.length() && isPlain(plain.charAt(end))) {
      end++;
    }
    if (end == from) {
      end += Character.charCount(plain.codePointAt(from));
    }
    return first + " " + plain.substring(from, end);
  }

  private static boolean isPlain(char here) {
    return (here >= 'a' && here <= 'z') || (here >= '0' && here <= '9');
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  /** Whether all its characters are digits, of whatever script. */
  public static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether all its characters are digits from 0 to 9. */
  public static boolean isAsciiDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether all its characters are capitals. */
  public static boolean isUpper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Of plain letters only. */
  private static boolean isLower(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) < 'a') {
        return false;
      }
    }
    return true;
  }

  private static int letters(String text) {
    int end = 0;
    while (end < text.length()
        && (text.charAt(end) | 32) >= 'a'
        && (text.charAt(end) | 32) <= 'z') {
      end++;
    }
    return end;
  }

  private static char plain(char here) {
    if (here >= '\uFF01' && here <= '\uFF5E') {
      return (char) (here - 0xFEE0);
    }
    return switch (here) {
      case '￥' -> '¥';
      case '￡' -> '£';
      case '￠' -> '¢';
      case '￦' -> '₩';
      case '’' -> '\'';
      case '−' -> '-';
      default -> here;
    };
  }
}
