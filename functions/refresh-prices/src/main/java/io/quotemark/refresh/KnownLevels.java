package io.quotemark.refresh;

import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.prices.StoredLevels;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Whether new prices go on from the stored ones, or stand in another unit. */
record KnownLevels(PriceHistory stored) {
  /** Stored prices further off say nothing about a level. */
  private static final int DAYS_AROUND = 366;

  Optional<String> refusal(PriceSeries series) {
    if (series.bars().isEmpty() || series.listing().isCurrencyPair()) {
      return Optional.empty();
    }
    LocalDate from = series.bars().getFirst().session().minusDays(DAYS_AROUND);
    LocalDate to = series.bars().getLast().session().plusDays(DAYS_AROUND);
    return StoredLevels.refusal(
        series, stored.load(Set.of(series.listing()), from, to).sources(series.listing()));
  }
}
