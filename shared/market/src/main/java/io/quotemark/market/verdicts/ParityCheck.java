package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "Equal to HK$139.8 per ordinary share": the depositary share's price, its ratio and the rate. */
final class ParityCheck implements Check {
  private static final BigDecimal CLOSE_TO = new BigDecimal("0.01");
  private static final BigDecimal ROUGHLY = new BigDecimal("0.03");

  @Override
  public Needed needs(Question question) {
    return Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    Optional<Listing> depositary = depositary(q);
    if (depositary.map(Listing::adsRatio).isEmpty() || q.printed().isEmpty()) {
      return Looks.nowhere();
    }
    LocalDate before = q.calendar().previous(q.session());
    return Looks.atSession(q, needs(q))
        .and(depositary.get().id(), before, EnumSet.of(EvidenceNeed.Field.CLOSE))
        .rate(depositary.get().currency(), q.claim().currency())
        .all();
  }

  @Override
  public Finding check(Question q) {
    Optional<Listing> depositary = depositary(q);
    BigDecimal ratio = depositary.map(Listing::adsRatio).orElse(null);
    if (depositary.isEmpty() || ratio == null || q.printed().isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA, "no depositary share with a known ratio belongs to it");
    }
    String currency =
        q.claim().currency() == null ? depositary.get().currency() : q.claim().currency();
    Optional<Rates.Rate> rate =
        q.market().rates().onOrBefore(q.session(), depositary.get().currency(), currency);
    List<BigDecimal> prices = prices(q, depositary.get().id());
    if (rate.isEmpty() || prices.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA,
          "the price of %s or the rate to %s is not in store"
              .formatted(depositary.get().id(), currency));
    }
    Finding best = null;
    for (BigDecimal price : prices) {
      BigDecimal implied = price.divide(ratio, MathContext.DECIMAL64).multiply(rate.get().value());
      Finding finding = against(q.printed().get(), implied, price, ratio, rate.get());
      if (best == null || finding.rank() > best.rank()) {
        best = finding;
      }
    }
    return best == null
        ? q.noPrevious()
        : best.on(PriceField.LAST, q.session()).evidence(q.history().series(), q.bar());
  }

  private static Finding against(
      Printed printed, BigDecimal implied, BigDecimal price, BigDecimal ratio, Rates.Rate rate) {
    String what =
        "%s over %s at the rate %s of %s is %s"
            .formatted(
                Percent.price(price),
                ratio.toPlainString(),
                Percent.price(rate.value().round(new MathContext(6))),
                rate.day(),
                Percent.price(implied.round(new MathContext(6))));
    BigDecimal apart =
        printed.value().subtract(implied).abs().divide(implied, MathContext.DECIMAL32);
    Finding finding;
    if (printed.fit(implied).holds() || apart.compareTo(CLOSE_TO) <= 0) {
      finding = Finding.verified(Strength.ROUNDED, what);
    } else {
      finding =
          apart.compareTo(ROUGHLY) <= 0
              ? Finding.loose(Strength.WITHIN_RANGE, what + ", within a day's swing")
              : Finding.fails(what);
    }
    return finding.computed(implied);
  }

  private static Optional<Listing> depositary(Question q) {
    return Stream.concat(
            q.market().securities().listing(q.listing()).stream(),
            q.market().securities().sisters(q.listing()).stream())
        .filter(listing -> listing.adsRatio() != null)
        .findFirst();
  }

  /** The price printed in the same statement, the close of the session and of the one before. */
  private static List<BigDecimal> prices(Question q, ListingId depositary) {
    Stream<BigDecimal> printed =
        q
            .level()
            .filter(c -> c.listing() != null && c.listing().id().equals(depositary))
            .map(Claim::value)
            .stream();
    Stream<BigDecimal> closes =
        q.market().history(depositary).stream()
            .flatMap(history ->
                Stream.of(history.bar(q.session()), history.before(q.session()))
                    .flatMap(Optional::stream))
            .map(Bar::close);
    return Stream.concat(printed, closes).filter(price -> price != null).toList();
  }
}
