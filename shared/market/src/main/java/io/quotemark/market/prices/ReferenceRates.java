package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.market.packed.Decimals;
import io.quotemark.market.prices.Cells.BadCell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The ECB's euro foreign exchange reference rates as {@code FX:EURUSD}, {@code FX:EURHKD} … (price
 * of one euro): the wide file {@code eurofxref-hist.csv} with a column for each currency, and the
 * data portal's {@code csvdata} with a row for each rate.
 */
final class ReferenceRates {
  static final String SOURCE = "ecb";

  private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");
  private static final int FEWEST_CURRENCIES = 10;

  private ReferenceRates() {}

  static boolean recognises(CsvTable table) {
    return wide(table.header()) || tall(table.header());
  }

  private static boolean wide(List<String> header) {
    return header.getFirst().equals("date")
        && header.contains("usd")
        && header.stream().filter(n -> CURRENCY.matcher(n).matches()).count() >= FEWEST_CURRENCIES;
  }

  private static boolean tall(List<String> header) {
    return header.containsAll(List.of("currency", "currencydenom", "timeperiod", "obsvalue"));
  }

  static PriceFile read(String fileName, CsvTable table, Instant retrievedAt) {
    LocalDate latest = LocalDate.ofInstant(retrievedAt, ZoneOffset.UTC).plusDays(1);
    Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new TreeMap<>();
    List<RowProblem> problems = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      try {
        if (wide(table.header())) {
          readWide(table.header(), row, latest, rates);
        } else {
          readTall(table.header(), row, latest, rates);
        }
      } catch (BadCell bad) {
        problems.add(RowProblem.dropped(fileName, row.line(), String.valueOf(bad.getMessage())));
      }
    }
    return new PriceFile(
        rates.entrySet().stream().map(e -> series(e.getKey(), e.getValue(), retrievedAt)).toList(),
        problems);
  }

  private static PriceSeries series(
      String currency, NavigableMap<LocalDate, BigDecimal> rates, Instant retrievedAt) {
    List<Bar> bars =
        rates.entrySet().stream().map(e -> Bar.flat(e.getKey(), e.getValue())).toList();
    return new PriceSeries(
        ListingId.currencyPair("EUR", currency),
        SOURCE,
        Basis.AS_TRADED,
        retrievedAt,
        Decimals.evenPlaces(bars),
        List.of(),
        List.of(),
        false);
  }

  private static void readWide(
      List<String> header,
      CsvTable.Row row,
      LocalDate latest,
      Map<String, NavigableMap<LocalDate, BigDecimal>> rates)
      throws BadCell {
    LocalDate day = day(row.cells().getFirst(), latest);
    Map<String, BigDecimal> ofDay = new TreeMap<>();
    for (int i = 1; i < Math.min(header.size(), row.cells().size()); i++) {
      if (CURRENCY.matcher(header.get(i)).matches() && !Cells.absent(row.cells().get(i))) {
        ofDay.put(header.get(i), Cells.price(header.get(i), row.cells().get(i)));
      }
    }
    for (Map.Entry<String, BigDecimal> rate : ofDay.entrySet()) {
      put(rates, rate.getKey(), day, rate.getValue());
    }
  }

  private static void readTall(
      List<String> header,
      CsvTable.Row row,
      LocalDate latest,
      Map<String, NavigableMap<LocalDate, BigDecimal>> rates)
      throws BadCell {
    String currency = cell(header, row, "currency").toLowerCase(java.util.Locale.ROOT);
    if (!cell(header, row, "currencydenom").equals("EUR")
        || !CURRENCY.matcher(currency).matches()) {
      throw new BadCell("not a rate against the euro");
    }
    if (!Cells.absent(cell(header, row, "obsvalue"))) {
      put(
          rates,
          currency,
          day(cell(header, row, "timeperiod"), latest),
          Cells.price(currency, cell(header, row, "obsvalue")));
    }
  }

  private static LocalDate day(String cell, LocalDate latest) throws BadCell {
    LocalDate day = Cells.date(cell);
    if (day.isAfter(latest)) {
      throw new BadCell(day + " is after the day of delivery");
    }
    return day;
  }

  private static void put(
      Map<String, NavigableMap<LocalDate, BigDecimal>> rates,
      String currency,
      LocalDate day,
      BigDecimal rate)
      throws BadCell {
    BigDecimal other =
        rates
            .computeIfAbsent(currency.toUpperCase(java.util.Locale.ROOT), c -> new TreeMap<>())
            .putIfAbsent(day, rate);
    if (other != null && other.compareTo(rate) != 0) {
      throw new BadCell("a second rate of " + currency + " for " + day);
    }
  }

  private static String cell(List<String> header, CsvTable.Row row, String name) {
    int at = header.indexOf(name);
    return at < row.cells().size() ? row.cells().get(at).strip() : "";
  }
}
