package io.quotemark.domain;

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
    String plain = of(text.strip());
    int end = 0;
    while (end < plain.length() && plain.charAt(end) >= 'a' && plain.charAt(end) <= 'z') {
      end++;
    }
    if (end == 0 && !plain.isEmpty()) {
      end = Character.charCount(plain.codePointAt(0));
    }
    return plain.substring(0, end);
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
