package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items of {@link Requests}, in a partition for each exchange. */
final class RequestItems {
  private final Table table;
  private final Schema.Family exchanges;

  RequestItems(Table table, Schema.Family exchanges) {
    this.table = table;
    this.exchanges = exchanges;
  }

  /**
   * @param name the sort key
   */
  Optional<Item> of(ListingId listing, String name) {
    return table.get(exchanges.of(listing.mic()), name);
  }

  /** All of an exchange. */
  List<Item> all(String exchange) {
    return table.query(Range.of(exchanges.of(exchange)).consistently());
  }

  /** An item to fill and to {@link #write}. */
  Item item(ListingId listing, String name) {
    return new Item(exchanges.of(listing.mic()), name);
  }

  /**
   * @param item with what it has beside the progress
   * @param before progress as it was read, null where there was no item
   */
  boolean write(Item item, Progress next, @Nullable Progress before) {
    return table.replaceIfSame(
        item.text(Attributes.STATE, next.state().name())
            .text(Attributes.BY, next.by())
            .text(Attributes.AT, next.at().toString()),
        before == null ? 0 : before.revision());
  }

  static Progress progress(Item item) {
    return new Progress(
        Progress.State.valueOf(item.text(Attributes.STATE)),
        item.text(Attributes.BY),
        Instant.parse(item.text(Attributes.AT)),
        item.number(Attributes.REVISION));
  }
}
