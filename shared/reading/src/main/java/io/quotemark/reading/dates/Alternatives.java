package io.quotemark.reading.dates;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as one pattern, the longer before the shorter. */
final class Alternatives {
  private Alternatives() {}

  static String of(Collection<String> words) {
    return words.stream()
        .sorted(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
