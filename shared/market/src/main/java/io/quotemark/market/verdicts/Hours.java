package io.quotemark.market.verdicts;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was paid in the hours of one kind on the day of a session, as far as that was known at
 * publication.
 *
 * @param bars whose minutes these are
 * @param from first moment of the hours
 * @param until publication where it came before their end, else their end
 * @param path minutes that had ended by then, never none
 */
record Hours(
    TradingCalendar calendar,
    SessionClass kind,
    MinuteBars bars,
    Instant from,
    Instant until,
    List<Minute> path) {
  /** A price that stood so lately is the one at publication: somebody has to write it down. */
  static final Duration AT_PUBLICATION = Duration.ofMinutes(15);

  /** Regular trading without a deal for longer is a hole in the source. */
  private static final int HOLE = 5;

  /** Outside of the session many shares rest for minutes. */
  private static final int HOLE_OUTSIDE = 15;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

  /** Lowest and highest price of some minutes. */
  record Range(BigDecimal low, BigDecimal high) {
    static Range of(List<Minute> minutes) {
      return new Range(
          minutes.stream().map(Minute::low).min(Comparator.naturalOrder()).orElseThrow(),
          minutes.stream().map(Minute::high).max(Comparator.naturalOrder()).orElseThrow());
    }

    @Override
    public String toString() {
      return Percent.price(low) + "–" + Percent.price(high);
    }
  }

  /** Empty where no minute of those hours is known. */
  static Optional<Hours> of(
      MinuteBars bars, TradingCalendar calendar, SessionClass kind, @Nullable Instant publication) {
    return calendar
        .hours(bars.session(), kind)
        .map(hours -> {
          Instant until =
              publication != null && publication.isBefore(hours.to()) ? publication : hours.to();
          List<Minute> path =
              bars.between(hours.from(), hours.to()).stream()
                  .filter(minute -> !minute.end().isAfter(until))
                  .toList();
          return new Hours(calendar, kind, bars, hours.from(), until, path);
        })
        .filter(hours -> !hours.path().isEmpty());
  }

  Range range() {
    return Range.of(path);
  }

  Minute last() {
    return path.getLast();
  }

  /** The minutes just before publication; the last one before where there was none. */
  List<Minute> latest() {
    return around(until.minus(AT_PUBLICATION), until);
  }

  /** The minutes of a stretch; the last one before where there was none in it. */
  List<Minute> around(Instant first, Instant end) {
    List<Minute> within =
        path.stream()
            .filter(minute -> minute.end().isAfter(first) && minute.start().isBefore(end))
            .toList();
    if (!within.isEmpty()) {
      return within;
    }
    List<Minute> before = path.stream().filter(minute -> minute.start().isBefore(end)).toList();
    return before.isEmpty() ? List.of() : List.of(before.getLast());
  }

  /** Whether minutes cover all of the hours up to publication, so that nothing else was paid. */
  boolean isWhole() {
    return isWhole(from, until);
  }

  /** The same for a part of them. */
  boolean isWhole(Instant first, Instant end) {
    int hole = kind == SessionClass.REGULAR ? HOLE : HOLE_OUTSIDE;
    int next = 0;
    int missing = 0;
    Instant start = first.truncatedTo(ChronoUnit.MINUTES);
    for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
      while (next < path.size() && path.get(next).start().isBefore(at)) {
        next++;
      }
      boolean there = next < path.size() && path.get(next).start().equals(at);
      if (there || (kind == SessionClass.REGULAR && isBreak(at))) {
        missing = 0;
      } else if (++missing > hole) {
        return false;
      }
    }
    return true;
  }

  private boolean isBreak(Instant at) {
    return calendar.state(at) == io.quotemark.domain.price.ListingContext.SessionState.BREAK;
  }

  /** A moment on the exchange's clock: {@code 08:12 EST}. */
  String clock(Instant moment) {
    return CLOCK.format(ZonedDateTime.ofInstant(moment, calendar.zone()));
  }

  /** What these hours are called. */
  String name() {
    return switch (kind) {
      case PRE -> "pre-market trading";
      case REGULAR -> "the session";
      case POST -> "after-hours trading";
    };
  }
}
