package io.quotemark.serve.evidence;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import io.quotemark.storage.articles.WaitingClaims;
import org.jspecify.annotations.Nullable;

/** Prices that stored claims wait for, for programs and for the first page. */
public final class NeededEvidence {
  private final WaitingClaims waiting;
  private final Securities securities;

  public NeededEvidence(WaitingClaims waiting, Securities securities) {
    this.waiting = waiting;
    this.securities = securities;
  }

  /**
   * @param most articles that are counted; where there are more, the latest are
   */
  public WaitingClaims.Summary summary(int most) {
    return waiting.read(most);
  }

  /** Name of the listing's issuer; null for a currency pair and where none is known. */
  public @Nullable String issuer(ListingId listing) {
    return listing.isCurrencyPair()
        ? null
        : securities.issuerOf(listing).map(Issuer::name).orElse(null);
  }
}
