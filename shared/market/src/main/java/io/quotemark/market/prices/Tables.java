package io.quotemark.market.prices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readers of price files that are no plain delimited table, in the order they are asked. */
final class Tables {
  /** One way of writing prices down. */
  @FunctionalInterface
  interface Reader {
    /** The table; empty where the text is of another kind. */
    Optional<CsvTable> read(String text) throws CsvTable.NoTable;
  }

  /** One way of using a delimited table that the names of its columns do not tell. */
  @FunctionalInterface
  interface Rewriter {
    /** The table with plain columns; empty where it is of another kind. */
    Optional<CsvTable> of(CsvTable table) throws CsvTable.NoTable;
  }

  private static final List<Rewriter> REWRITERS =
      List.of(StackedTable::of, FredTable::of, DatabentoTable::of);

  private static final List<Reader> READERS =
      List.of(HkexTable::read, CotahistTable::read, JsonTable::read);

  private Tables() {}

  static CsvTable read(byte[] bytes) throws CsvTable.NoTable {
    if (bytes.length > CsvTable.MOST_BYTES) {
      throw new CsvTable.NoTable("larger than " + (CsvTable.MOST_BYTES >> 20) + " MB; split it");
    }
    String text = FileText.of(bytes);
    Map<String, List<CsvTable.Directive>> stated = new HashMap<>();
    String rest = text;
    for (long line = 1; rest.startsWith("#"); line++) {
      int end = rest.indexOf('\n');
      CsvTable.directive(line, rest.substring(1, end < 0 ? rest.length() : end), stated);
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
    for (Reader reader : READERS) {
      Optional<CsvTable> table = reader.read(rest);
      if (table.isPresent()) {
        return table.get().withDirectives(stated);
      }
    }
    String start = rest.stripLeading();
    if (start.startsWith("<") && !start.startsWith("<TICKER>") && !start.startsWith("<DATE>")) {
      throw new CsvTable.NoTable("a web page or XML, not a CSV file; download the CSV");
    }
    CsvTable table = CsvTable.read(text);
    for (Rewriter rewriter : REWRITERS) {
      Optional<CsvTable> plain = rewriter.of(table);
      if (plain.isPresent()) {
        return plain.get();
      }
    }
    return table;
  }
}
