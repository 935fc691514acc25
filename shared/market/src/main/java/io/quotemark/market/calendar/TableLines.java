package io.quotemark.market.calendar;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;

/** The cells of a shipped tab-separated file: comment lines ({@code #}) and the header left out. */
public final class TableLines {
  private TableLines() {}

  public static List<String[]> of(Class<?> beside, String resource) {
    List<String[]> cells = new ArrayList<>();
    for (String line : lines(beside, resource)) {
      cells.add(cells(line));
    }
    return cells;
  }

  /** The same with cells not yet told apart, for files of which few lines are ever needed. */
  static List<String> lines(Class<?> beside, String resource) {
    List<String> lines = ShippedLines.of(beside, resource);
    return lines.subList(1, lines.size());
  }

  static String[] cells(String line) {
    return line.split("\t", -1);
  }
}
