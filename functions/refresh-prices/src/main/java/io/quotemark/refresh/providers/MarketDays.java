package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Port: a service that delivers all prices of an exchange's day in one request. */
public non-sealed interface MarketDays extends PriceSource {
  /**
   * @param exchange its ISO 10383 code
   * @param wanted listings of that exchange; of the others' prices nothing is kept
   * @return {@link PriceSource.Outcome.Day}, or why there is none
   */
  Outcome day(String exchange, LocalDate session, Set<ListingId> wanted, Instant now);
}
