package io.quotemark.claims.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int tab = line.indexOf('\t');
        groups
            .computeIfAbsent(line.substring(0, tab), group -> new HashSet<>())
            .addAll(Cells.words(line.substring(tab + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
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
