package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Shares or money traded: the volume, or the volume at the day's typical price ((high + low +
 * close) / 3). Sources count volumes differently, so that a difference is never held against the
 * article.
 */
final class TurnoverCheck implements Check {
  private static final BigDecimal CLOSE_TO = new BigDecimal("0.05");
  private static final BigDecimal ROUGHLY = new BigDecimal("0.15");

  @Override
  public Needed needs(Question question) {
    return question.claim().currency() == null ? Needed.CLOSES : Needed.RANGE;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return q.claim().value() == null || q.listing().isIndex()
        ? Looks.nowhere()
        : Looks.atSession(q, needs(q)).volume().rateTo(q.claim().currency()).all();
  }

  @Override
  public Finding check(Question q) {
    BigDecimal printed = q.claim().value();
    Bar bar = q.bar();
    Long volume = bar.volume();
    if (printed == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no volume is printed");
    }
    if (volume == null || volume == 0 || q.listing().isIndex()) {
      return Finding.unverifiable(
              Unverifiable.NO_PRICE_DATA,
              "the volume of %s on %s is not known".formatted(q.listing(), q.session()))
          .on(null, q.session());
    }
    String currency = q.claim().currency();
    BigDecimal shares = BigDecimal.valueOf(volume);
    Optional<BigDecimal> computed =
        currency == null ? Optional.of(shares) : money(q, shares, currency);
    if (computed.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA, "no reference rate for " + currency + " is in store");
    }
    BigDecimal figure = computed.get();
    String what = "about " + figure.round(new MathContext(4)).toPlainString() + " were traded";
    BigDecimal apart = printed.subtract(figure).abs().divide(figure.abs(), MathContext.DECIMAL32);
    Finding finding;
    if (q.printed().filter(p -> p.fit(figure).holds()).isPresent()
        || apart.compareTo(CLOSE_TO) <= 0) {
      finding = Finding.verified(Strength.ROUNDED, what);
    } else if (apart.compareTo(ROUGHLY) <= 0) {
      finding = Finding.loose(Strength.WITHIN_RANGE, what + ", within 15 %");
    } else {
      finding =
          Finding.unverifiable(
              Unverifiable.DATA_CONFLICT, what + " by this source, which may count otherwise");
    }
    return finding
        .computed(figure)
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), bar);
  }

  private static Optional<BigDecimal> money(Question q, BigDecimal shares, String currency) {
    Bar bar = q.bar();
    BigDecimal typical =
        bar.high()
            .add(bar.low())
            .add(bar.close())
            .divide(BigDecimal.valueOf(3), MathContext.DECIMAL64);
    BigDecimal sum = shares.multiply(typical);
    String own =
        q.market().securities().listing(q.listing()).map(Listing::currency).orElse(currency);
    return own.equals(currency)
        ? Optional.of(sum)
        : q.market()
            .rates()
            .onOrBefore(q.session(), own, currency)
            .map(rate -> sum.multiply(rate.value()));
  }
}
