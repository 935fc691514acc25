package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Market value and its change: price × shares where the master knows them; a change else against
 * the value printed beside it and the move. Share counts are of another day than the article's, so
 * that a difference is never held against it.
 */
final class CapCheck implements Check {
  private static final BigDecimal CLOSE_TO = new BigDecimal("0.05");
  private static final BigDecimal ROUGHLY = new BigDecimal("0.15");

  @Override
  public Needed needs(Question question) {
    return Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    boolean change = q.claim().kind() == ClaimKind.CAP_CHANGE;
    boolean byValue = change && valueBeside(q).isPresent();
    if (q.claim().value() == null || (shares(q).isEmpty() && !byValue)) {
      return Looks.nowhere();
    }
    Looks looks =
        change ? Looks.withSessionBefore(q, Needed.CLOSES) : Looks.atSession(q, Needed.CLOSES);
    return byValue ? looks.all() : looks.rateTo(q.claim().currency()).all();
  }

  @Override
  public Finding check(Question q) {
    BigDecimal printed = q.claim().value();
    if (printed == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no sum is printed");
    }
    boolean change = q.claim().kind() == ClaimKind.CAP_CHANGE;
    Optional<BigDecimal> byShares = change ? changeByShares(q) : valueByShares(q, q.bar().close());
    Optional<BigDecimal> computed = byShares.or(() -> change ? changeByValue(q) : Optional.empty());
    Finding finding =
        computed
            .map(figure -> against(q, printed, figure))
            .orElseGet(() ->
                Finding.unverifiable(
                    Unverifiable.NO_PRICE_DATA,
                    "the number of %s shares outstanding is not known".formatted(q.listing())));
    return finding
        .computed(computed.orElse(null))
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), q.bar());
  }

  private static Finding against(Question q, BigDecimal printed, BigDecimal figure) {
    String what =
        "close %s and the shares known make %s"
            .formatted(
                Percent.price(q.bar().close()), figure.round(new MathContext(4)).toPlainString());
    BigDecimal apart =
        printed.abs().subtract(figure.abs()).abs().divide(figure.abs(), MathContext.DECIMAL32);
    if (apart.compareTo(CLOSE_TO) <= 0) {
      return Finding.verified(Strength.ROUNDED, what);
    }
    return apart.compareTo(ROUGHLY) <= 0
        ? Finding.loose(Strength.WITHIN_RANGE, what + ", within 15 %")
        : Finding.unverifiable(
            Unverifiable.NO_PRICE_DATA, what + ", but the shares of that day are not known");
  }

  private static Optional<BigDecimal> valueByShares(Question q, BigDecimal price) {
    Optional<Listing> own = q.market().securities().listing(q.listing());
    Optional<Long> shares = shares(q);
    if (own.isEmpty() || shares.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal ratio = own.get().adsRatio();
    BigDecimal ordinary = ratio == null ? price : price.divide(ratio, MathContext.DECIMAL64);
    return converted(q, ordinary.multiply(BigDecimal.valueOf(shares.get())), own.get().currency());
  }

  private static Optional<Long> shares(Question q) {
    return Stream.concat(
            q.market().securities().listing(q.listing()).stream(),
            q.market().securities().sisters(q.listing()).stream())
        .map(Listing::shares)
        .filter(count -> count != null)
        .findFirst();
  }

  /** The market value that the same statement prints. */
  private static Optional<BigDecimal> valueBeside(Question q) {
    return q.group().stream()
        .filter(c -> c.kind() == ClaimKind.MARKET_CAP && c.value() != null)
        .map(Claim::value)
        .findFirst();
  }

  private static Optional<BigDecimal> changeByShares(Question q) {
    return q.previousClose()
        .map(previous -> q.bar().close().subtract(previous))
        .filter(move -> move.signum() != 0)
        .flatMap(move -> valueByShares(q, move));
  }

  private static Optional<BigDecimal> changeByValue(Question q) {
    return valueBeside(q)
        .flatMap(value ->
            q.previousClose()
                .filter(previous -> previous.compareTo(q.bar().close()) != 0)
                .map(previous ->
                    value
                        .multiply(q.bar().close().subtract(previous))
                        .divide(q.bar().close(), MathContext.DECIMAL64)));
  }

  private static Optional<BigDecimal> converted(Question q, BigDecimal sum, String from) {
    String to = q.claim().currency();
    if (to == null || to.equals(from)) {
      return Optional.of(sum);
    }
    return q.market()
        .rates()
        .onOrBefore(q.session(), from, to)
        .map(rate -> sum.multiply(rate.value()));
  }
}
