package io.quotemark.claims.times;

import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Words of time, resolved as far as they go.
 *
 * @param end the token behind its last
 * @param session the session or period it names, else null
 * @param window the stretch a return is measured over, else null
 * @param since the date behind "since", else null
 * @param span an adjective such as "five-month", or a stretch without "last"
 * @param openSince "since" an event without a date
 * @param weekday the day of the week that is printed before a date, else null
 */
public record TimeExpression(
    int end,
    @Nullable SessionWords session,
    @Nullable Window window,
    @Nullable PartialDate since,
    boolean span,
    boolean openSince,
    @Nullable DayOfWeek weekday) {

  public static TimeExpression session(int end, SessionWords session) {
    return new TimeExpression(end, session, null, null, false, false, null);
  }

  /**
   * @param weekday null where none is printed before the date
   */
  static TimeExpression dated(int end, LocalDate date, @Nullable DayOfWeek weekday) {
    return new TimeExpression(
        end, new SessionWords.OnDate(date), null, null, false, false, weekday);
  }

  public static TimeExpression window(int end, Window window) {
    return new TimeExpression(end, null, window, null, false, false, null);
  }

  static TimeExpression span(int end, Window window) {
    return new TimeExpression(end, null, window, null, true, false, null);
  }

  static TimeExpression since(int end, PartialDate date) {
    return new TimeExpression(end, null, new Window.Since(date), date, false, false, null);
  }

  /** All of history. */
  public static TimeExpression ever(int end) {
    return window(end, Window.AllTime.RECORD);
  }

  /** A stretch without a date. */
  public static TimeExpression openSince(int end) {
    return new TimeExpression(end, null, null, null, false, true, null);
  }

  /** Whether a move said with it is a return over a stretch, not of one session. */
  public boolean isPeriod() {
    boolean oneDay =
        window instanceof Window.Last last && last.unit() == Window.Unit.D && last.count() == 1;
    return (window != null && !oneDay) || openSince || session instanceof SessionWords.Period;
  }
}
