package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions a return may be counted from.
 *
 * @param from the session on or before this day anchors, and every one after it
 * @param to … up to this day
 * @param until last session of the stretch where it ended before the claim's, else null
 */
record Anchors(LocalDate from, LocalDate to, @Nullable LocalDate until) {
  /** Anchors older than this before {@link #from} are a hole in history, no anchor. */
  private static final int STALE_DAYS = 12;

  static Optional<Anchors> of(Question q) {
    LocalDate session = q.session();
    Window window = q.claim().compared().window();
    if (window == null) {
      return q.claim().compared().since() != null
          ? Optional.of(since(q.claim().compared().since(), session))
          : PeriodReturnCheck.period(q).map(period -> exact(period.from().minusDays(1)));
    }
    return Optional.of(
        switch (window) {
          case Window.ToDate toDate ->
              switch (toDate) {
                case YTD -> startOf(q, session.withDayOfYear(1));
                case QTD ->
                    startOf(
                        q,
                        session
                            .withDayOfMonth(1)
                            .withMonth((session.getMonthValue() - 1) / 3 * 3 + 1));
                case MTD -> startOf(q, session.withDayOfMonth(1));
                case WTD -> exact(session.minusDays(session.getDayOfWeek().getValue()));
              };
          case Window.CalendarYear year -> {
            LocalDate before = LocalDate.of(year.year() - 1, 12, 31);
            yield year.year() < session.getYear()
                ? new Anchors(before, before, LocalDate.of(year.year(), 12, 31))
                : startOf(q, before.plusDays(1));
          }
          case Window.Since since -> since(since.date(), session);
          case Window.AllTime all -> exact(beginning(q));
          case Window.SinceIpo ipo -> exact(beginning(q));
          case Window.Last last -> last(last, q);
          case Window.FromPeak peak -> exact(Stretch.of(peak, session, q.calendar()).start());
        });
  }

  /** "This year": the last close before it and the first one in it. */
  private static Anchors startOf(Question q, LocalDate first) {
    LocalDate within = q.calendar().onOrAfter(first);
    return new Anchors(
        first.minusDays(1), within.isBefore(q.session()) ? within : first.minusDays(1), null);
  }

  /**
   * "Since January": the last close before it and any in it; since a day: that day's and the one
   * before.
   */
  private static Anchors since(PartialDate date, LocalDate session) {
    LocalDate last = date.last().isBefore(session) ? date.last() : session.minusDays(1);
    LocalDate before = date.first().minusDays(1);
    return new Anchors(before, last.isBefore(before) ? before : last, null);
  }

  private static Anchors last(Window.Last last, Question q) {
    LocalDate session = q.session();
    int n = last.count();
    return switch (last.unit()) {
      case D -> exact(q.calendar().plusSessions(session, -n));
      case W -> around(session.minusWeeks(n), 1);
      case M -> around(session.minusMonths(n), 2);
      case Y -> around(session.minusYears(n), 3);
    };
  }

  private static LocalDate beginning(Question q) {
    return q.history().isEmpty() ? LocalDate.MIN : q.history().first();
  }

  private static Anchors exact(LocalDate day) {
    return new Anchors(day, day, null);
  }

  private static Anchors around(LocalDate day, int days) {
    return new Anchors(day.minusDays(days), day.plusDays(days), null);
  }

  /** The prices to count from: closes, the last one on or before {@link #from} first; or a peak. */
  List<Start> starts(Question q) {
    return q.claim().compared().window() instanceof Window.FromPeak peak
        ? Start.peaks(q, peak)
        : bars(q.history()).stream().map(Start::close).toList();
  }

  private List<Bar> bars(History history) {
    List<Bar> bars = new ArrayList<>();
    history
        .onOrBefore(from)
        .filter(bar -> bar.session().isAfter(from.minusDays(STALE_DAYS)))
        .ifPresent(bars::add);
    int index = history.index(from);
    for (int i = index < 0 ? -index - 1 : index + 1; i < history.size(); i++) {
      Bar bar = history.at(i);
      if (bar.session().isAfter(to)) {
        break;
      }
      bars.add(bar);
    }
    return bars;
  }

  /** The bar the return runs to. */
  Bar end(Question q) {
    return until == null ? q.bar() : q.history().onOrBefore(until).orElse(q.bar());
  }
}
