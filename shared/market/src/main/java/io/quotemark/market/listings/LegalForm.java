package io.quotemark.market.listings;

import io.quotemark.securities.LegalForms;
import java.util.Locale;

/** Company names without what the law adds to them. */
final class LegalForm {
  private LegalForm() {}

  /**
   * Lower-case letters and digits of the words that are no legal form; never empty where the name
   * is not.
   */
  static String stripped(String name) {
    StringBuilder all = new StringBuilder();
    StringBuilder out = new StringBuilder();
    // dots inside S.A. and N.V. go, other punctuation parts words
    String letters = name.toLowerCase(Locale.ROOT).replace(".", "");
    int from = 0;
    while (from < letters.length()) {
      int to = from;
      while (to < letters.length() && isPartOfWord(letters.codePointAt(to))) {
        to += Character.charCount(letters.codePointAt(to));
      }
      if (to == from) {
        from += Character.charCount(letters.codePointAt(from));
        continue;
      }
      String word = letters.substring(from, to);
      all.append(word);
      if (!LegalForms.dropped(word)) {
        out.append(out.isEmpty() ? "" : " ").append(word);
      }
      from = to;
    }
    return out.isEmpty() ? all.toString() : out.toString();
  }

  /** A letter or a number of any kind ("½", "Ⅷ"). */
  private static boolean isPartOfWord(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}
