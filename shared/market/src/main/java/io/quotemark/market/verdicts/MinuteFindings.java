package io.quotemark.market.verdicts;

import io.quotemark.domain.price.MinuteBars.Minute;
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
      return agreed(figure.within(range), now.get(), "").minutes(hours.bars(), List.of(now.get()));
    }
    Minute last = hours.last();
    String atPublication =
        "at %s the price was %s".formatted(hours.clock(last.start()), figure.said(last.close()));
    Optional<Minute> once = latest(hours.path());
    if (once.isPresent()) {
      return Finding.loose(
              Strength.WITHIN_RANGE,
              "true until %s, not at publication: %s"
                  .formatted(hours.clock(once.get().start()), atPublication))
          .flag(Flag.STALE_AT_PUBLISH)
          .computed(figure.of(once.get().close()))
          .minutes(hours.bars(), List.of(once.get(), last));
    }
    if (figure.within(hours.range()).holds()) {
      return Finding.loose(
              Strength.WITHIN_RANGE,
              "it lies between two prices of %s, %s; %s"
                  .formatted(hours.name(), hours.range(), atPublication))
          .computed(figure.of(last.close()))
          .minutes(hours.bars(), List.of(last));
    }
    return failed(
        "no price of %s up to publication shows it: %s; %s"
            .formatted(hours.name(), hours.range(), atPublication),
        last,
        hours.isWhole());
  }

  /** The price at a time that the statement names, give or take. */
  Finding at(Instant time, Duration tolerance) {
    List<Minute> around = hours.around(time.minus(tolerance), time.plus(tolerance));
    if (around.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_GAP, "no minute of %s is known".formatted(hours.clock(time)));
    }
    Optional<Minute> then = latest(around);
    Minute last = around.getLast();
    Range range = Range.of(around);
    if (then.isPresent() || figure.within(range).holds()) {
      return agreed(figure.within(range), then.orElse(last), "")
          .minutes(hours.bars(), List.of(then.orElse(last)));
    }
    return failed(
        "around %s the price was %s–%s"
            .formatted(hours.clock(time), figure.said(range.low()), figure.said(range.high())),
        last,
        hours.isWhole(time.minus(tolerance), time.plus(tolerance)));
  }

  /** The highest or lowest price up to publication. */
  Finding peak() {
    Figure plain = figure.plain();
    Minute extreme = extreme();
    BigDecimal price = price(extreme);
    String what =
        "the %s of %s up to publication was %s at %s"
            .formatted(
                figure.upward() ? "high" : "low",
                hours.name(),
                plain.said(price),
                hours.clock(extreme.start()));
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
              ? Finding.verified(Strength.WITHIN_RANGE, what + ", passed while it was written")
              : Finding.loose(
                      Strength.UNDERSTATED,
                      "%s; true until %s".formatted(what, hours.clock(passed.start())))
                  .flag(Flag.STALE_AT_PUBLISH);
      return finding
          .computed(plain.of(price))
          .minutes(hours.bars(), Stream.of(passed, extreme).distinct().toList());
    }
    return failed(what + ", short of what is printed", extreme, hours.isWhole());
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

  private Finding agreed(Fit fit, Minute minute, String more) {
    BigDecimal shown = figure.fit(minute.close()).holds() ? minute.close() : shown(minute);
    String what =
        "at %s the price was %s%s".formatted(hours.clock(minute.start()), figure.said(shown), more);
    Finding finding =
        switch (fit) {
          case EXACT -> Finding.verified(Strength.EXACT, what);
          case ROUNDED -> Finding.verified(Strength.ROUNDED, what);
          case DRIFT ->
              Finding.verified(Strength.ROUNDED, what + ", rounded twice or cut off")
                  .flag(Flag.ROUNDING_DRIFT);
          case BEYOND, NONE ->
              Finding.loose(Strength.UNDERSTATED, what + ", further than the words say");
        };
    return finding.computed(figure.of(shown));
  }

  /** The end of a minute's range that shows the figure best. */
  private BigDecimal shown(Minute minute) {
    Fit low = figure.fit(minute.low());
    return low.betterThan(figure.fit(minute.high())) ? minute.low() : minute.high();
  }

  private Finding failed(String what, Minute shown, boolean whole) {
    Finding finding =
        Finding.fails(what)
            .computed(figure.of(shown.close()))
            .minutes(hours.bars(), List.of(shown));
    if (!whole) {
      return finding.softened(
          Unverifiable.HISTORY_GAP,
          "minutes of %s are missing, in which it may have been paid".formatted(hours.name()));
    }
    boolean outside = hours.kind() != SessionClass.REGULAR;
    Range range = hours.range();
    Range wide =
        new Range(
            range.low().multiply(BigDecimal.ONE.subtract(OUTSIDE)),
            range.high().multiply(BigDecimal.ONE.add(OUTSIDE)));
    return outside && figure.within(wide).holds()
        ? finding.softened(
            Unverifiable.SESSION_NOT_COVERED,
            "quotes outside of the session may lie so far from the deals")
        : finding;
  }
}
