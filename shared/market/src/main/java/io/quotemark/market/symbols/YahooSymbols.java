package io.quotemark.market.symbols;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.text.ShippedLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Listings as Yahoo and what is built on it write them: {@code 9988.HK}, {@code ^HSI}. */
public final class YahooSymbols {
  /** Symbols without a suffix. */
  private static final String UNITED_STATES = "US";

  /** The first suffix of each market in symbols.tsv. */
  private static final Map<String, Suffix> SUFFIXES = load();

  private record Suffix(String code, int digits) {}

  private YahooSymbols() {}

  private static Map<String, Suffix> load() {
    Map<String, Suffix> suffixes = new HashMap<>();
    for (List<String> row : ShippedLines.rows(YahooSymbols.class, "symbols.tsv")) {
      if (row.getFirst().equals("suffix")) {
        int digits = row.size() < 4 || row.get(3).isEmpty() ? 0 : Integer.parseInt(row.get(3));
        for (String mic : Set.of(row.get(2).split(","))) {
          suffixes.putIfAbsent(mic, new Suffix(row.get(1), digits));
        }
      }
    }
    return suffixes;
  }

  /** Empty where Yahoo's suffix of the market is not known, and of reference rates. */
  public static Optional<String> of(ListingId listing) {
    if (listing.isIndex()) {
      return Optional.of("^" + listing.ticker());
    }
    Suffix suffix = SUFFIXES.get(listing.mic());
    if (suffix == null) {
      return Optional.empty();
    }
    String ticker = listing.ticker().replace('.', '-').replace(' ', '-');
    if (suffix.code().equals(UNITED_STATES)) {
      return Optional.of(ticker);
    }
    boolean number = ticker.chars().allMatch(Character::isDigit);
    String padded =
        number && ticker.length() < suffix.digits()
            ? "0".repeat(suffix.digits() - ticker.length()) + ticker
            : ticker;
    return Optional.of(padded + "." + suffix.code());
  }
}
