package io.quotemark.claims.language;

import java.util.ArrayList;
import java.util.List;

/** Cells of commented data files. */
public final class Cells {
  private Cells() {}

  /** The phrases of a cell, separated by a bar between blanks. */
  public static List<String> phrases(String cell) {
    return parts(cell.strip(), " | ");
  }

  /** The words of a cell, separated by one blank or more. */
  public static List<String> words(String cell) {
    return filled(parts(cell, " "));
  }

  /** Those that are not empty. */
  static List<String> filled(List<String> cells) {
    List<String> filled = new ArrayList<>(cells.size());
    for (String cell : cells) {
      if (!cell.isEmpty()) {
        filled.add(cell);
      }
    }
    return filled;
  }

  /** What stands between the separators, stripped; told by hand: patterns are slow to start. */
  public static List<String> parts(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at).strip());
      from = at + separator.length();
    }
    parts.add(text.substring(from).strip());
    return parts;
  }
}
