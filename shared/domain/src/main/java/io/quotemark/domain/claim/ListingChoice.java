package io.quotemark.domain.claim;

import io.quotemark.domain.claim.ListingEvidence.Kind;
import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which listing a claim speaks of, and why.
 *
 * @param score 0 to 1; a contradiction needs at least 0.9 (rule 10)
 * @param why what speaks for it, in order of weight
 */
public record ListingChoice(
    ListingId id, BigDecimal score, List<ListingEvidence> why, List<Rejected> rejected) {
  /**
   * A listing of the same issuer that was considered.
   *
   * @param by what decided against it: the weightiest of what speaks for the chosen one; null where
   *     nothing does, so that the order of the master decided
   * @param outweighed what speaks for it all the same, in order of weight
   */
  public record Rejected(ListingId id, @Nullable Kind by, List<ListingEvidence> outweighed) {
    public Rejected {
      outweighed = List.copyOf(outweighed);
    }
  }

  public ListingChoice {
    why = List.copyOf(why);
    rejected = List.copyOf(rejected);
  }

  /** Whether evidence of the kind speaks for it. */
  public boolean hasEvidence(Kind kind) {
    return why.stream().anyMatch(one -> one.kind() == kind);
  }
}
