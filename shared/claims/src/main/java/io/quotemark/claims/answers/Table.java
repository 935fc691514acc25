package io.quotemark.claims.answers;

import io.quotemark.claims.answers.Lines.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in a text: its head, then its rows.
 *
 * @param rows of cells, the head first; rows may be of unlike length
 * @param lines the line of each row
 * @param end the line behind its last
 */
record Table(List<List<Range>> rows, List<Integer> lines, int end) {
  private static final int BARS = 0;
  private static final int COLUMNS = 1;

  /** Lines of dashes between two rows, at the most. */
  private static final int RULES = 3;

  /** The table that begins at the line; null where none does. */
  static @Nullable Table at(Lines lines, int first, Scanner scanner) {
    for (int form = BARS; form <= COLUMNS; form++) {
      // asked of every line: the head first, so that no table is read once for each of its lines
      if (form == BARS || isHead(lines.columnCells(first), scanner)) {
        Table table = of(lines, first, form);
        if (table != null) {
          return table;
        }
      }
    }
    return null;
  }

  private static @Nullable Table of(Lines lines, int first, int form) {
    List<List<Range>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int line = first;
    int rules = 0;
    for (; line < lines.size() && !lines.isBlank(line) && rules <= RULES; line++) {
      if (lines.isRule(line) && !rows.isEmpty()) {
        rules++;
        continue;
      }
      rules = 0;
      List<Range> cells = cells(lines, line, form);
      boolean fits = rows.isEmpty() || form == BARS || cells.size() == rows.getFirst().size();
      if (cells.isEmpty() || !fits) {
        break;
      }
      rows.add(cells);
      numbers.add(line);
    }
    return rows.size() > 1 ? new Table(rows, numbers, line) : null;
  }

  private static List<Range> cells(Lines lines, int line, int form) {
    return form == BARS ? lines.barCells(line) : lines.columnCells(line);
  }

  /** Whether the cells print no figure. */
  private static boolean isHead(List<Range> head, Scanner scanner) {
    for (Range cell : head) {
      for (Item item : scanner.chars(cell.start(), cell.end())) {
        if (item instanceof Item.Printed) {
          return false;
        }
      }
    }
    return !head.isEmpty();
  }
}
