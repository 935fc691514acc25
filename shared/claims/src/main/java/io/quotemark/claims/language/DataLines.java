package io.quotemark.claims.language;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;

/** Rows of a commented data file: fields separated by tabs, {@code #} starts a comment line. */
public final class DataLines {
  private DataLines() {}

  /**
   * @throws IllegalArgumentException where a row has not {@code fields} fields
   */
  public static List<List<String>> read(Class<?> beside, String resource, int fields) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : ShippedLines.of(beside, resource)) {
      // more than one tab may stand between two
      List<String> row = Cells.filled(Cells.parts(line.strip(), "\t"));
      if (row.size() != fields) {
        throw new IllegalArgumentException(
            resource + ": " + row.size() + " fields in place of " + fields + ": " + line);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The phrases of a field, separated by a bar between blanks. */
  public static List<String> phrases(String field) {
    return Cells.phrases(field);
  }
}
