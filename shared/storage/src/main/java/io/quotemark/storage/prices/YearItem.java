package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.packed.PackedYear;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of the price table.
 *
 * @param digest first 16 hex digits of the SHA-256 of the packed bytes
 * @param unsettled sessions whose articles wait for their re-check, null where none do
 */
record YearItem(String sortKey, PriceSeries content, String digest, @Nullable Unsettled unsettled) {

  record Unsettled(LocalDate from, LocalDate to) {
    Unsettled and(Unsettled other) {
      return new Unsettled(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  static String partitionKey(ListingId listing) {
    return "PX#" + listing;
  }

  static String sortKey(int year, String source) {
    String digits = Integer.toString(year);
    return "Y#" + "0".repeat(Math.max(0, 4 - digits.length())) + digits + "#" + source;
  }

  static Map<String, AttributeValue> key(ListingId listing, String sortKey) {
    return Map.of(
        "pk", AttributeValue.fromS(partitionKey(listing)), "sk", AttributeValue.fromS(sortKey));
  }

  static YearItem of(PriceSeries content, @Nullable Unsettled unsettled, String sortKey) {
    return new YearItem(sortKey, content, digest(PackedYear.pack(content)), unsettled);
  }

  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new HashMap<>(key(content.listing(), sortKey));
    attributes.put(
        "packed", AttributeValue.fromB(SdkBytes.fromByteArray(PackedYear.pack(content))));
    attributes.put("digest", AttributeValue.fromS(digest));
    if (unsettled != null) {
      attributes.put("unsettled_from", AttributeValue.fromS(unsettled.from().toString()));
      attributes.put("unsettled_to", AttributeValue.fromS(unsettled.to().toString()));
    }
    return attributes;
  }

  static YearItem read(Map<String, AttributeValue> attributes) {
    String sortKey = text(attributes, "sk");
    try {
      PriceSeries content = PackedYear.unpack(required(attributes, "packed").b().asByteArray());
      return new YearItem(
          sortKey,
          content,
          text(attributes, "digest"),
          attributes.containsKey("unsettled_from")
              ? new Unsettled(
                  LocalDate.parse(text(attributes, "unsettled_from")),
                  LocalDate.parse(text(attributes, "unsettled_to")))
              : null);
    } catch (IllegalArgumentException damaged) {
      throw new IllegalStateException(
          "price item " + text(attributes, "pk") + " / " + sortKey + " cannot be read", damaged);
    }
  }

  private static String text(Map<String, AttributeValue> attributes, String name) {
    return required(attributes, name).s();
  }

  private static AttributeValue required(Map<String, AttributeValue> attributes, String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("price item without " + name + ": " + attributes.keySet());
    }
    return value;
  }

  static String digest(byte[] packed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed), 0, 8);
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }
}
