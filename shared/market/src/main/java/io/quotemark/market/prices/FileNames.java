package io.quotemark.market.prices;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How price files are named: parts that come with a download, in {@code file-names.tsv}. */
final class FileNames {
  private static final List<Pattern> BEHIND = decorations("behind", "(%s)$");
  private static final List<Pattern> BEFORE = decorations("before", "^(%s)");

  private FileNames() {}

  /** A name, and what is left of it when more and more decoration is taken off. */
  static List<String> undecorated(String stem) {
    Set<String> names = new LinkedHashSet<>();
    String left = stem;
    while (names.add(left)) {
      left = without(BEHIND, left);
    }
    for (String name : List.copyOf(names)) {
      names.add(without(BEFORE, name));
    }
    names.remove("");
    return names.isEmpty() ? List.of(stem) : List.copyOf(names);
  }

  /** Without the first of the decorations that there is. */
  private static String without(List<Pattern> decorations, String name) {
    for (Pattern decoration : decorations) {
      Matcher found = decoration.matcher(name);
      if (found.find() && found.end() - found.start() < name.length()) {
        return found.replaceFirst("");
      }
    }
    return name;
  }

  private static List<Pattern> decorations(String place, String form) {
    List<Pattern> decorations = new ArrayList<>();
    for (List<String> row : ShippedLines.rows(FileNames.class, "file-names.tsv")) {
      if (row.getFirst().equals(place)) {
        decorations.add(Pattern.compile(form.formatted(row.get(1)), Pattern.CASE_INSENSITIVE));
      }
    }
    return decorations;
  }

  /** Without folder and ending. */
  static String stem(String fileName) {
    return baseName(fileName)
        .replaceFirst("(?i)(\\.(csv|txt|tsv|json|htm|html|asc|dat|gz|zip|tgz|tar)){1,3}$", "")
        .strip();
  }

  /** Without its folder. */
  static String baseName(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }
}
