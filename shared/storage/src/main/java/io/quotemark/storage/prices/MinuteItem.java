package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.market.packed.PackedMinutes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Minutes of one session from one source as an item of the price table.
 *
 * @param digest as of {@link YearItem}
 * @param unsettled whether articles wait for their re-check
 */
record MinuteItem(MinuteBars content, String digest, boolean unsettled) {
  /** Of a session's minutes from all sources. */
  static String prefix(ListingSession of) {
    return "M#" + of.session() + "#";
  }

  static String sortKey(MinuteBars bars) {
    return prefix(bars.of()) + bars.source();
  }

  static MinuteItem of(MinuteBars content, boolean unsettled) {
    return new MinuteItem(content, YearItem.digest(PackedMinutes.pack(content)), unsettled);
  }

  String sortKey() {
    return sortKey(content);
  }

  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes =
        new HashMap<>(YearItem.key(content.listing(), sortKey()));
    attributes.put(
        "packed", AttributeValue.fromB(SdkBytes.fromByteArray(PackedMinutes.pack(content))));
    attributes.put("digest", AttributeValue.fromS(digest));
    if (unsettled) {
      String session = content.session().toString();
      attributes.put("unsettled_from", AttributeValue.fromS(session));
      attributes.put("unsettled_to", AttributeValue.fromS(session));
    }
    return attributes;
  }

  /**
   * @throws IllegalStateException where the item is damaged
   */
  static MinuteItem read(Map<String, AttributeValue> attributes) {
    @Nullable AttributeValue packed = attributes.get("packed");
    String key = Attributes.text(attributes, "pk") + " / " + Attributes.text(attributes, "sk");
    if (packed == null) {
      throw new IllegalStateException("price item " + key + " has no packed prices");
    }
    try {
      return new MinuteItem(
          PackedMinutes.unpack(packed.b().asByteArray()),
          Attributes.text(attributes, "digest"),
          attributes.containsKey("unsettled_from"));
    } catch (IllegalArgumentException damaged) {
      throw new IllegalStateException("price item " + key + " cannot be read", damaged);
    }
  }
}
