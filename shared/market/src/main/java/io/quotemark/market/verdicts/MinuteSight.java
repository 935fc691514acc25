package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.SessionClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What minutes add to the finding of a session's bar: the price at publication instead of any of
 * the day, the extreme up to then instead of the day's, and since when a figure is stale. Without
 * minutes the finding stays as it is.
 */
final class MinuteSight {
  /** How far minutes may lie outside the session's bar, as a share of the price. */
  private static final BigDecimal APART = new BigDecimal("0.005");

  /** A price that is said to be of some minute was seen a little before or after. */
  private static final Duration MINUTE = Duration.ofMinutes(5);

  /** "By midday", "in mid-afternoon". */
  private static final Duration PART_OF_DAY = Duration.ofMinutes(30);

  private MinuteSight() {}

  static Finding refine(Question q, Finding daily) {
    Optional<Hours> hours = isOfAMoment(q) ? hours(q) : Optional.empty();
    Optional<Figure> figure = hours.flatMap(seen -> Figure.of(q, q.previousClose()));
    if (hours.isEmpty() || figure.isEmpty()) {
      return daily;
    }
    if (!areOfTheSession(hours.get(), q.bar())) {
      return daily.because(
          "minutes of %s leave the range of the session's bar and are not used"
              .formatted(hours.get().bars().source()));
    }
    MinuteFindings findings = new MinuteFindings(hours.get(), figure.get());
    Optional<Finding> timed = atItsTime(q, hours.get(), findings, daily);
    if (timed.isPresent() || q.publication().at() == null) {
      return timed.orElse(daily);
    }
    return q.afterClose()
        ? afterClose(hours.get(), findings, daily)
        : asOfThen(q, hours.get(), findings, daily);
  }

  private static Optional<Hours> hours(Question q) {
    Instant at = q.publication().at();
    Optional<MinuteBars> bars =
        at == null && q.claim().clock() == null
            ? Optional.empty()
            : q.market().minutes(q.listing(), q.session());
    return bars.flatMap(stored -> Hours.of(stored, q.calendar(), SessionClass.REGULAR, at));
  }

  /** What was paid at the time that the words name; empty where they name none of these hours. */
  private static Optional<Finding> atItsTime(
      Question q, Hours hours, MinuteFindings findings, Finding daily) {
    ClockTime clock = q.claim().clock();
    if (clock == null) {
      return Optional.empty();
    }
    Instant time =
        q.session()
            .atTime(clock.time())
            .atZone(clock.zone() == null ? q.calendar().zone() : clock.zone())
            .toInstant();
    if (time.isBefore(hours.from()) || !time.isBefore(hours.until())) {
      return Optional.empty();
    }
    Finding then = findings.at(time, clock.rough() ? PART_OF_DAY : MINUTE);
    if (then.holds()) {
      return Optional.of(onBars(q, then));
    }
    if (!then.failed()) {
      return Optional.of(daily);
    }
    Optional<Minute> once = findings.latest(hours.path());
    if (once.isPresent()) {
      String when = hours.clock(once.get().start());
      return Optional.of(
          onBars(
              q,
              Finding.loose(
                      Strength.WITHIN_RANGE,
                      "paid at %s, not at the time that is named: %s"
                          .formatted(when, then.reason()))
                  .computed(then.computed())
                  .minutes(hours.bars(), List.of(once.get()))));
    }
    return Optional.of(daily.because(then.reason()));
  }

  private static Finding onBars(Question q, Finding finding) {
    List<Bar> bars = q.previous().map(before -> List.of(before, q.bar())).orElse(List.of(q.bar()));
    return finding.on(PriceField.LAST, q.session()).evidence(q.history().series(), bars);
  }

  /** Whether the claim is of one price during the session that the words do not name. */
  private static boolean isOfAMoment(Question q) {
    Claim claim = q.claim();
    boolean last = claim.field() == null || claim.field() == PriceField.LAST;
    return switch (claim.kind()) {
      case PRICE_LEVEL, MOVE_PCT, MOVE_ABS, INDEX_LEVEL, INDEX_MOVE_PCT, INDEX_MOVE_PTS ->
          last && !q.wordedAsClose() && q.otherCurrency().isEmpty();
      case PEAK_MOVE_PCT -> true;
      default -> false;
    };
  }

  private static boolean areOfTheSession(Hours hours, Bar bar) {
    Hours.Range range = hours.range();
    return !bar.hasRange()
        || (range.high().compareTo(bar.high().multiply(BigDecimal.ONE.add(APART))) <= 0
            && range.low().compareTo(bar.low().multiply(BigDecimal.ONE.subtract(APART))) >= 0);
  }

  /** Published while the session ran: what came later is not what it spoke of. */
  private static Finding asOfThen(Question q, Hours hours, MinuteFindings findings, Finding daily) {
    Finding then = q.claim().kind() == ClaimKind.PEAK_MOVE_PCT ? findings.peak() : findings.last();
    if (then.holds()) {
      if (q.claim().compared().ended() && !findings.pared()) {
        then.loosened("at publication it had not come back from there");
      }
      return onBars(q, then);
    }
    boolean whole = then.failed();
    if (!whole || daily.failed() || !daily.holds()) {
      return daily;
    }
    String why =
        "no price up to publication at %s shows it, only a later one: the text may have been changed after that"
            .formatted(hours.clock(hours.until()));
    return daily.outcome() == Outcome.VERIFIED && !daily.isOfRange()
        ? daily.because(why)
        : daily
            .softened(Unverifiable.DATE_AMBIGUOUS, why)
            .minutes(hours.bars(), List.of(hours.last()));
  }

  /** Published when it was over: since when the figure was another. */
  private static Finding afterClose(Hours hours, MinuteFindings findings, Finding daily) {
    Optional<Minute> once =
        daily.has(Flag.STALE_AT_PUBLISH) ? findings.latest(hours.path()) : Optional.empty();
    return once.isEmpty()
        ? daily
        : daily
            .because("true until %s".formatted(hours.clock(once.get().start())))
            .minutes(hours.bars(), List.of(once.get()));
  }
}
