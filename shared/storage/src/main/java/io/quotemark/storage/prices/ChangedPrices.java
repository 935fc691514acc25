package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.List;

/**
 * Sessions of one listing whose stored prices became others, and whose articles are to be checked
 * again.
 *
 * @param from first such session
 * @param to last such session
 * @param items which items wait to be settled, see {@link PriceTable#settle}
 */
public record ChangedPrices(
    ListingId listing, String source, LocalDate from, LocalDate to, List<Item> items) {
  /**
   * @param digest of the item's content that the change led to
   */
  public record Item(String sortKey, String digest) {}

  public ChangedPrices {
    items = List.copyOf(items);
  }
}
