package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.util.List;

/** Listings whose prices are kept current whether or not an article names them. */
public final class Watchlist {
  private final Table table;

  Watchlist(Table table) {
    this.table = table;
  }

  /** In order of their ids. */
  public List<ListingId> listings() {
    return table.query(Range.of(Prices.WATCHED).consistently()).stream()
        .filter(item -> item.flag(Attributes.WATCHED))
        .map(item -> ListingId.parse(item.text(Schema.SK)))
        .toList();
  }

  public void add(ListingId listing) {
    table.put(item(listing).flag(Attributes.WATCHED, true));
  }

  /** What stays is the bare key, which counts as not there. */
  public void remove(ListingId listing) {
    table.put(item(listing));
  }

  private static Item item(ListingId listing) {
    return new Item(Prices.WATCHED, listing.toString());
  }
}
