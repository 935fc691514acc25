package io.quotemark.checking;

import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A listing as sentences speak of it.
 *
 * @param name unmistakable for this listing ({@code Alibaba's Hong Kong-listed shares}), or an
 *     index with its article
 * @param file in {@code data/prices} of the shared folder; empty where prices are made up
 * @param money how a price is printed, {@code %s} for the figure; of an index plainly that
 * @param decimals of a printed price
 * @param perUnit printed units in a major unit: 100 where pence are printed
 */
record Share(ListingId id, String name, String file, String money, int decimals, int perUnit) {
  static Share of(String id, String name, String file, String money) {
    return new Share(ListingId.parse(id), name, file, money, 2, 1);
  }

  static Share index(String code, String name, String file) {
    return new Share(ListingId.index(code), name, file, "%s", 2, 1);
  }

  static Share made(String id, String name, String money, int decimals, int perUnit) {
    return new Share(ListingId.parse(id), name, "", money, decimals, perUnit);
  }

  /** A price in major units as an article prints it, rounded to the share's decimals. */
  String print(double price) {
    return print(price, decimals);
  }

  String print(double price, int places) {
    return money.formatted(figure(price * perUnit, places));
  }

  static String figure(double value, int places) {
    return String.format(Locale.ROOT, "%,." + places + "f", rounded(value, places));
  }

  /** Rounded half up, as people do, from the shortest decimal form of {@code value}. */
  static BigDecimal rounded(double value, int places) {
    // products of doubles are off by their last bits: 2.345 × 100 is 234.49999…
    return BigDecimal.valueOf(value)
        .setScale(9, RoundingMode.HALF_UP)
        .setScale(places, RoundingMode.HALF_UP);
  }
}
