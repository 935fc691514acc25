package io.quotemark.reading.dates;

import io.quotemark.reading.DataLines;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words beside a date that say that it is the date of a change. */
public final class UpdateWords {
  private static final Set<String> WORDS = new HashSet<>();

  static {
    DataLines.of(UpdateWords.class, "modified.tsv")
        .forEach(row -> WORDS.addAll(DataLines.parts(row.get(0))));
  }

  private UpdateWords() {}

  public static boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
