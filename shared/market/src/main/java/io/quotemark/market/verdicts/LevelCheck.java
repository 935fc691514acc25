package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A price or an index level against the field its words name, else against the day's range. */
final class LevelCheck implements Check {
  private static final String CLOSE = "the close";

  /** How far a dealing rate strays from the day's reference rate. */
  private static final BigDecimal SWING = new BigDecimal("0.015");

  @Override
  public Needed needs(Question question) {
    return PeriodPeak.is(question.claim())
        ? Needed.RANGES
        : Needed.of(question, question.claim().field() == PriceField.CLOSE);
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    if (PeriodPeak.is(q.claim())) {
      return Looks.since(q, PeriodPeak.start(q), needs(q)).all();
    }
    return q.printed().isEmpty()
        ? Looks.nowhere()
        : Looks.atSession(q, needs(q)).rateTo(q.claim().currency()).all();
  }

  @Override
  public Finding check(Question q) {
    Printed printed = q.printed().orElse(null);
    if (printed == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no price is printed");
    }
    if (PeriodPeak.is(q.claim()) && q.otherCurrency().isEmpty()) {
      return PeriodPeak.check(q, printed);
    }
    Finding asTraded = onBar(q, printed, q.bar());
    Optional<String> own = q.otherCurrency();
    if (own.isPresent()) {
      return inOtherCurrency(q, printed, own.get(), asTraded);
    }
    if (!asTraded.failed()) {
      return asTraded;
    }
    Bar later = inSharesAtPublication(q);
    if (later != null) {
      Finding adjusted = onBar(q, printed, later);
      if (adjusted.holds()) {
        return adjusted.because(
            "counted in the shares after the split that came before publication");
      }
    }
    return asTraded;
  }

  /**
   * A price printed in a currency that the listing does not trade in: converted at the day's rate,
   * with a swing for the dealing rate; the listing's own figure under the wrong sign is a slip.
   */
  private static Finding inOtherCurrency(
      Question q, Printed printed, String own, Finding asTraded) {
    String currency = String.valueOf(q.claim().currency());
    if (asTraded.holds()) {
      return asTraded
          .loosened("it is a price in %s, not in %s".formatted(own, currency))
          .flag(Flag.WRONG_CURRENCY)
          .repair(Percent.price(printed.value()) + " " + own);
    }
    Optional<Rates.Rate> rate = q.market().rates().onOrBefore(q.session(), own, currency);
    if (rate.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA,
          "%s trades in %s and no reference rate to %s is in store"
              .formatted(q.listing(), own, currency));
    }
    BigDecimal low =
        q.bar().low().multiply(rate.get().value()).multiply(BigDecimal.ONE.subtract(SWING));
    BigDecimal high =
        q.bar().high().multiply(rate.get().value()).multiply(BigDecimal.ONE.add(SWING));
    return printed.fitWithin(low, high).holds()
        ? Finding.loose(
                Strength.WITHIN_RANGE,
                "the day's range %s %s, converted at the rate of %s"
                    .formatted(LevelCheck.range(q.bar()), own, rate.get().day()))
            .on(PriceField.LAST, q.session())
            .evidence(q.history().series(), q.bar())
        : asTraded;
  }

  private static Finding onBar(Question q, Printed printed, Bar bar) {
    PriceField field = q.claim().field();
    Finding finding =
        switch (field) {
          case null -> last(q, printed, bar);
          case LAST -> last(q, printed, bar);
          case CLOSE -> exactly(q, printed, bar, bar.close(), CLOSE);
          case OPEN -> exactly(q, printed, bar, bar.open(), "the open");
          case HIGH -> running(q, printed, bar, bar.high(), "the day's high");
          case LOW -> running(q, printed, bar, bar.low(), "the day's low");
          case PRE, POST ->
              Finding.unverifiable(
                  Unverifiable.SESSION_NOT_COVERED,
                  "daily bars do not cover trading outside the session");
        };
    return finding
        .on(field == null ? PriceField.LAST : field, q.session())
        .evidence(q.history().series(), q.bar());
  }

  private static Finding last(Question q, Printed printed, Bar bar) {
    Fit close = printed.fit(bar.close());
    if (close.holds()) {
      return agreed(close, CLOSE, bar.close());
    }
    if (printed.fitWithin(bar.low(), bar.high()).holds()) {
      return Finding.loose(Strength.WITHIN_RANGE, insideRange(printed, bar, CLOSE, bar.close()))
          .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    }
    return outside(printed, bar);
  }

  private static Finding exactly(
      Question q, Printed printed, Bar bar, BigDecimal price, String name) {
    Fit fit = printed.fit(price);
    if (fit.holds()) {
      return agreed(fit, name, price);
    }
    boolean venue = name.equals(CLOSE) && Venue.mayDiffer(q, printed.value(), price);
    boolean wide = bar.hasRange() || !venue; // without a range the venue has the benefit of it
    if (!printed.fitWithin(bar.low(), bar.high()).holds() && wide) {
      return outside(printed, bar).because(name + " was " + Percent.price(price));
    }
    String what = insideRange(printed, bar, name, price);
    return venue
        ? Finding.loose(Strength.WITHIN_RANGE, what + "; the close of one venue may differ so much")
            .flag(Flag.CLOSE_VENUE)
        : Finding.fails(what);
  }

  /**
   * A high or low so far may have been passed later in the session, never before it was printed.
   */
  private static Finding running(
      Question q, Printed printed, Bar bar, BigDecimal extreme, String name) {
    Fit fit = printed.fit(extreme);
    if (fit.holds()) {
      return agreed(fit, name, extreme);
    }
    return printed.fitWithin(bar.low(), bar.high()).holds()
        ? Finding.loose(Strength.WITHIN_RANGE, insideRange(printed, bar, name, extreme))
            .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH)
        : outside(printed, bar);
  }

  private static Finding agreed(Fit fit, String name, BigDecimal price) {
    String what = name + " was " + Percent.price(price);
    return switch (fit) {
      case EXACT -> Finding.verified(Strength.EXACT, what);
      case ROUNDED -> Finding.verified(Strength.ROUNDED, what);
      case DRIFT ->
          Finding.verified(Strength.ROUNDED, what + ", rounded twice or cut off")
              .flag(Flag.ROUNDING_DRIFT);
      case BEYOND, NONE ->
          Finding.loose(Strength.UNDERSTATED, what + ", further than the words say");
    };
  }

  private static String insideRange(Printed printed, Bar bar, String name, BigDecimal price) {
    return "%s is inside the day's range %s, not %s %s"
        .formatted(Percent.price(printed.value()), range(bar), name, Percent.price(price));
  }

  private static Finding outside(Printed printed, Bar bar) {
    return Finding.fails(
        "%s is outside the day's range %s; the close was %s"
            .formatted(Percent.price(printed.value()), range(bar), Percent.price(bar.close())));
  }

  static String range(Bar bar) {
    return Percent.price(bar.low()) + "–" + Percent.price(bar.high());
  }

  private static @Nullable Bar inSharesAtPublication(Question q) {
    LocalDate day = q.publication().dayAt(q.calendar()).orElse(q.session());
    if (!q.history().hasSplitBetween(q.session(), day)) {
      return null;
    }
    Bar b = q.bar();
    History h = q.history();
    return new Bar(
        b.session(),
        h.inSharesOf(b.open(), b.session(), day),
        h.inSharesOf(b.high(), b.session(), day),
        h.inSharesOf(b.low(), b.session(), day),
        h.inSharesOf(b.close(), b.session(), day),
        b.volume());
  }
}
