package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;

/**
 * What prices decide that are adjusted for dividends nobody knows: a move from one close to the
 * next, and nothing that rests on the level of a price. On the day a dividend is first not paid the
 * move they show is without it, so a claim is refuted only by more than any usual dividend.
 */
final class StillAdjusted {
  private static final BigDecimal MOST_DIVIDEND = BigDecimal.TEN;

  private StillAdjusted() {}

  static boolean decides(Question q) {
    PriceField field = q.claim().field();
    ClaimKind kind = q.claim().kind();
    return (kind == ClaimKind.MOVE_PCT || kind == ClaimKind.INDEX_MOVE_PCT)
        && (field == null || field == PriceField.CLOSE || field == PriceField.LAST);
  }

  static Finding undecided(Question q) {
    return Finding.unverifiable(
            Unverifiable.NO_PRICE_DATA,
            "the prices of %s from %s are adjusted for dividends, which decides moves of one day and no more; prices as traded would decide this"
                .formatted(q.listing(), q.history().series().source()))
        .on(q.claim().field(), q.session());
  }

  static Finding limit(Question q, Finding finding) {
    BigDecimal computed = finding.computedFigure();
    BigDecimal printed = q.claim().value();
    boolean far =
        computed != null
            && printed != null
            && printed.subtract(computed).abs().compareTo(MOST_DIVIDEND) > 0;
    return finding.failed() && !far
        ? finding.softened(
            Unverifiable.NO_PRICE_DATA,
            "by prices adjusted for dividends, which may have been paid that day")
        : finding;
  }
}
