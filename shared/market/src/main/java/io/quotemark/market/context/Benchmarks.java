package io.quotemark.market.context;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import io.quotemark.text.ShippedLines;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index a listing is compared with: the first it is a member of, else its market's broad one.
 */
public final class Benchmarks {
  private final Map<String, String> byMarket;

  private Benchmarks(Map<String, String> byMarket) {
    this.byMarket = byMarket;
  }

  /** Reads the shipped table. */
  public static Benchmarks load() {
    List<String> lines = ShippedLines.of(Benchmarks.class, "benchmarks.tsv");
    Map<String, String> byMarket = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      byMarket.put(cells[0], cells[1]);
    }
    return new Benchmarks(Map.copyOf(byMarket));
  }

  /**
   * Best first: its market's broad index, then those it is a member of. None for indices and
   * currency pairs.
   */
  public List<ListingId> of(ListingId id, Securities master) {
    if (id.isIndex() || id.isCurrencyPair()) {
      return List.of();
    }
    Set<ListingId> candidates = new LinkedHashSet<>();
    @Nullable String broad = byMarket.get(id.mic());
    if (broad != null) {
      candidates.add(ListingId.index(broad));
    }
    master
        .listing(id)
        .ifPresent(listing ->
            listing.indices().stream()
                .map(name -> ListingId.index(name.toUpperCase(Locale.ROOT)))
                .forEach(candidates::add));
    return List.copyOf(candidates);
  }
}
