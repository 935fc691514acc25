package io.quotemark.market.sources;

import io.quotemark.domain.listing.ListingId;
import java.util.List;

/**
 * A price provider as an operator chose it.
 *
 * @param name one of the closed list of {@code providers.tsv}
 * @param exchanges ISO 10383 codes, and INDEX for indices, whose prices are asked of it; {@link
 *     #EVERY} for every exchange
 * @param perDay requests allowed from midnight to midnight, UTC
 * @param perMinute requests allowed within a minute of the clock
 * @param hasMinutes whether it is asked for bars of minutes
 */
public record Provider(
    String name, List<String> exchanges, int perDay, int perMinute, boolean hasMinutes) {
  /** In place of exchanges: all of them, but no indices. */
  static final String EVERY = "*";

  /** ISO 10383 for no market: the sample's fictional company trades there. */
  private static final String NO_MARKET = "XXXX";

  public Provider {
    exchanges = List.copyOf(exchanges);
  }

  /** Whether an exchange's prices are asked of it; reference rates of currencies never are. */
  public boolean serves(String exchange) {
    return !exchange.equals(ListingId.FX)
        && !exchange.equals(NO_MARKET)
        && (exchanges.contains(exchange)
            || (exchanges.contains(EVERY) && !exchange.equals(ListingId.INDEX)));
  }

  public boolean serves(ListingId listing) {
    return serves(listing.mic());
  }
}
