package io.quotemark.market.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars of Databento, whose prices are whole numbers of 1e-9 unless they were asked for as decimals.
 * Layout: https://databento.com/docs/schemas/ohlcv.
 */
final class DatabentoTable {
  private static final List<String> MARKS = List.of("tsevent", "rtype", "publisherid");
  private static final List<String> PRICES = List.of("open", "high", "low", "close");
  private static final int PLACES = 9;

  private DatabentoTable() {}

  static Optional<CsvTable> of(CsvTable table) {
    if (!table.header().containsAll(MARKS)) {
      return Optional.empty();
    }
    List<CsvTable.Row> rows = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      for (String price : PRICES) {
        int at = table.header().indexOf(price);
        if (at >= 0 && row.cell(at).matches("\\d{1,18}")) {
          cells.set(at, new BigDecimal(row.cell(at)).movePointLeft(PLACES).toPlainString());
        }
      }
      rows.add(new CsvTable.Row(row.line(), List.copyOf(cells)));
    }
    return Optional.of(
        new CsvTable(
            table.header(),
            List.copyOf(rows),
            table.directives(),
            table.separator(),
            table.preamble(),
            table.kind()));
  }
}
