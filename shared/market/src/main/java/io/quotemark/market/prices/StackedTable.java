package io.quotemark.market.prices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A data frame with columns of two levels, as {@code yfinance.download(…).to_csv(…)} writes it: a
 * line of fields, a line of tickers (either first), a line with the name of the index, and then a
 * row a day with the fields of all tickers. Seen in yfinance 0.2.51 and later, and before that with
 * several tickers: https://ranaroussi.github.io/yfinance.
 */
final class StackedTable {
  private static final int HEADER_LINES = 3;

  private StackedTable() {}

  static Optional<CsvTable> of(CsvTable table) throws CsvTable.NoTable {
    List<CsvTable.Row> rows = table.rows();
    if (rows.size() < HEADER_LINES || !isIndexLine(rows.get(1))) {
      return Optional.empty();
    }
    List<String> first = table.header();
    List<String> second = rows.get(0).cells();
    boolean fieldsFirst = names(first, true) > names(second, true);
    if (names(fieldsFirst ? first : second, true) == 0) {
      return Optional.empty();
    }
    Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
    Map<String, Integer> fields = new TreeMap<>();
    for (int i = 1; i < Math.min(first.size(), second.size()); i++) {
      String field = CsvTable.normalized(fieldsFirst ? first.get(i) : second.get(i));
      String ticker = (fieldsFirst ? second.get(i) : first.get(i)).strip();
      fields.putIfAbsent(field, fields.size());
      if (places.computeIfAbsent(ticker, t -> new TreeMap<>()).put(field, i) != null) {
        throw new CsvTable.NoTable("column '" + field + "' of " + ticker + " stands twice");
      }
    }
    return Optional.of(unstacked(table, places, List.copyOf(fields.keySet())));
  }

  private static CsvTable unstacked(
      CsvTable table, Map<String, Map<String, Integer>> places, List<String> fields)
      throws CsvTable.NoTable {
    List<String> header = new ArrayList<>(List.of("date", "ticker"));
    header.addAll(fields);
    List<CsvTable.Row> rows = new ArrayList<>();
    for (CsvTable.Row row : table.rows().subList(HEADER_LINES - 1, table.rows().size())) {
      places.forEach((ticker, at) -> {
        List<String> cells = new ArrayList<>(List.of(row.cell(0), ticker));
        fields.forEach(field -> cells.add(at.containsKey(field) ? row.cell(at.get(field)) : ""));
        // a day on which another of the shares traded
        if (cells.stream().skip(2).anyMatch(cell -> !Cells.absent(cell))) {
          rows.add(new CsvTable.Row(row.line(), cells));
        }
      });
    }
    return CsvTable.made("stacked", header, rows, List.of()).withDirectives(table.directives());
  }

  /** {@code Date,,,,}. */
  private static boolean isIndexLine(CsvTable.Row row) {
    return Columns.isName(Columns.Field.DATE, CsvTable.normalized(row.cell(0)))
        && row.cells().stream().skip(1).allMatch(String::isBlank);
  }

  private static long names(List<String> cells, boolean skipFirst) {
    return cells.stream()
        .skip(skipFirst ? 1 : 0)
        .map(CsvTable::normalized)
        .filter(name ->
            Columns.isName(Columns.Field.CLOSE, name) || Columns.isName(Columns.Field.OPEN, name))
        .count();
  }
}
