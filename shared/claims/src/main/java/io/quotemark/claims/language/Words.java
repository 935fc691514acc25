package io.quotemark.claims.language;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a language by their group. */
final class Words {
  static final String FILE = "words.tsv";

  private final Map<WordGroup, Set<String>> groups = new EnumMap<>(WordGroup.class);

  /**
   * @param rows group and phrases
   * @throws IllegalArgumentException for a group that nobody asks for
   */
  Words(List<List<String>> rows) {
    for (List<String> row : rows) {
      WordGroup group = group(row.get(0));
      Set<String> words = groups.get(group);
      if (words == null) {
        words = new HashSet<>();
        groups.put(group, words);
      }
      words.addAll(DataLines.phrases(row.get(1)));
    }
  }

  private static WordGroup group(String name) {
    try {
      return WordGroup.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "words.tsv: no group " + name + "; WordGroup has all that there are", unknown);
    }
  }

  Set<String> of(WordGroup group) {
    return Set.copyOf(groups.getOrDefault(group, Set.of()));
  }
}
