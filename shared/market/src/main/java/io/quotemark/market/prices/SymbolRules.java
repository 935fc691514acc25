package io.quotemark.market.prices;

import io.quotemark.market.symbols.YahooSymbols;
import io.quotemark.text.ShippedLines;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conventions of symbols.tsv and index-symbols.tsv.
 *
 * @param suffixes by code, upper case
 * @param prefixes by code, upper case
 * @param digits numeric tickers' width by MIC, 0 for none
 * @param indices our index symbol by the source's
 */
record SymbolRules(
    Map<String, Exchange> suffixes,
    Map<String, Exchange> prefixes,
    Map<String, Integer> digits,
    Set<String> mics,
    Map<String, String> indices) {

  /**
   * @param mics the markets a code stands for, in the order they are tried
   * @param digits width numeric tickers are padded to, 0 for none
   */
  record Exchange(List<String> mics, int digits) {}

  Exchange suffix(String code) {
    Exchange exchange = suffixes.get(code);
    if (exchange == null) {
      throw new IllegalStateException("symbols.tsv has no suffix " + code);
    }
    return exchange;
  }

  static SymbolRules load() {
    Map<String, Exchange> suffixes = new HashMap<>();
    Map<String, Exchange> prefixes = new HashMap<>();
    Map<String, Integer> digits = new HashMap<>();
    Set<String> mics = new LinkedHashSet<>();
    for (List<String> row : ShippedLines.rows(YahooSymbols.class, "symbols.tsv")) {
      int width = row.size() < 4 || row.get(3).isEmpty() ? 0 : Integer.parseInt(row.get(3));
      Exchange exchange = new Exchange(List.of(row.get(2).split(",", -1)), width);
      (row.getFirst().equals("suffix") ? suffixes : prefixes).put(row.get(1), exchange);
      mics.addAll(exchange.mics);
      for (String mic : exchange.mics) {
        digits.put(mic, width);
      }
    }
    Map<String, String> indices = new HashMap<>();
    for (List<String> row : ShippedLines.rows(SymbolRules.class, "index-symbols.tsv")) {
      indices.put(row.get(0), row.get(1));
    }
    return new SymbolRules(suffixes, prefixes, digits, mics, indices);
  }
}
