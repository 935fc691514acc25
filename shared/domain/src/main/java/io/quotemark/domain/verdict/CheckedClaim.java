package io.quotemark.domain.verdict;

import io.quotemark.domain.claim.Claim;
import java.util.Optional;

public record CheckedClaim(Claim claim, Verdict verdict) {
  /**
   * What makes a wrong figure the same in two articles: listing, kind, figure and session, in
   * ASCII. Empty where the claim is not contradicted or names no figure of a listing.
   */
  public Optional<String> errorKey() {
    if (verdict.outcome() != Verdict.Outcome.CONTRADICTED
        || claim.listing() == null
        || claim.value() == null) {
      return Optional.empty();
    }
    Verdict.Basis basis = verdict.basis();
    return Optional.of(
        String.join(
            "#",
            claim.listing().id().toString(),
            claim.kind().name(),
            claim.value().stripTrailingZeros().toPlainString(),
            basis == null || basis.session() == null ? "-" : basis.session().toString()));
  }
}
