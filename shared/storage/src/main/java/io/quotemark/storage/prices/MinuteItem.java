package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.market.packed.PackedMinutes;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Prices;

/**
 * Minutes of one session from one source as an item of the price table.
 *
 * @param digest as of {@link YearItem}
 * @param unsettled whether articles wait for their re-check
 */
record MinuteItem(MinuteBars content, String digest, boolean unsettled) {
  /** Of a session's minutes from all sources. */
  static Schema.Family family(ListingSession of) {
    return new Schema.Family(Prices.MINUTES.of(of.session() + "#"));
  }

  static String sortKey(MinuteBars bars) {
    return family(bars.of()).of(bars.source());
  }

  static MinuteItem of(MinuteBars content, boolean unsettled) {
    return new MinuteItem(content, YearItem.digest(PackedMinutes.pack(content)), unsettled);
  }

  String sortKey() {
    return sortKey(content);
  }

  Item item() {
    String session = unsettled ? content.session().toString() : null;
    return new Item(Prices.LISTING.of(content.listing().toString()), sortKey())
        .bytes(Attributes.PACKED, PackedMinutes.pack(content))
        .text(Attributes.DIGEST, digest)
        .text(Attributes.UNSETTLED_FROM, session)
        .text(Attributes.UNSETTLED_TO, session);
  }

  /**
   * @throws IllegalStateException where the item is damaged
   */
  static MinuteItem read(Item item) {
    try {
      return new MinuteItem(
          PackedMinutes.unpack(YearItem.packed(item)),
          item.text(Attributes.DIGEST),
          item.has(Attributes.UNSETTLED_FROM));
    } catch (IllegalArgumentException damaged) {
      throw new IllegalStateException(
          "price item " + item.text(Schema.PK) + " / " + item.text(Schema.SK) + " cannot be read",
          damaged);
    }
  }
}
