package io.quotemark.market.prices;

import io.quotemark.domain.listing.Listing;
import io.quotemark.market.prices.Cells.BadCell;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file's prices are stated in: a currency, or a hundredth of one. */
final class Units {
  /** Hundredths, and the currency of each. Case counts: GBp is a penny, GBP a pound. */
  private static final Map<String, String> MINOR =
      Map.of(
          "GBX", "GBP",
          "GBp", "GBP",
          "GBPX", "GBP",
          "ZAC", "ZAR",
          "ZAc", "ZAR",
          "ILA", "ILS",
          "USX", "USD",
          "EUX", "EUR");

  private Units() {}

  /** 2 for a hundredth of a currency, 0 for the currency itself. */
  static int minorPlaces(@Nullable String unit) {
    return unit != null && MINOR.containsKey(unit) ? 2 : 0;
  }

  /**
   * @throws BadCell where the listing is quoted in another currency: its prices would be stored,
   *     and judged by, as if they were in its own
   */
  static void require(String stated, Listing listing) throws BadCell {
    String currency = listing.currency();
    if (!stated.equals(listing.unit()) && !MINOR.getOrDefault(stated, stated).equals(currency)) {
      throw new BadCell(
          "unit %s is not that of %s, which is quoted in %s; deliver prices in it, or correct the unit (case counts: GBp is a penny, GBP a pound)"
              .formatted(Cells.shown(stated), listing.id(), currency));
    }
  }
}
