package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Window;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time a "highest since …" looks back over, for the latest earlier session at or beyond the
 * level (D0 of rule 7): after {@code latest} refutes it, before {@code earliest} understates it.
 *
 * @param earliest {@link LocalDate#MIN} where older is as good
 * @param latest {@link LocalDate#MIN} where any earlier session refutes (a record)
 * @param start history must reach back to it where no such session is found
 * @param text for people
 */
record Stretch(LocalDate earliest, LocalDate latest, LocalDate start, String text) {

  /** As the claim's words say; empty where they do not. */
  static Optional<Stretch> of(Question q) {
    if (q.claim().compared().since() != null) {
      return Optional.of(since(q.claim().compared().since()));
    }
    return Optional.ofNullable(q.claim().compared().window())
        .map(window -> of(window, q.session(), q.calendar()));
  }

  /** The stretch that ends with a session. */
  static Stretch of(Window window, LocalDate session, TradingCalendar calendar) {
    return switch (window) {
      case Window.Since since -> since(since.date());
      case Window.CalendarYear year ->
          year.year() == session.getYear()
              ? before(session.withDayOfYear(1), window)
              : since(new PartialDate(year.year(), null, null));
      case Window.ToDate toDate ->
          before(
              switch (toDate) {
                case YTD -> session.withDayOfYear(1);
                case QTD ->
                    session.withDayOfMonth(1).withMonth((session.getMonthValue() - 1) / 3 * 3 + 1);
                case MTD -> session.withDayOfMonth(1);
                case WTD -> session.minusDays(session.getDayOfWeek().getValue() - 1L);
              },
              window);
      case Window.AllTime all -> record("on record");
      case Window.SinceIpo ipo -> record("since listing");
      case Window.Last last -> last(last, session, calendar);
      case Window.FromPeak peak -> {
        @Nullable PartialDate in = peak.in();
        yield in == null ? of(Objects.requireNonNull(peak.of()), session, calendar) : since(in);
      }
    };
  }

  static Stretch since(PartialDate date) {
    return new Stretch(date.first(), date.last(), date.first(), "since " + date);
  }

  /** All history there is: any earlier session refutes. */
  static Stretch record(String text) {
    return new Stretch(LocalDate.MIN, LocalDate.MIN, LocalDate.MIN, text);
  }

  boolean wholeHistory() {
    return latest.equals(LocalDate.MIN);
  }

  private static Stretch before(LocalDate start, Window window) {
    return new Stretch(LocalDate.MIN, start.minusDays(1), start.minusDays(1), "of " + window);
  }

  /** Half a unit of rounding towards now; a full unit and more further back is understated. */
  private static Stretch last(Window.Last last, LocalDate session, TradingCalendar calendar) {
    int n = last.count();
    String text = "in " + last;
    return switch (last.unit()) {
      case D -> {
        LocalDate start = calendar.plusSessions(session, -n);
        yield new Stretch(LocalDate.MIN, start, start, text);
      }
      case W -> {
        LocalDate start = session.minusWeeks(n);
        yield new Stretch(
            n >= 52 ? LocalDate.MIN : start.minusWeeks(1), start.plusDays(3), start, text);
      }
      case M -> {
        LocalDate start = session.minusMonths(n);
        yield new Stretch(
            n == 12 ? LocalDate.MIN : start.minusMonths(1),
            start.plusDays(n == 12 ? 3 : 15),
            start,
            text);
      }
      case Y -> {
        LocalDate start = session.minusYears(n);
        yield new Stretch(
            n == 1 ? LocalDate.MIN : start.minusYears(1),
            n == 1 ? start.plusDays(3) : start.plusMonths(6),
            start,
            text);
      }
    };
  }
}
