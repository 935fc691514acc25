package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * "150 billion yuan ($20.69 billion)": the rate the two sums imply, as an interval of their printed
 * digits, against the last reference rate published before the article; a rate that the article
 * states wins.
 */
final class FxPairCheck implements TextCheck {
  /** How far a day's dealing rates stray from its fixing. */
  private static final BigDecimal DAY = new BigDecimal("0.01");

  /** How far a rate of recent weeks may lie from today's; beyond, it is no rate of these days. */
  private static final BigDecimal WEEKS = new BigDecimal("0.04");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final List<Integer> SCALES = List.of(1, 2, 3, 6, 9);

  /** Currencies that share a sign. */
  private static final List<List<String>> LOOKALIKES =
      List.of(
          List.of("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"),
          List.of("CNY", "JPY", "TWD", "HKD"));

  private record Sum(BigDecimal value, BigDecimal step, String currency) {
    BigDecimal low() {
      return value.abs().subtract(step.multiply(HALF));
    }

    BigDecimal high() {
      return value.abs().add(step.multiply(HALF));
    }
  }

  /** Rate in units of the second currency for one of the first. */
  private record Implied(BigDecimal low, BigDecimal high, BigDecimal middle) {
    boolean contains(BigDecimal rate, BigDecimal slack) {
      return rate.compareTo(low.multiply(BigDecimal.ONE.subtract(slack))) >= 0
          && rate.compareTo(high.multiply(BigDecimal.ONE.add(slack))) <= 0;
    }
  }

  @Override
  public Finding check(Claim claim, Publication publication, Market market) {
    Sum first = sum(claim.value(), claim.step(), claim.currency());
    Sum second = sum(claim.second().value(), claim.second().step(), claim.second().currency());
    if (first == null
        || second == null
        || first.low().signum() <= 0
        || second.low().signum() <= 0) {
      return Finding.unverifiable(
          Unverifiable.CURRENCY_MISMATCH, "the two sums do not both name a currency");
    }
    // said of the dearer unit, as rates are: 7.25 CNY per USD
    boolean turned = second.value().abs().compareTo(first.value().abs()) < 0;
    Sum base = turned ? second : first;
    Sum quote = turned ? first : second;
    Implied implied =
        new Implied(
            quote.low().divide(base.high(), MathContext.DECIMAL64),
            quote.high().divide(base.low(), MathContext.DECIMAL64),
            quote.value().divide(base.value(), MathContext.DECIMAL64).abs());
    BigDecimal stated = claim.stated();
    if (stated != null) {
      Optional<Finding> agreed = byStatedRate(implied, stated, base, quote);
      if (agreed.isPresent()) {
        return agreed.get();
      }
    }
    Optional<Rates.Rate> reference =
        market.rates().before(publication, base.currency(), quote.currency());
    return reference
        .map(rate -> against(rate, implied, base, quote, publication, market))
        .orElseGet(() -> noRate(publication, market, base, quote))
        .computed(implied.middle());
  }

  private static Finding noRate(Publication publication, Market market, Sum base, Sum quote) {
    return publication.known()
        ? Finding.unverifiable(
                Unverifiable.NO_PRICE_DATA,
                "no reference rate of %s and %s before publication is in store; the ECB's eurofxref-hist.csv would decide"
                    .formatted(base.currency(), quote.currency()))
            .needs(
                market.rates().lastDay(publication).stream()
                    .map(day -> Looks.rate(market, base.currency(), quote.currency(), day))
                    .toList())
        : Finding.unverifiable(
            Unverifiable.DATE_AMBIGUOUS, "without a date of publication no rate can be chosen");
  }

  private static Optional<Finding> byStatedRate(
      Implied implied, BigDecimal stated, Sum base, Sum quote) {
    BigDecimal turned = BigDecimal.ONE.divide(stated, MathContext.DECIMAL64);
    for (BigDecimal rate : List.of(stated, turned)) {
      if (implied.contains(rate, new BigDecimal("0.002"))) {
        return Optional.of(
            Finding.verified(
                Strength.INTERNAL,
                "%s follows from the rate that the article states, %s"
                    .formatted(rateText(implied.middle(), base, quote), Percent.price(stated))));
      }
    }
    return Optional.empty();
  }

  private static Finding against(
      Rates.Rate rate,
      Implied implied,
      Sum base,
      Sum quote,
      Publication publication,
      Market market) {
    String what =
        "the sums imply %s; the reference rate of %s was %s"
            .formatted(
                rateText(implied.middle(), base, quote),
                rate.day(),
                Percent.price(rate.value().round(new MathContext(6))));
    Finding finding;
    if (implied.contains(rate.value(), BigDecimal.ZERO)) {
      finding = Finding.verified(Strength.ROUNDED, what);
    } else if (implied.contains(rate.value(), DAY)) {
      finding = Finding.verified(Strength.ROUNDED, what + ", within a day's swing");
    } else if (implied.contains(rate.value(), WEEKS)) {
      finding =
          Finding.loose(
              Strength.WITHIN_RANGE, what + ": a rate of some weeks rather than of the day");
    } else {
      finding = Finding.fails(what);
      slips(finding, rate, implied, base, quote, publication, market);
    }
    if (rate.series() != null) {
      finding.evidence(rate.series(), rate.legs().toArray(Bar[]::new));
    }
    return finding.on(null, rate.day());
  }

  private static void slips(
      Finding finding,
      Rates.Rate rate,
      Implied implied,
      Sum base,
      Sum quote,
      Publication publication,
      Market market) {
    for (int power : SCALES) {
      for (int sign : new int[] {power, -power}) {
        if (implied.contains(rate.value().scaleByPowerOfTen(sign), WEEKS)) {
          finding
              .flag(Flag.SCALE_SLIP)
              .repair("one of the two sums is off by a factor of 10^" + power);
          return;
        }
      }
    }
    for (List<String> alike : LOOKALIKES) {
      for (String other : alike) {
        if (alike.contains(base.currency())
            && fits(market, publication, implied, other, quote.currency())) {
          finding.flag(Flag.WRONG_CURRENCY).repair(other + " rather than " + base.currency());
          return;
        }
        if (alike.contains(quote.currency())
            && fits(market, publication, implied, base.currency(), other)) {
          finding.flag(Flag.WRONG_CURRENCY).repair(other + " rather than " + quote.currency());
          return;
        }
      }
    }
    if (fits(market, publication, implied, quote.currency(), base.currency())) {
      finding.flag(Flag.WRONG_CURRENCY).repair("the two currencies are reversed");
    }
  }

  private static boolean fits(
      Market market, Publication publication, Implied implied, String base, String quote) {
    return market
        .rates()
        .before(publication, base, quote)
        .filter(rate -> implied.contains(rate.value(), DAY))
        .isPresent();
  }

  private static String rateText(BigDecimal rate, Sum base, Sum quote) {
    return Percent.price(rate.round(new MathContext(6)))
        + " "
        + quote.currency()
        + " per "
        + base.currency();
  }

  private static @org.jspecify.annotations.Nullable Sum sum(
      @org.jspecify.annotations.Nullable BigDecimal value,
      @org.jspecify.annotations.Nullable BigDecimal step,
      @org.jspecify.annotations.Nullable String currency) {
    return value == null || step == null || currency == null
        ? null
        : new Sum(value, step, currency);
  }
}
