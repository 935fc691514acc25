package io.quotemark.claims.amounts;

import io.quotemark.claims.language.Cells;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commented table of this package: columns separated by tabs, lines of {@code #} are comments.
 */
record DataFile(String name, List<List<String>> rows) {
  DataFile {
    rows = List.copyOf(rows);
  }

  static DataFile load(String name, int columns) {
    return load(name, columns, null);
  }

  /**
   * @param language rows of other languages are left out, as their first cell names them; null for
   *     all rows
   */
  static DataFile load(String name, int columns, @Nullable String language) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : ShippedLines.of(DataFile.class, name)) {
      if (speaks(line, language)) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
          throw new IllegalStateException(
              "%s: %d columns, not %d: %s".formatted(name, row.size(), columns, line));
        }
        rows.add(row);
      }
    }
    return new DataFile(name, rows);
  }

  private static boolean speaks(String line, @Nullable String language) {
    if (language == null) {
      return true;
    }
    String first = line.substring(0, Math.max(0, line.indexOf('\t')));
    return first.equals("*")
        || first.equals(language)
        || (" " + first + " ").contains(" " + language + " ");
  }

  /** The phrases of a cell, separated by " | ". */
  static List<String> phrases(String cell) {
    return Cells.phrases(cell);
  }
}
