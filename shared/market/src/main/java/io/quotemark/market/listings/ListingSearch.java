package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.symbols.YahooSymbols;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Issuers, indices too, by name, alias, ticker as any market writes it, listing id or ISIN; letter
 * case does not matter. Whole names and tickers come before beginnings, those before what stands
 * within a name.
 */
public final class ListingSearch {
  private static final int NOT = 5;

  private final Securities master;

  public ListingSearch(Securities master) {
    this.master = master;
  }

  private record Ranked(Issuer issuer, int rank) {}

  /** The best first, equals in the order of the master. */
  public List<Issuer> find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Ranked> found = new ArrayList<>();
    Set<ListingId> bySymbol = bySymbol(text);
    for (Issuer issuer : wanted.isEmpty() ? List.<Issuer>of() : master.issuers()) {
      int rank = has(issuer, bySymbol) ? 0 : rank(issuer, wanted);
      // a former name of shares that trade on leads to them by its issuer of today
      if (rank < NOT && master.continued(issuer).equals(issuer)) {
        found.add(new Ranked(issuer, rank));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Ranked::rank))
        .map(Ranked::issuer)
        .toList();
  }

  private static boolean has(Issuer issuer, Set<ListingId> some) {
    for (Listing listing : issuer.listings()) {
      if (some.contains(listing.id())) {
        return true;
      }
    }
    return false;
  }

  /** {@code 0700.HK}, and {@code 700.hk}, as the listings that are written so. */
  public Set<ListingId> bySymbol(String text) {
    String symbol = text.strip().toUpperCase(Locale.ROOT);
    int dot = symbol.lastIndexOf('.');
    Set<ListingId> found = new LinkedHashSet<>();
    if (dot < 1 || symbol.length() > 20) {
      return found;
    }
    String ticker = symbol.substring(0, dot);
    Set<String> written = new LinkedHashSet<>(List.of(ticker, ticker.replace('-', '.')));
    if (ticker.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(ticker);
      written.addAll(
          List.of(
              "%d".formatted(number),
              "%04d".formatted(number),
              "%05d".formatted(number),
              "%06d".formatted(number)));
    }
    for (String one : written) {
      for (Listing listing : master.withTicker(one)) {
        String market = YahooSymbols.of(listing.id()).orElse("");
        if (market.endsWith(symbol.substring(dot))) {
          found.add(listing.id());
        }
      }
    }
    return found;
  }

  private static int rank(Issuer issuer, String wanted) {
    for (Listing listing : issuer.listings()) {
      if (listing.id().ticker().equalsIgnoreCase(wanted)
          || listing.id().toString().equalsIgnoreCase(wanted)
          || wanted.equalsIgnoreCase(listing.isin())) {
        return 0;
      }
    }
    return Stream.concat(Stream.of(issuer.name()), issuer.aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .mapToInt(name -> rank(name, wanted))
        .min()
        .orElse(NOT);
  }

  private static int rank(String name, String wanted) {
    if (name.equals(wanted)) {
      return 1;
    }
    if (name.startsWith(wanted)) {
      return 2;
    }
    return name.contains(" " + wanted) ? 3 : name.contains(wanted) ? 4 : NOT;
  }
}
