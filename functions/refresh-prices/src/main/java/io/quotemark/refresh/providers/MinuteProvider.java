package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingSession;
import java.time.Instant;

/** Port: a service that delivers the minutes of a listing as traded, outside of the session too. */
public interface MinuteProvider {
  /**
   * @param from first moment of the session's hours
   * @param to end of them, or of what the service has by now
   * @param now moment of retrieval, recorded with the prices
   */
  PriceSource.Outcome minutes(ListingSession of, Instant from, Instant to, Instant now);
}
