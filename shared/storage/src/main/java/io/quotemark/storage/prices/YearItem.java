package io.quotemark.storage.prices;

import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.packed.PackedYear;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Prices;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

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

  static String sortKey(int year, String source) {
    String digits = Integer.toString(year);
    return Prices.YEAR.of("0".repeat(Math.max(0, 4 - digits.length())) + digits + "#" + source);
  }

  static YearItem of(PriceSeries content, @Nullable Unsettled unsettled, String sortKey) {
    return new YearItem(sortKey, content, digest(PackedYear.pack(content)), unsettled);
  }

  Item item() {
    return new Item(Prices.LISTING.of(content.listing().toString()), sortKey)
        .bytes(Attributes.PACKED, PackedYear.pack(content))
        .text(Attributes.DIGEST, digest)
        .text(Attributes.UNSETTLED_FROM, unsettled == null ? null : unsettled.from().toString())
        .text(Attributes.UNSETTLED_TO, unsettled == null ? null : unsettled.to().toString());
  }

  /**
   * @throws IllegalStateException where the item is damaged
   */
  static YearItem read(Item item) {
    String sortKey = item.text(Schema.SK);
    try {
      return new YearItem(
          sortKey,
          PackedYear.unpack(packed(item)),
          item.text(Attributes.DIGEST),
          item.has(Attributes.UNSETTLED_FROM)
              ? new Unsettled(
                  LocalDate.parse(item.text(Attributes.UNSETTLED_FROM)),
                  LocalDate.parse(item.text(Attributes.UNSETTLED_TO)))
              : null);
    } catch (IllegalArgumentException damaged) {
      throw new IllegalStateException(
          "price item " + item.text(Schema.PK) + " / " + sortKey + " cannot be read", damaged);
    }
  }

  /**
   * @throws IllegalStateException where there are none
   */
  static byte[] packed(Item item) {
    byte[] packed = item.bytes(Attributes.PACKED);
    if (packed == null) {
      throw new IllegalStateException(
          "price item "
              + item.text(Schema.PK)
              + " / "
              + item.text(Schema.SK)
              + " has no packed prices");
    }
    return packed;
  }

  static String digest(byte[] packed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed), 0, 8);
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }
}
