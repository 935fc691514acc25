package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import java.time.Instant;
import java.time.LocalDate;

/** Port: a service that delivers a listing's daily prices as traded. */
public non-sealed interface PriceProvider extends PriceSource {
  /**
   * @param from first session wanted
   * @param to last session wanted
   * @param now moment of retrieval, recorded with the prices
   */
  Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now);
}
