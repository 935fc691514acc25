package io.quotemark.claims.text;

import io.quotemark.domain.ShippedLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Groups of words from a commented data file: {@code group<TAB>word word …} in each line. */
record Words(Map<String, Set<String>> groups) {
  Words {
    groups = Map.copyOf(groups);
  }

  static Words load(String resource) {
    Map<String, Set<String>> groups = new HashMap<>();
    for (String line : ShippedLines.of(Words.class, resource)) {
      int tab = line.indexOf('\t');
      groups
          .computeIfAbsent(line.substring(0, tab), group -> new HashSet<>())
          .addAll(Cells.words(line.substring(tab + 1)));
    }
    return new Words(groups);
  }

  Set<String> group(String name) {
    Set<String> group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("no group " + name);
    }
    return Set.copyOf(group);
  }
}
