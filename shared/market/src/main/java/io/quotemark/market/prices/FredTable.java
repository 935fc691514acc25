package io.quotemark.market.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series of FRED: {@code observation_date,SP500}, where the second column is named by the series.
 * Layout: https://fred.stlouisfed.org, "Download, CSV (data)".
 */
final class FredTable {
  private static final List<String> DATES = List.of("observationdate", "date");

  private FredTable() {}

  static Optional<CsvTable> of(CsvTable table) throws CsvTable.NoTable {
    List<String> header = table.header();
    boolean fred =
        header.size() == 2
            && (header.getFirst().equals(DATES.getFirst())
                || (header.getFirst().equals(DATES.getLast()) && isSeries(header.get(1))));
    if (!fred || Columns.isHeader(header)) {
      return Optional.empty();
    }
    String series = header.get(1).toUpperCase(java.util.Locale.ROOT);
    List<CsvTable.Row> rows = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      rows.add(new CsvTable.Row(row.line(), List.of(row.cell(0), row.cell(1), "^" + series)));
    }
    return Optional.of(
        CsvTable.made("fred", List.of("date", "close", "symbol"), rows, List.of(series))
            .withDirectives(table.directives()));
  }

  private static boolean isSeries(String name) {
    return List.of("sp500", "djia", "nasdaqcom", "nasdaq100", "nikkei225").contains(name);
  }
}
