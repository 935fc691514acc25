package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.ListingId;
import org.jspecify.annotations.Nullable;

/**
 * What became of the other claims of the sentence and the article.
 *
 * @param pinned whether a figure of the same statement that is hard to meet by chance, of another
 *     group, is exactly right: it pins listing and session
 * @param together verified claims of the same statement
 * @param verified verified claims of the same sentence about the same listing
 * @param failed other claims of the sentence that the tape does not bear out
 * @param open claims of the sentence that could not be decided
 * @param verifiedOfListing verified claims of the article about the same listing, sentence left out
 * @param failedOfListing claims of the article about the same listing that failed, this one left
 *     out
 * @param verifiedOfArticle verified claims of the article
 * @param failedOfArticle claims of the article that failed, this one left out
 */
record Beside(
    boolean pinned,
    int together,
    int verified,
    int failed,
    int open,
    int verifiedOfListing,
    int failedOfListing,
    int verifiedOfArticle,
    int failedOfArticle) {

  static @Nullable ListingId listing(Claim claim) {
    return claim.listing() == null ? claim.pair() : claim.listing().id();
  }
}
