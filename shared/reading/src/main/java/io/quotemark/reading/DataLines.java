package io.quotemark.reading;

import io.quotemark.text.ShippedLines;
import java.util.List;

/** Rows of a tab-separated data file, comments (#) and blank lines left out. */
public final class DataLines {
  private DataLines() {}

  /**
   * @param beside the class in whose package the file lies
   */
  public static List<List<String>> of(Class<?> beside, String name) {
    return ShippedLines.cells(beside, name);
  }

  /** Parts of a cell, separated by |. */
  public static List<String> parts(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s*\\|\\s*", -1));
  }
}
