package io.quotemark.domain.price;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Port: where price history is read from. */
public interface PriceHistory {
  /**
   * Everything stored of the listings (currency pairs as {@code FX:EURxxx} reference rates, indices
   * as {@code INDEX:…}) with sessions from {@code from} to {@code to}, both inclusive. Listings
   * without history are simply not on the tape.
   */
  Tape load(Set<ListingId> listings, LocalDate from, LocalDate to);

  /**
   * The minutes stored of some sessions, of each source its own; none by default, of a history that
   * holds sessions only.
   */
  default List<MinuteBars> minutes(Set<ListingSession> sessions) {
    return List.of();
  }
}
