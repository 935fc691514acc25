package io.quotemark.reading.dates;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    Map<String, List<String>> byLetter =
        words.stream()
            .sorted(
                Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .collect(
                Collectors.groupingBy(
                    word -> word.substring(0, 1),
                    LinkedHashMap::new,
                    Collectors.mapping(word -> word.substring(1), Collectors.toList())));
    return byLetter.entrySet().stream()
        .map(same ->
            same.getValue().stream()
                .map(rest -> rest.isEmpty() ? "" : Pattern.quote(rest))
                .collect(Collectors.joining("|", Pattern.quote(same.getKey()) + "(?:", ")")))
        .collect(Collectors.joining("|"));
  }
}
