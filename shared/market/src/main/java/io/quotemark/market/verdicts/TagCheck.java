package io.quotemark.market.verdicts;

import io.quotemark.domain.Claim;
import io.quotemark.domain.Listing;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import java.time.LocalDate;
import java.util.Optional;

/** "[HKG: 9988]": the listing exists in the securities master, and did on the day. */
final class TagCheck implements TextCheck {
  @Override
  public Finding check(Claim claim, Publication publication, Market market) {
    if (claim.listing() == null) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS, "the securities master has no such listing");
    }
    Optional<Listing> listing = market.securities().listing(claim.listing().id());
    if (listing.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS,
          "%s is not in the securities master".formatted(claim.listing().id()));
    }
    LocalDate day = publication.date();
    String name =
        market.securities().issuerOf(claim.listing().id()).map(issuer -> issuer.name()).orElse("");
    return day == null || listing.get().validOn(day)
        ? Finding.verified(Strength.EXACT, "%s is %s".formatted(claim.listing().id(), name))
        : Finding.fails("%s did not name %s on %s".formatted(claim.listing().id(), name, day));
  }
}
