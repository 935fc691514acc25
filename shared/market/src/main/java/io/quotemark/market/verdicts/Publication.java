package io.quotemark.market.verdicts;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the article was published, as far as it says. A time of day whose zone neither the page nor
 * its language and country tell is read as universal time; it is hours off as likely as not, so
 * that no more than its day counts here.
 *
 * @param at null where only the day is known
 * @param date the day in the article's own zone, null where nothing is known
 */
public record Publication(@Nullable Instant at, @Nullable LocalDate date) {
  public static Publication of(@Nullable PublicationTime time) {
    return time == null || time.quality() == PublicationTime.Quality.UNKNOWN
        ? new Publication(null, null)
        : new Publication(guessed(time) ? null : time.instant(), time.date());
  }

  private static boolean guessed(PublicationTime time) {
    return time.quality() == PublicationTime.Quality.OFFSET_INFERRED
        && time.time() != null
        && time.time().getOffset().equals(ZoneOffset.UTC);
  }

  boolean known() {
    return date != null;
  }

  /** The day of publication on the exchange's clock. */
  Optional<LocalDate> dayAt(TradingCalendar calendar) {
    return at != null ? Optional.of(calendar.dateAt(at)) : Optional.ofNullable(date);
  }

  /**
   * The last session of which anything can have been known; a date alone tells of its own day and
   * those before. Empty where nothing says when the article appeared.
   */
  public Optional<LocalDate> lastSeen(TradingCalendar calendar) {
    return at != null ? Optional.of(calendar.lastOpened(at)) : Optional.ofNullable(date);
  }

  /** Of minutes those that can have been known; empty where nothing says when it appeared. */
  Optional<MinuteBars> seen(MinuteBars minutes, TradingCalendar calendar) {
    return at != null
        ? Optional.of(minutes.until(at))
        : lastSeen(calendar).filter(last -> !minutes.session().isAfter(last)).map(last -> minutes);
  }

  /** Whether a session had certainly ended; a date alone tells only of earlier days. */
  boolean afterClose(TradingCalendar calendar, LocalDate session) {
    return at != null
        ? !at.isBefore(calendar.close(session))
        : date != null && date.isAfter(session);
  }

  boolean beforeClose(TradingCalendar calendar, LocalDate session) {
    return at != null && at.isBefore(calendar.close(session));
  }

  /** Whether it was certainly published on an earlier day than that of the exchange. */
  boolean before(TradingCalendar calendar, LocalDate day) {
    return at != null
        ? calendar.dateAt(at).isBefore(day)
        : date != null && date.plusDays(1).isBefore(day);
  }

  /** Whether a session had certainly not begun, so that nobody can have written of it. */
  boolean beforeOpen(TradingCalendar calendar, LocalDate session) {
    return at != null
        ? at.isBefore(calendar.open(session))
        : date != null && session.isAfter(date.plusDays(1));
  }
}
