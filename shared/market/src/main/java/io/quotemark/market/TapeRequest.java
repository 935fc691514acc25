package io.quotemark.market;

import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The price history an article is judged with: what to load, from and to inclusive.
 *
 * @param listings with sister listings, indices and euro reference rates, in order
 */
public record TapeRequest(Set<ListingId> listings, LocalDate from, LocalDate to) {
  public TapeRequest {
    listings = Collections.unmodifiableSet(new TreeSet<>(listings));
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "history cannot end before it starts: " + from + " to " + to);
    }
  }
}
