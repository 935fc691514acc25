package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;

/**
 * What keeps a failed check from being held against its claim: only a sure listing and bars that
 * can be trusted accuse anybody (rule 10).
 */
final class Reservations {
  /** Below this the listing is too uncertain to accuse anybody. */
  private static final BigDecimal SURE_LISTING = new BigDecimal("0.9");

  private Reservations() {}

  static Finding soften(Answer answer) {
    Question q = answer.question();
    Finding finding = answer.finding();
    ListingChoice choice = q.claim().listing();
    if (choice != null && choice.score().compareTo(SURE_LISTING) < 0) {
      return finding.softened(
          Unverifiable.LISTING_AMBIGUOUS,
          "the listing %s is not sure enough to hold this against the claim"
              .formatted(q.listing()));
    }
    if (q.listing().isCurrencyPair()
        && q.claim().kind() != ClaimKind.FX_RATE
        && !beyondDealing(q, finding)) {
      return finding.softened(
          Unverifiable.SESSION_NOT_COVERED,
          "one reference rate a day does not tell what else was dealt");
    }
    boolean weak = q.bar().lowConfidence() || q.previous().filter(Bar::lowConfidence).isPresent();
    if (weak && needsThisBar(q.claim().kind())) {
      return finding.softened(
          Unverifiable.HISTORY_GAP,
          "a row with no volume and one price all day, likely filled in by the source, decides"
              + " nothing alone");
    }
    return finding;
  }

  /** A move of a day further from that of the reference rates than dealing goes from them. */
  private static boolean beyondDealing(Question q, Finding finding) {
    BigDecimal computed = finding.computed();
    return q.claim().kind() == ClaimKind.MOVE_PCT
        && computed != null
        && q.printed()
            .filter(p ->
                p.value().subtract(computed).abs().movePointLeft(2).compareTo(FxRateCheck.widest(q))
                    > 0)
            .isPresent();
  }

  private static boolean needsThisBar(ClaimKind kind) {
    return kind != ClaimKind.PERIOD_RETURN;
  }
}
