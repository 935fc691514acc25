package io.quotemark.reading.dates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words as one pattern, the longer before the shorter. Those that begin with the same letter share
 * it, so that a place in a text where none of them begins is tried once for each letter.
 */
final class Alternatives {
  private Alternatives() {}

  /**
   * @param words in small letters
   */
  static String of(Collection<String> words) {
    List<String> longestFirst = new ArrayList<>(words);
    longestFirst.sort(Alternatives::compare);
    Map<String, StringBuilder> byLetter = new LinkedHashMap<>();
    for (String word : longestFirst) {
      String letter = word.substring(0, 1);
      String rest = word.substring(1);
      StringBuilder same = byLetter.get(letter);
      if (same == null) {
        same = new StringBuilder(Pattern.quote(letter)).append("(?:");
        byLetter.put(letter, same);
      } else {
        same.append('|');
      }
      same.append(rest.isEmpty() ? "" : Pattern.quote(rest));
    }
    StringBuilder all = new StringBuilder();
    for (StringBuilder same : byLetter.values()) {
      all.append(all.isEmpty() ? "" : "|").append(same).append(')');
    }
    return all.toString();
  }

  private static int compare(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : b.length() - a.length();
  }
}
