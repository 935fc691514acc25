package io.quotemark.claims.amounts;

import io.quotemark.claims.language.Cells;
import io.quotemark.claims.language.Folder;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code numbers.tsv}: those of all languages, then those of one. */
final class NumberRows {
  private static final String FILE = "numbers.tsv";

  private final List<List<String>> rows = new ArrayList<>(Folder.COMMON.rows(FILE));

  /**
   * @param language its ISO 639 code; one without a folder adds no rows
   */
  NumberRows(String language) {
    rows.addAll(Folder.of(language).rows(FILE));
  }

  /**
   * The cells behind the name of the kind.
   *
   * @param cells how many there are
   * @throws IllegalStateException for a row with fewer or more
   */
  List<List<String>> of(String kind, int cells) {
    List<List<String>> found = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.getFirst().equals(kind)) {
        if (row.size() != cells + 1) {
          throw new IllegalStateException(
              "numbers.tsv: %d cells behind \"%s\", not %d: %s"
                  .formatted(row.size() - 1, kind, cells, row));
        }
        found.add(row.subList(1, row.size()));
      }
    }
    return found;
  }

  /** The phrases of a cell, separated by a bar between blanks. */
  static List<String> phrases(String cell) {
    return Cells.phrases(cell);
  }
}
