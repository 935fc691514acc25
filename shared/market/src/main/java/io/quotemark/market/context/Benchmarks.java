package io.quotemark.market.context;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    try (var in = Benchmarks.class.getResourceAsStream("benchmarks.tsv")) {
      if (in == null) {
        throw new IllegalStateException("resource missing: benchmarks.tsv");
      }
      return new Benchmarks(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .skip(1)
              .map(line -> line.split("\t", -1))
              .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
