package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Reason;
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
  private static final String CLOSE = "close";

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
      return Finding.unverifiable(Unverifiable.NO_FIGURE, Reason.of("figure.none"));
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
        return adjusted.because(Reason.of("level.split"));
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
          .loosenedAsWorded(
              Reason.of("level.sign")
                  .price("figure", printed.value(), own)
                  .price("printed_as", printed.value(), currency))
          .flag(Flag.WRONG_CURRENCY)
          .repair(Reason.of("repair.price").price("figure", printed.value(), own));
    }
    Optional<Rates.Rate> rate = q.market().rates().onOrBefore(q.session(), own, currency);
    if (rate.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA,
          Reason.of("rate.none").code("own", own).code("currency", currency));
    }
    BigDecimal low =
        q.bar().low().multiply(rate.get().value()).multiply(BigDecimal.ONE.subtract(SWING));
    BigDecimal high =
        q.bar().high().multiply(rate.get().value()).multiply(BigDecimal.ONE.add(SWING));
    return printed.fitWithin(low, high).holds()
        ? Finding.loose(
                Strength.WITHIN_RANGE,
                Reason.of("level.converted")
                    .price("low", q.bar().low(), own)
                    .price("high", q.bar().high(), own)
                    .day("rate_day", rate.get().day()))
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
          case OPEN -> exactly(q, printed, bar, bar.open(), "open");
          case HIGH -> running(q, printed, bar, bar.high(), "high");
          case LOW -> running(q, printed, bar, bar.low(), "low");
          case PRE, POST ->
              Finding.unverifiable(Unverifiable.SESSION_NOT_COVERED, OffHours.NOT_COVERED);
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
      return Finding.loose(Strength.WITHIN_RANGE, insideRange(q, bar, CLOSE, bar.close()))
          .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    }
    return outside(bar);
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
      return Finding.fails(insideRange(q, bar, name, price).as("level.not_field"));
    }
    Reason what = insideRange(q, bar, name, price);
    return venue
        ? Finding.loose(Strength.WITHIN_RANGE, what.as("level.venue")).flag(Flag.CLOSE_VENUE)
        : Finding.fails(what.as("level.not_field"));
  }

  /**
   * A high or low so far may have been passed later in the session, never before it was printed.
   */
  private static Finding running(
      Question q, Printed printed, Bar bar, BigDecimal extreme, String name) {
    Fit fit = printed.fit(extreme);
    if (fit == Fit.BEYOND && beside(printed, bar)) {
      return outside(bar);
    }
    if (fit.holds()) {
      return agreed(fit, name, extreme);
    }
    return printed.fitWithin(bar.low(), bar.high()).holds()
        ? Finding.loose(Strength.WITHIN_RANGE, insideRange(q, bar, name, extreme))
            .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH)
        : outside(bar);
  }

  /** "traded up to $67" of a session that was never below $85: no moment of it shows that. */
  private static boolean beside(Printed printed, Bar bar) {
    return bar.hasRange()
        && (printed.value().compareTo(bar.low()) < 0 || printed.value().compareTo(bar.high()) > 0);
  }

  private static Finding agreed(Fit fit, String name, BigDecimal price) {
    Reason what = Reason.of("level.agrees").code("field", name).price("price", price);
    return switch (fit) {
      case EXACT -> Finding.verified(Strength.EXACT, what);
      case ROUNDED -> Finding.verified(Strength.ROUNDED, what);
      case DRIFT ->
          Finding.verified(Strength.ROUNDED, what.as("level.drift")).flag(Flag.ROUNDING_DRIFT);
      case BEYOND, NONE -> Finding.loose(Strength.UNDERSTATED, what.as("level.beyond"));
    };
  }

  private static Reason insideRange(Question q, Bar bar, String name, BigDecimal price) {
    Reason what = ofBar(bar, "level.inside").code("field", name).price("price", price);
    return name.equals(CLOSE) ? q.sinceClose(what) : what;
  }

  private static Finding outside(Bar bar) {
    return Finding.fails(ofBar(bar, "level.outside"));
  }

  /** Names the session's close, and its range where it is known. */
  private static Reason ofBar(Bar bar, String key) {
    Reason close = Reason.of(key).price("close", bar.close());
    return bar.hasRange() ? close.price("low", bar.low()).price("high", bar.high()) : close;
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
