package io.quotemark.market.answers;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.CitedValue;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The value that a verdict's evidence gives for its claim. */
final class Citations {
  /** Decimals of a computed figure: enough for any that is printed. */
  private static final int DECIMALS = 4;

  private final Securities securities;

  Citations(Securities securities) {
    this.securities = securities;
  }

  /**
   * Null where the evidence holds no price of the session, or the claim's kind has no one value.
   */
  @Nullable CitedValue of(CheckedClaim checked) {
    Verdict verdict = checked.verdict();
    Verdict.Evidence evidence = verdict.evidence();
    Claim claim = checked.claim();
    if (evidence == null || claim.value() == null) {
      return null;
    }
    Verdict.Basis basis = verdict.basis();
    LocalDate session = basis == null ? null : basis.session();
    ListingId listing = listing(claim, evidence);
    return switch (claim.kind()) {
      case PRICE_LEVEL, INDEX_LEVEL, FX_RATE -> {
        PriceField field = field(claim.field());
        BigDecimal price =
            evidence.computed() != null ? evidence.computed() : price(evidence, session, field);
        yield price == null
            ? null
            : new CitedValue(
                price, false, currency(claim, listing), field, session, listing, evidence.source());
      }
      case MOVE_PCT, INDEX_MOVE_PCT, PERIOD_RETURN ->
          computed(claim, evidence, true, session, listing);
      case MOVE_ABS, INDEX_MOVE_PTS, MARKET_CAP, TURNOVER ->
          computed(claim, evidence, false, session, listing);
      default -> null;
    };
  }

  private @Nullable CitedValue computed(
      Claim claim,
      Verdict.Evidence evidence,
      boolean percent,
      @Nullable LocalDate session,
      @Nullable ListingId listing) {
    BigDecimal computed = evidence.computed();
    if (computed == null) {
      return null;
    }
    BigDecimal value =
        computed.scale() > DECIMALS
            ? computed.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros()
            : computed;
    return new CitedValue(
        value.scale() < 0 ? value.setScale(0) : value,
        percent,
        percent ? null : currency(claim, listing),
        field(claim.field()),
        session,
        listing,
        evidence.source());
  }

  private static @Nullable ListingId listing(Claim claim, Verdict.Evidence evidence) {
    if (evidence.listing() != null) {
      return evidence.listing();
    }
    return claim.listing() != null ? claim.listing().id() : claim.pair();
  }

  /** A last price is cited as the close, which alone is certain. */
  private static PriceField field(@Nullable PriceField said) {
    return said == null || said == PriceField.LAST ? PriceField.CLOSE : said;
  }

  private @Nullable String currency(Claim claim, @Nullable ListingId listing) {
    if (claim.kind() == ClaimKind.FX_RATE || listing == null || listing.isIndex()) {
      return null;
    }
    return securities.listing(listing).map(Listing::currency).orElse(claim.currency());
  }

  private static @Nullable BigDecimal price(
      Verdict.Evidence evidence, @Nullable LocalDate session, PriceField field) {
    for (Bar bar : evidence.bars()) {
      if (bar.session().equals(session)) {
        return of(bar, field);
      }
    }
    return null;
  }

  /** The price of a bar; null where the source does not have it. */
  static @Nullable BigDecimal of(Bar bar, PriceField field) {
    if (!bar.has(field)) {
      return null;
    }
    return switch (field) {
      case OPEN -> bar.open();
      case HIGH -> bar.high();
      case LOW -> bar.low();
      case CLOSE, LAST -> bar.close();
      case PRE, POST -> null;
    };
  }
}
