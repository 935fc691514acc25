package io.quotemark.market.prices;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a price file holds what, by the header names of {@code columns.tsv}. */
final class Columns {
  enum Field {
    DATE,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    ADJUSTED_CLOSE,
    VOLUME,
    DIVIDEND,
    DIVIDEND_CURRENCY,
    SPLIT,
    LISTING,
    ISIN,
    PERIOD,
    BASIS,
    SOURCE,
    UNIT
  }

  private static final Map<Field, List<String>> NAMES = names();
  private static final List<String> UNNAMED = List.of("", "unnamed0");

  private final List<String> header;
  private final Map<Field, Integer> places;

  /**
   * @param header names as {@link CsvTable#normalized} writes them
   * @throws CsvTable.NoTable where a name stands twice, or there is no close
   */
  Columns(List<String> header, Layout layout) throws CsvTable.NoTable {
    this.header = header;
    this.places = places(header);
    for (Map.Entry<Field, List<String>> names : layout.fields().entrySet()) {
      places.remove(names.getKey());
      int at = first(names.getValue(), header);
      if (at >= 0) {
        places.put(names.getKey(), at);
      }
    }
    for (Map.Entry<Field, Integer> place : places.entrySet()) {
      String name = header.get(place.getValue());
      if (header.lastIndexOf(name) != place.getValue()) {
        throw new CsvTable.NoTable("column '" + name + "' stands twice in the header");
      }
    }
    if (!places.containsKey(Field.CLOSE)) {
      throw missing(places.containsKey(Field.DATE) ? "close" : "date");
    }
  }

  CsvTable.NoTable missing(String name) {
    return new CsvTable.NoTable(
        "the header has no column '%s' (it has: %s); the first line must name the columns, such as date,open,high,low,close,volume"
            .formatted(name, shortened(String.join(", ", header))));
  }

  private static String shortened(String names) {
    return names.length() <= 200 ? names : names.substring(0, 200) + "…";
  }

  boolean has(Field field) {
    return places.containsKey(field);
  }

  /** The cell, empty where the row or the file has none. */
  String cell(CsvTable.Row row, Field field) {
    @Nullable Integer at = places.get(field);
    return at == null ? "" : row.cell(at);
  }

  /** The cell under a name of the header; empty where there is none. */
  String cell(CsvTable.Row row, String name) {
    int at = header.indexOf(name);
    return at < 0 ? "" : row.cell(at);
  }

  Optional<String> filled(CsvTable.Row row, Field field) {
    String text = cell(row, field);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Whether a line names the columns of a table of prices. */
  static boolean isHeader(List<String> header) {
    Map<Field, Integer> found = places(header);
    return found.containsKey(Field.CLOSE)
        && (found.containsKey(Field.DATE)
            || (found.containsKey(Field.LISTING)
                && found.containsKey(Field.HIGH)
                && found.containsKey(Field.LOW)));
  }

  /** Where a field's column stands; -1 where there is none. */
  static int place(Field field, List<String> header) {
    return places(header).getOrDefault(field, -1);
  }

  /** How many of the columns are known. */
  static int known(List<String> header) {
    return places(header).size();
  }

  static boolean isName(Field field, String name) {
    return NAMES.getOrDefault(field, List.of()).contains(name);
  }

  private static Map<Field, Integer> places(List<String> header) {
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    for (Map.Entry<Field, List<String>> names : NAMES.entrySet()) {
      int at = first(names.getValue(), header);
      if (at >= 0) {
        places.put(names.getKey(), at);
      }
    }
    // the index of a data frame that nobody named
    if (!header.isEmpty() && UNNAMED.contains(header.getFirst())) {
      places.putIfAbsent(Field.DATE, 0);
    }
    return places;
  }

  /** Where the first of the names that there is stands; -1 where none does. */
  private static int first(List<String> names, List<String> header) {
    for (String name : names) {
      int at = header.indexOf(name);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static Map<Field, List<String>> names() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (List<String> row : ShippedLines.rows(Columns.class, "columns.tsv")) {
      Field field = Field.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
      List<String> known = new ArrayList<>(names.getOrDefault(field, List.of()));
      for (String name : row.get(1).split("\\|", -1)) {
        known.add(CsvTable.normalized(name));
      }
      names.put(field, known);
    }
    return names;
  }
}
