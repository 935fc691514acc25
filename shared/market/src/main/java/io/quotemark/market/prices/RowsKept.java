package io.quotemark.market.prices;

import io.quotemark.market.prices.Columns.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the rows that are prices of trades from notes, other instruments and days without one. */
final class RowsKept {
  private final Columns columns;
  private final Layout layout;
  private int withoutTrade;

  RowsKept(Columns columns, Layout layout) {
    this.columns = columns;
    this.layout = layout;
  }

  /** Neither a note under the table nor a row that the layout leaves out. */
  boolean isPrice(CsvTable.Row row) {
    return !isFooter(row) && isKept(row);
  }

  /** Counts those that are not. */
  boolean isTraded(CsvTable.Row row) {
    boolean without = isWithoutTrade(row);
    if (without) {
      withoutTrade++;
    }
    return !without;
  }

  /** Says how many rows had no trade, empty where all had one. */
  Optional<String> leftOut() {
    return withoutTrade == 0
        ? Optional.empty()
        : Optional.of(
            withoutTrade + (withoutTrade == 1 ? " row" : " rows") + " without a trade left out");
  }

  /** A note under the table: no price, and nothing in the column of days that could be one. */
  private boolean isFooter(CsvTable.Row row) {
    return columns.cell(row, Field.CLOSE).isEmpty()
        && columns.has(Field.DATE)
        && !columns.cell(row, Field.DATE).matches(".*\\d.*")
        && row.cells().stream().skip(1).noneMatch(cell -> cell.matches("[\\d.,]*\\d[\\d.,]*"));
  }

  /** Whether the layout keeps it, by the rows of markets and of instruments that it names. */
  private boolean isKept(CsvTable.Row row) {
    for (Map.Entry<String, Set<String>> rule : layout.keep().entrySet()) {
      if (!rule.getValue().contains(columns.cell(row, rule.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Exchanges list what did not trade with dashes, or with zeros beside an old close. */
  private boolean isWithoutTrade(CsvTable.Row row) {
    if (!layout.isKnown()) {
      return false;
    }
    String close = columns.cell(row, Field.CLOSE);
    if (Cells.absent(close)) {
      return true;
    }
    return List.of(Field.OPEN, Field.HIGH, Field.LOW).stream()
        .allMatch(field -> columns.has(field) && columns.cell(row, field).matches("0+(\\.0+)?"));
  }
}
