package io.quotemark.market.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * B3's historical quotes, lines of 245 characters: records of kind 01 of the cash market (TPMERC
 * 010), prices with two decimals for a number of shares (FATCOT). Layout: B3,
 * SeriesHistoricas_Layout.pdf ("Séries Históricas, layout do arquivo").
 */
final class CotahistTable {
  private static final String START = "00COTAHIST";
  private static final String CASH_MARKET = "010";
  private static final int SHORTEST = 217;

  private CotahistTable() {}

  static Optional<CsvTable> read(String text) throws CsvTable.NoTable {
    if (!text.startsWith(START)) {
      return Optional.empty();
    }
    List<CsvTable.Row> rows = new ArrayList<>();
    long number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.startsWith("01") && line.length() >= SHORTEST && is(line, 25, 27, CASH_MARKET)) {
        rows.add(new CsvTable.Row(number, cells(line)));
      }
      if (rows.size() > CsvTable.MOST_ROWS) {
        break;
      }
    }
    return Optional.of(
        CsvTable.made(
            "cotahist",
            List.of("date", "symbol", "open", "high", "low", "close", "volume"),
            rows,
            List.of()));
  }

  /** Positions as the layout counts them, from 1, both ends inclusive. */
  private static List<String> cells(String line) {
    String lot = at(line, 211, 217);
    return List.of(
        at(line, 3, 10),
        at(line, 13, 24),
        price(at(line, 57, 69), lot),
        price(at(line, 70, 82), lot),
        price(at(line, 83, 95), lot),
        price(at(line, 109, 121), lot),
        at(line, 153, 170).replaceFirst("^0+(?=\\d)", ""));
  }

  private static String at(String line, int from, int to) {
    return line.substring(from - 1, to).strip();
  }

  private static boolean is(String line, int from, int to, String value) {
    return at(line, from, to).equals(value);
  }

  /** The cell as it stands where it is no number, for the message about it. */
  private static String price(String digits, String lot) {
    if (!digits.matches("\\d{1,13}") || !lot.matches("\\d{1,7}") || lot.matches("0+")) {
      return digits;
    }
    return new BigDecimal(digits)
        .movePointLeft(2)
        .divide(new BigDecimal(lot), java.math.MathContext.DECIMAL64)
        .toPlainString();
  }
}
