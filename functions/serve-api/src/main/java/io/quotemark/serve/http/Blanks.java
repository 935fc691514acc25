package io.quotemark.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What counts as blank in a parameter: spaces of Unicode, control characters and the mark of byte
 * order. The patterns of openapi.json name the same characters. Loops, since every request comes
 * here, and the first pattern costs a cold start its classes.
 */
public final class Blanks {
  private Blanks() {}

  static boolean isBlank(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isBlank(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Its words in lower case; none for a blank value. */
  public static List<String> words(String value) {
    List<String> words = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || isBlank(value.charAt(i))) {
        if (i > begin) {
          words.add(value.substring(begin, i).toLowerCase(Locale.ROOT));
        }
        begin = i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isBlank(int one) {
    return Character.isWhitespace(one)
        || Character.isSpaceChar(one)
        || Character.isISOControl(one)
        || one == '\uFEFF';
  }
}
