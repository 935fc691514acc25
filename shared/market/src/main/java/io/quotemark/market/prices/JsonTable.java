package io.quotemark.market.prices;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prices in JSON as a table: rows that are objects (Tiingo, Twelve Data, FMP, J-Quants, KRX, open
 * data of TWSE and TPEx), objects under their days (Alpha Vantage), lists of bars under symbols
 * (Alpaca), and lists of cells beside the names of their columns (TWSE and TPEx: {@code fields} and
 * {@code data}; MOEX: {@code columns} and {@code data}). Names are read as those of columns.
 */
final class JsonTable {
  private static final List<String> SYMBOLS = List.of("symbol", "ticker", "2. Symbol");
  private static final List<String> NAMES = List.of("fields", "columns");
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}.*";
  private static final String SYMBOL = "[A-Z0-9][A-Z0-9.-]{0,11}";

  /** The cells found so far, all under one header. */
  private final Set<String> header = new LinkedHashSet<>();

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<String> preamble = new ArrayList<>();

  private JsonTable() {}

  static Optional<CsvTable> read(String text) throws CsvTable.NoTable {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    JsonTable found = new JsonTable();
    found.look(JsonText.read(text), "", "");
    if (found.rows.isEmpty()) {
      throw new CsvTable.NoTable(
          "JSON without a list of daily prices that could be told; deliver CSV with the columns date,open,high,low,close,volume");
    }
    List<String> names = List.copyOf(found.header);
    List<CsvTable.Row> rows = new ArrayList<>();
    for (Map<String, String> row : found.rows) {
      rows.add(
          new CsvTable.Row(
              rows.size() + 1L, names.stream().map(n -> row.getOrDefault(n, "")).toList()));
    }
    return Optional.of(CsvTable.made("", names, rows, found.preamble));
  }

  private void look(Object value, String key, String symbol) {
    if (value instanceof List<?> list) {
      list(list, key, symbol);
    } else if (value instanceof Map<?, ?> object) {
      object(object, symbol);
    }
  }

  private void list(List<?> list, String key, String symbol) {
    if (!list.isEmpty() && list.getFirst() instanceof Map<?, ?> first && isRow(first, key)) {
      String named = symbol.isEmpty() && key.matches(SYMBOL) ? key : symbol;
      list.forEach(row -> row(row, "", named));
    } else {
      list.forEach(element -> look(element, "", symbol));
    }
  }

  private static boolean isRow(Map<?, ?> row, String key) {
    List<String> names = new ArrayList<>();
    row.keySet().forEach(name -> names.add(CsvTable.normalized(String.valueOf(name))));
    return Columns.isHeader(names) && !key.equals("meta");
  }

  private void object(Map<?, ?> object, String outer) {
    String symbol = outer;
    for (String name : SYMBOLS) {
      Object value = object.get(name);
      Object meta = object.get("meta");
      if (value == null && meta instanceof Map<?, ?> described) {
        value = described.get(name);
      }
      symbol = value instanceof String text ? text : symbol;
    }
    object.forEach((name, value) -> {
      if (value instanceof String text && !text.isBlank()) {
        preamble.add(name + " " + text);
      }
    });
    String inner = symbol;
    for (Object meta : object.values()) {
      if (meta instanceof Map<?, ?> described && described.get("2. Symbol") instanceof String s) {
        inner = s;
      }
    }
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (name.matches(DAY) && entry.getValue() instanceof Map<?, ?> bar) {
        row(bar, name, inner);
      } else if (!cells(object, name)) {
        look(entry.getValue(), name, inner);
      }
    }
  }

  /** Lists of cells under {@code data9} are named by the list under {@code fields9}. */
  private boolean cells(Map<?, ?> object, String name) {
    if (!name.startsWith("data") || !(object.get(name) instanceof List<?> data)) {
      return false;
    }
    for (String prefix : NAMES) {
      if (object.get(prefix + name.substring(4)) instanceof List<?> names
          && (data.isEmpty() || data.getFirst() instanceof List<?>)) {
        List<String> columns = names.stream().map(String::valueOf).toList();
        if (Columns.isHeader(columns.stream().map(CsvTable::normalized).toList())) {
          data.forEach(row -> row(columns, row));
        }
        return true;
      }
    }
    return false;
  }

  private void row(List<String> columns, Object cells) {
    if (cells instanceof List<?> list) {
      Map<String, String> row = new java.util.LinkedHashMap<>();
      for (int i = 0; i < Math.min(columns.size(), list.size()); i++) {
        row.put(columns.get(i), String.valueOf(list.get(i)));
      }
      header.addAll(columns);
      rows.add(row);
    }
  }

  private void row(Object value, String day, String symbol) {
    if (value instanceof Map<?, ?> object) {
      Map<String, String> row = new java.util.LinkedHashMap<>();
      object.forEach((name, cell) -> {
        if (cell instanceof String text) {
          row.put(String.valueOf(name), text);
        }
      });
      if (!day.isEmpty()) {
        row.put("date", day);
      }
      boolean named =
          row.keySet().stream()
              .anyMatch(n -> Columns.isName(Columns.Field.LISTING, CsvTable.normalized(n)));
      if (!symbol.isEmpty() && !named) {
        row.put("symbol", symbol.toUpperCase(Locale.ROOT));
      }
      header.addAll(row.keySet());
      rows.add(row);
    }
  }
}
