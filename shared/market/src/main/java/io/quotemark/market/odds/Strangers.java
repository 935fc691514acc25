package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Listings whose bars cannot be the article's company: every price that the article prints of them
 * is far from the bars, and nothing else it says of them holds. A ticker that another company has
 * had since, for instance.
 */
final class Strangers {
  /** Half as much again, or two thirds, as a natural logarithm. */
  private static final double FAR = Math.log(1.5);

  /** One price far off may be a slip. */
  private static final int FEWEST = 2;

  private Strangers() {}

  static Set<ListingId> in(List<CheckedClaim> claims) {
    Map<ListingId, Integer> far = new HashMap<>();
    Set<ListingId> known = new HashSet<>();
    for (CheckedClaim checked : claims) {
      ListingId listing = Beside.listing(checked.claim());
      Outcome outcome = checked.verdict().outcome();
      if (listing == null) {
        continue;
      }
      if (outcome == Outcome.VERIFIED || outcome == Outcome.VERIFIED_LOOSE) {
        known.add(listing);
      } else if (outcome == Outcome.CONTRADICTED
          && Group.of(checked.claim().kind()) == Group.LEVEL) {
        if (isFar(checked.claim(), checked.verdict())) {
          far.merge(listing, 1, Integer::sum);
        } else {
          known.add(listing);
        }
      }
    }
    far.values().removeIf(count -> count < FEWEST);
    Set<ListingId> strangers = new HashSet<>(far.keySet());
    strangers.removeAll(known);
    return strangers;
  }

  private static boolean isFar(Claim claim, Verdict verdict) {
    boolean scale =
        verdict.flags().contains(Flag.UNIT_SLIP) || verdict.flags().contains(Flag.SCALE_SLIP);
    Verdict.Evidence evidence = verdict.evidence();
    if (scale || evidence == null || evidence.bars().isEmpty() || claim.value() == null) {
      return false;
    }
    Bar bar = evidence.bars().getLast();
    double printed = claim.value().doubleValue();
    return printed > 0 && Math.abs(Math.log(printed / bar.close().doubleValue())) > FAR;
  }
}
