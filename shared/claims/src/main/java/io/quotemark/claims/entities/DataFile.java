package io.quotemark.claims.entities;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tab-separated data file beside this class, without its comments and its header. */
final class DataFile {
  private DataFile() {}

  static List<List<String>> rows(String name) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : ShippedLines.of(DataFile.class, name)) {
      rows.add(List.of(line.split("\t", -1)));
    }
    return rows.subList(1, rows.size());
  }

  static List<String> parts(List<String> row, int column) {
    return column >= row.size() || row.get(column).isBlank()
        ? List.of()
        : List.of(row.get(column).strip().split("\\|", -1));
  }
}
