package io.quotemark.domain;

import java.time.LocalDate;
import java.util.Set;

/** Port: where price history is read from. */
public interface PriceHistory {
  /**
   * Everything stored of the listings (currency pairs as {@code FX:EURxxx} reference rates, indices
   * as {@code INDEX:…}) with sessions from {@code from} to {@code to}, both inclusive. Listings
   * without history are simply not on the tape.
   */
  Tape load(Set<ListingId> listings, LocalDate from, LocalDate to);
}
