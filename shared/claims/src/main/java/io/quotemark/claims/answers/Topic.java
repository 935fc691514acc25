package io.quotemark.claims.answers;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a figure is of.
 *
 * @param issuer null for a pair of currencies that the securities master does not know
 * @param listing the one that is printed, null where only the issuer is
 * @param pair the pair of currencies, null for all else
 * @param ticker whether a ticker names it
 */
record Topic(
    String printed,
    @Nullable Issuer issuer,
    @Nullable Listing listing,
    @Nullable ListingId pair,
    double score,
    boolean ticker) {
  Topic on(Listing other) {
    return new Topic(printed, issuer, other, pair, score, true);
  }

  boolean isIndex() {
    return issuer != null && issuer.isIndex();
  }

  boolean isPair() {
    return pair != null || (issuer != null && issuer.isCurrencyPair());
  }

  boolean sameAs(Topic other) {
    return pair != null ? pair.equals(other.pair) : issuer != null && issuer.equals(other.issuer);
  }
}
