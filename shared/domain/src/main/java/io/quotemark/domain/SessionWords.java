package io.quotemark.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which trading session the words of a claim point at, before a calendar and a time zone say which
 * date that is.
 */
public sealed interface SessionWords {
  /** A printed date; the year may have been completed from the publication. */
  record OnDate(LocalDate date) implements SessionWords {
    // by hand: compared in every first answer, and a record's own make the JDK spin classes
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OnDate on && on.date.equals(date);
    }

    @Override
    public int hashCode() {
      return date.hashCode();
    }
  }

  /**
   * "on Monday": the last such day up to publication; {@code previousWeek} for "last Monday" said
   * on a Monday.
   */
  record OnWeekday(DayOfWeek day, boolean previousWeek) implements SessionWords {}

  /** "today" 0, "yesterday" −1, in calendar days of the exchange's zone at publication. */
  record DaysFromPublication(int days) implements SessionWords {}

  /** "the previous session" −1, "the last session" 0, in sessions. */
  record SessionsFromPublication(int sessions) implements SessionWords {}

  /**
   * A stretch that ended with this date's last session ("last week", "in January"): start and end
   * inclusive.
   */
  record Period(LocalDate from, LocalDate to) implements SessionWords {}

  enum Unstated implements SessionWords {
    UNSTATED
  }
}
