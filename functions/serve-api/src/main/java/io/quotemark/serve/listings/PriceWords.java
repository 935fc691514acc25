package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Listing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Prices of a listing in the unit that it is quoted in: {@code 384p}, {@code 135.70 HKD}. */
final class PriceWords {
  private static final Map<String, String> MINOR = Map.of("GBX", "p", "ZAC", "c", "ILA", " agorot");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PriceWords() {}

  /**
   * @param price in the major unit of the listing's currency
   */
  static String of(BigDecimal price, Listing listing) {
    String unit = listing.unit() == null ? null : MINOR.get(listing.unit());
    return unit == null
        ? grouped(price) + (listing.id().isIndex() ? "" : " " + listing.currency())
        : grouped(price.multiply(HUNDRED).stripTrailingZeros()) + unit;
  }

  /** The same without the unit, for an axis. */
  static String figure(double price, int decimals, Listing listing) {
    boolean minor = listing.unit() != null && MINOR.containsKey(listing.unit());
    return String.format(
        Locale.ROOT,
        "%,." + Math.max(0, minor ? decimals - 2 : decimals) + "f",
        minor ? price * 100 : price);
  }

  /** {@code +1.8 %}; of a fall with a minus sign. */
  static String percent(BigDecimal from, BigDecimal to) {
    BigDecimal percent =
        to.divide(from, MathContext.DECIMAL64)
            .subtract(BigDecimal.ONE)
            .multiply(HUNDRED)
            .setScale(2, RoundingMode.HALF_EVEN);
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString().replace("-", "−") + " %";
  }

  private static String grouped(BigDecimal price) {
    BigDecimal shown = price.scale() < 0 ? price.setScale(0) : price;
    return String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
  }
}
