package io.quotemark.market.odds;

import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Verdict.Outcome;
import io.quotemark.domain.Verdict.Strength;
import java.math.BigDecimal;
import java.util.List;
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

  static Beside of(Claim claim, List<CheckedClaim> all) {
    int[] n = new int[8];
    boolean pinned = false;
    ListingId own = listing(claim);
    for (CheckedClaim other : all) {
      Claim that = other.claim();
      if (that.id().equals(claim.id())) {
        continue;
      }
      Outcome outcome = other.verdict().outcome();
      boolean holds = outcome == Outcome.VERIFIED || outcome == Outcome.VERIFIED_LOOSE;
      boolean fails = outcome == Outcome.CONTRADICTED || outcome == Outcome.DOUBTFUL;
      boolean sameListing = own != null && own.equals(listing(that));
      boolean sameSentence =
          that.at().in() == claim.at().in()
              && that.wording().sentence() == claim.wording().sentence();
      boolean together = !claim.group().isEmpty() && that.group().equals(claim.group());
      pinned |= together && pins(other, Group.of(claim.kind()));
      n[0] += holds && together ? 1 : 0;
      n[1] += holds && sameSentence && sameListing ? 1 : 0;
      n[2] += fails && sameSentence ? 1 : 0;
      n[3] += outcome == Outcome.UNVERIFIABLE && sameSentence ? 1 : 0;
      n[4] += holds && sameListing && !sameSentence ? 1 : 0;
      n[5] += fails && sameListing ? 1 : 0;
      n[6] += holds ? 1 : 0;
      n[7] += fails ? 1 : 0;
    }
    return new Beside(pinned, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  private static boolean pins(CheckedClaim other, Group group) {
    Group own = Group.of(other.claim().kind());
    boolean exact =
        other.verdict().outcome() == Outcome.VERIFIED
            && (other.verdict().strength() == Strength.EXACT
                || other.verdict().strength() == Strength.ROUNDED);
    BigDecimal value = other.claim().value();
    boolean another =
        own != group && (own == Group.LEVEL || own == Group.UNITS || own == Group.MOVE);
    return exact && another && value != null && value.stripTrailingZeros().precision() >= 2;
  }

  static @Nullable ListingId listing(Claim claim) {
    return claim.listing() == null ? claim.pair() : claim.listing().id();
  }
}
