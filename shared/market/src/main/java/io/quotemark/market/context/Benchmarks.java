package io.quotemark.market.context;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The index a listing is compared with: the first it is a member of, else its market's broad one.
 */
final class Benchmarks {
  private final Map<String, String> byMarket;

  private Benchmarks(Map<String, String> byMarket) {
    this.byMarket = byMarket;
  }

  static Benchmarks load() {
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

  /** Null for indices, currency pairs and markets without one. */
  @Nullable ListingId of(ListingId id, Securities master) {
    if (id.isIndex() || id.isCurrencyPair()) {
      return null;
    }
    @Nullable String symbol =
        master
            .listing(id)
            .flatMap(listing -> listing.indices().stream().findFirst())
            .map(name -> name.toUpperCase(Locale.ROOT))
            .orElse(byMarket.get(id.mic()));
    return symbol == null ? null : ListingId.index(symbol);
  }
}
