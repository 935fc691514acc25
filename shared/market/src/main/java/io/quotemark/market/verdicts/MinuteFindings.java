package io.quotemark.market.verdicts;

import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.verdicts.Hours.Range;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What minutes say of a figure (rule 8). A disagreement is one only where no minute is missing. */
final class MinuteFindings {
  /** Quotes, and deals that no tape shows, lie so far from the deals, as a share of the price. */
  private static final BigDecimal OUTSIDE = new BigDecimal("0.005");

  private final Hours hours;
  private final Figure figure;

  MinuteFindings(Hours hours, Figure figure) {
    this.hours = hours;
    this.figure = figure;
  }

  /** The price at publication, of a statement that names no other time. */
  Finding last() {
    Optional<Minute> now = latest(hours.latest());
    if (now.isPresent()) {
      Range range = Range.of(hours.latest());
      return agreed(figure.within(range), now.get()).minutes(hours.bars(), List.of(now.get()));
    }
    Minute last = hours.last();
    Reason atPublication =
        figure
            .said(hours.named(Reason.of("minute.never")), "price", last.close())
            .time("time", hours.clock(last.start()));
    Optional<Minute> once = latest(hours.path());
    if (once.isPresent()) {
      return Finding.loose(
              Strength.WITHIN_RANGE,
              atPublication.as("minute.until").time("until", hours.clock(once.get().start())))
          .flag(Flag.STALE_AT_PUBLISH)
          .computed(figure.of(once.get().close()))
          .minutes(hours.bars(), List.of(once.get(), last));
    }
    if (figure.within(hours.range()).holds()) {
      return Finding.loose(
              Strength.WITHIN_RANGE, hours.range().named(atPublication.as("minute.between")))
          .computed(figure.of(last.close()))
          .minutes(hours.bars(), List.of(last));
    }
    return failed(hours.range().named(atPublication.as("minute.never")), last, hours.isWhole());
  }

  /** The price at a time that the statement names, give or take. */
  Finding at(Instant time, Duration tolerance) {
    List<Minute> around = hours.around(time.minus(tolerance), time.plus(tolerance));
    if (around.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_GAP, Reason.of("minute.unknown").time("time", hours.clock(time)));
    }
    Optional<Minute> then = latest(around);
    Minute last = around.getLast();
    Range range = Range.of(around);
    if (then.isPresent() || figure.within(range).holds()) {
      return agreed(figure.within(range), then.orElse(last))
          .minutes(hours.bars(), List.of(then.orElse(last)));
    }
    return failed(
        figure
            .said(range.named(hours.named(Reason.of("minute.around"))), "price", last.close())
            .time("time", hours.clock(time)),
        last,
        hours.isWhole(time.minus(tolerance), time.plus(tolerance)));
  }

  /** The highest or lowest price up to publication. */
  Finding peak() {
    Figure plain = figure.plain();
    Minute extreme = extreme();
    BigDecimal price = price(extreme);
    Reason what =
        plain
            .said(hours.named(Reason.of("minute.peak")), "price", price)
            .code("way", figure.upward() ? "up" : "down")
            .time("time", hours.clock(extreme.start()));
    Fit fit = plain.fit(price);
    if (fit.holds()) {
      return Finding.verified(fit == Fit.EXACT ? Strength.EXACT : Strength.ROUNDED, what)
          .flagIf(fit == Fit.DRIFT, Flag.ROUNDING_DRIFT)
          .computed(plain.of(price))
          .minutes(hours.bars(), List.of(extreme));
    }
    if (plain.isPassedBy(price)) {
      Minute passed =
          hours.path().stream()
              .filter(
                  minute -> plain.isPassedBy(price(minute)) && !plain.fit(price(minute)).holds())
              .findFirst()
              .orElse(extreme);
      boolean lately = !passed.start().isBefore(hours.until().minus(Hours.AT_PUBLICATION));
      Finding finding =
          lately
              ? Finding.verified(Strength.WITHIN_RANGE, what.as("minute.peak_passed"))
              : Finding.loose(
                      Strength.UNDERSTATED,
                      what.as("minute.peak_until").time("until", hours.clock(passed.start())))
                  .flag(Flag.STALE_AT_PUBLISH);
      return finding
          .computed(plain.of(price))
          .minutes(hours.bars(), Stream.of(passed, extreme).distinct().toList());
    }
    return failed(what.as("minute.peak_short"), extreme, hours.isWhole());
  }

  /** Whether the price had come back from its extreme by publication: "before paring gains". */
  boolean pared() {
    BigDecimal extreme = price(extreme());
    BigDecimal last = hours.last().close();
    return figure.upward() ? last.compareTo(extreme) < 0 : last.compareTo(extreme) > 0;
  }

  private Minute extreme() {
    Minute found = hours.path().getFirst();
    for (Minute minute : hours.path()) {
      int order = price(minute).compareTo(price(found));
      if (figure.upward() ? order > 0 : order < 0) {
        found = minute;
      }
    }
    return found;
  }

  private BigDecimal price(Minute minute) {
    return figure.upward() ? minute.high() : minute.low();
  }

  /** The last of some minutes that shows the figure. */
  Optional<Minute> latest(List<Minute> of) {
    Predicate<Minute> shows =
        minute -> figure.within(new Range(minute.low(), minute.high())).holds();
    return of.reversed().stream().filter(shows).findFirst();
  }

  private Finding agreed(Fit fit, Minute minute) {
    BigDecimal shown = figure.fit(minute.close()).holds() ? minute.close() : shown(minute);
    Reason what =
        figure
            .said(hours.named(Reason.of("minute.agrees")), "price", shown)
            .time("time", hours.clock(minute.start()));
    Finding finding =
        switch (fit) {
          case EXACT -> Finding.verified(Strength.EXACT, what);
          case ROUNDED -> Finding.verified(Strength.ROUNDED, what);
          case DRIFT ->
              Finding.verified(Strength.ROUNDED, what.as("minute.drift")).flag(Flag.ROUNDING_DRIFT);
          case BEYOND, NONE -> Finding.loose(Strength.UNDERSTATED, what.as("minute.beyond"));
        };
    return finding.computed(figure.of(shown));
  }

  /** The end of a minute's range that shows the figure best. */
  private BigDecimal shown(Minute minute) {
    Fit low = figure.fit(minute.low());
    return low.betterThan(figure.fit(minute.high())) ? minute.low() : minute.high();
  }

  private Finding failed(Reason what, Minute shown, boolean whole) {
    Finding finding =
        Finding.fails(what)
            .computed(figure.of(shown.close()))
            .minutes(hours.bars(), List.of(shown));
    if (!whole) {
      return finding.softened(Unverifiable.HISTORY_GAP, hours.named(Reason.of("minute.holes")));
    }
    boolean outside = hours.kind() != SessionClass.REGULAR;
    Range range = hours.range();
    Range wide =
        new Range(
            range.low().multiply(BigDecimal.ONE.subtract(OUTSIDE)),
            range.high().multiply(BigDecimal.ONE.add(OUTSIDE)));
    return outside && figure.within(wide).holds()
        ? finding.softened(Unverifiable.SESSION_NOT_COVERED, Reason.of("minute.quotes"))
        : finding;
  }
}
