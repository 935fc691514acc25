package io.quotemark.market.prices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a price file holds what, by the header names of the common sources. */
final class Columns {
  enum Field {
    DATE("date", "timestamp", "session", "day", "tradingday", "tradedate", "datetime", "datum"),
    OPEN("open", "o", "eröffnung", "eroeffnung", "erster"),
    HIGH("high", "h", "hoch", "tageshoch"),
    LOW("low", "l", "tief", "tagestief"),
    CLOSE("close", "c", "last", "schluss", "schlusskurs"),
    ADJUSTED_CLOSE("adjclose", "adjustedclose", "closeadj", "closeadjusted"),
    // a German "Volumen" may be shares or money
    VOLUME("volume", "vol", "v", "stück", "stücke", "stuecke"),
    DIVIDEND("dividend", "dividends", "dividendamount", "divcash"),
    DIVIDEND_CURRENCY("dividendcurrency"),
    SPLIT("split", "splits", "stocksplits", "splitratio", "splitfactor", "splitcoefficient"),
    LISTING("listing", "symbol", "ticker", "code"),
    PERIOD("per", "period"),
    BASIS("basis"),
    SOURCE("source"),
    UNIT("unit", "currency");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }
  }

  private final Map<Field, Integer> places = new java.util.EnumMap<>(Field.class);

  Columns(List<String> header) throws CsvTable.NoTable {
    for (Field field : Field.values()) {
      for (String name : field.names) {
        int at = header.indexOf(name);
        if (at >= 0) {
          if (header.lastIndexOf(name) != at) {
            throw new CsvTable.NoTable("column '" + name + "' stands twice in the header");
          }
          places.putIfAbsent(field, at);
        }
      }
    }
    for (Field needed : List.of(Field.DATE, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)) {
      if (!places.containsKey(needed)) {
        throw new CsvTable.NoTable(
            "the header has no column '%s' (it has: %s)"
                .formatted(needed.names.getFirst(), String.join(", ", header)));
      }
    }
  }

  /** The cell, empty where the row or the file has none. */
  String cell(CsvTable.Row row, Field field) {
    @Nullable Integer at = places.get(field);
    return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
  }

  Optional<String> filled(CsvTable.Row row, Field field) {
    return Optional.of(cell(row, field)).filter(text -> !text.isEmpty());
  }
}
