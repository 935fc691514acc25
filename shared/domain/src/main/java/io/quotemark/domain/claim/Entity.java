package io.quotemark.domain.claim;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.util.List;

/**
 * A company, index or currency the article names.
 *
 * @param matchScore 0 to 1
 * @param listings primary first
 */
public record Entity(
    String issuer, BigDecimal matchScore, List<ListingId> listings, List<Span> mentions) {
  public Entity {
    listings = List.copyOf(listings);
    mentions = List.copyOf(mentions);
  }
}
