package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Issuers, indices too, by name, alias, ticker, listing id or ISIN; letter case does not matter.
 * Whole names and tickers come before beginnings, those before what stands within a name.
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
    for (Issuer issuer : wanted.isEmpty() ? List.<Issuer>of() : master.issuers()) {
      int rank = rank(issuer, wanted);
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
