package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "[HKG: 9988]": the company bears that ticker on that exchange, and did on the day. Companies move
 * from one exchange to another and list on more than the master knows, so a tag that it does not
 * hold is left open; only a ticker that another company bears on that exchange fails.
 */
final class TagCheck implements TextCheck {
  @Override
  public Finding check(Claim claim, Publication publication, Market market) {
    if (claim.listing() == null) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS, "the securities master has no such listing");
    }
    Securities master = market.securities();
    ListingId own = claim.listing().id();
    ListingId said = claim.tagged() == null ? own : claim.tagged();
    LocalDate day = publication.date();
    Issuer company = master.issuerOf(own).orElse(null);
    Issuer bearer = bearer(master, said, day);
    if (bearer == null || company == null) {
      return open(master, own, said);
    }
    return bearer.equals(company)
        ? Finding.verified(Strength.EXACT, "%s is %s".formatted(said, bearer.name()))
        : Finding.fails("%s is %s, not %s".formatted(said, bearer.name(), company.name()))
            .repair(own.toString());
  }

  /** Who bore the ticker on the exchange; null where the master knows nobody. */
  private static @Nullable Issuer bearer(
      Securities master, ListingId said, @Nullable LocalDate day) {
    return master.withTickerOn(said.ticker(), said.mic(), day).stream()
        .filter(listing -> day == null || listing.validOn(day))
        .findFirst()
        .map(Listing::id)
        .flatMap(master::issuerOf)
        .orElse(null);
  }

  private static Finding open(Securities master, ListingId own, ListingId said) {
    Optional<Listing> elsewhere =
        master.issuerOf(own).stream()
            .flatMap(issuer -> issuer.listings().stream())
            .filter(listing -> listing.ticker().equals(said.ticker()))
            .filter(listing -> !listing.id().equals(said))
            .findFirst();
    return elsewhere
        .map(listing ->
            Finding.unverifiable(
                    Unverifiable.LISTING_AMBIGUOUS,
                    "the securities master has it as %s, not as %s; companies change exchanges"
                        .formatted(listing.id(), said))
                .repair(listing.id().toString()))
        .orElseGet(() ->
            Finding.unverifiable(
                Unverifiable.LISTING_AMBIGUOUS,
                "%s is not in the securities master".formatted(said)));
  }
}
