package io.quotemark.local.cli;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Tape;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Price history from files, held in memory. */
record FilePrices(List<PriceSeries> series) implements PriceHistory {
  FilePrices {
    series = List.copyOf(series);
  }

  @Override
  public Tape load(Set<ListingId> listings, LocalDate from, LocalDate to) {
    return new Tape(
        series.stream()
            .filter(one -> listings.contains(one.listing()))
            .map(one -> between(one, from, to))
            .toList());
  }

  private static PriceSeries between(PriceSeries one, LocalDate from, LocalDate to) {
    return new PriceSeries(
        one.listing(),
        one.source(),
        one.delivered(),
        one.retrievedAt(),
        one.bars().stream()
            .filter(bar -> !bar.session().isBefore(from) && !bar.session().isAfter(to))
            .toList(),
        one.splits(),
        one.dividends(),
        one.sample());
  }
}
