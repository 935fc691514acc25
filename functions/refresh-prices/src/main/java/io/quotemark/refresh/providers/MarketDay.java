package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of an exchange's day, of which those of the listings wanted are kept. */
final class MarketDay {
  private final String source;
  private final String header;
  private final Map<String, ListingId> wanted = new HashMap<>();
  private final Map<ListingId, Rows> rows = new HashMap<>();

  /**
   * @param source name of the provider
   * @param header names of the cells
   * @param code how the service writes a listing
   */
  MarketDay(
      String source, String header, Set<ListingId> listings, Function<ListingId, String> code) {
    this.source = source;
    this.header = header;
    listings.forEach(listing -> wanted.put(code.apply(listing), listing));
  }

  /** Adds a row; of a listing that nobody wants, nothing is done. */
  void row(String code, List<String> cells) {
    @Nullable ListingId listing = wanted.get(code);
    if (listing != null) {
      rows.computeIfAbsent(listing, id -> new Rows(id, source, "", header)).row(cells);
    }
  }

  Outcome.Day read(Instant now, Securities master) {
    List<PriceSeries> series = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    rows.values()
        .forEach(one -> {
          PriceFile file = one.parsed(now, master);
          series.addAll(file.series());
          file.problems().stream().map(RowProblem::reason).forEach(notes::add);
        });
    return new Outcome.Day(series, notes);
  }
}
