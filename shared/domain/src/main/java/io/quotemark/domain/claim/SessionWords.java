package io.quotemark.domain.claim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which trading session the words of a claim point at, before a calendar and a time zone say which
 * date that is.
 */
public sealed interface SessionWords {
  /**
   * As in the public contract: {@code date:2025-02-24}, {@code previous-close:2025-02-24}, {@code
   * weekday:monday}, {@code weekday-before:monday}, {@code days:-1}, {@code sessions:0}, {@code
   * period:2025-02-17/2025-02-21}; null where no word says which.
   */
  @Nullable String written();

  /** A printed date; the year may have been completed from the publication. */
  record OnDate(LocalDate date) implements SessionWords {
    @Override
    public String written() {
      return "date:" + date;
    }

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
   * "previous close": of the session before that of the date, or of publication where none is
   * printed.
   */
  record PreviousClose(@Nullable LocalDate date) implements SessionWords {
    @Override
    public String written() {
      return date == null ? "previous-close" : "previous-close:" + date;
    }
  }

  /**
   * "on Monday": the last such day up to publication; {@code previousWeek} for "last Monday" said
   * on a Monday.
   */
  record OnWeekday(DayOfWeek day, boolean previousWeek) implements SessionWords {
    @Override
    public String written() {
      return (previousWeek ? "weekday-before:" : "weekday:") + day.name().toLowerCase(Locale.ROOT);
    }
  }

  /** "today" 0, "yesterday" −1, in calendar days of the exchange's zone at publication. */
  record DaysFromPublication(int days) implements SessionWords {
    @Override
    public String written() {
      return "days:" + days;
    }
  }

  /** "the previous session" −1, "the last session" 0, in sessions. */
  record SessionsFromPublication(int sessions) implements SessionWords {
    @Override
    public String written() {
      return "sessions:" + sessions;
    }
  }

  /**
   * A stretch that ended with this date's last session ("last week", "in January"): start and end
   * inclusive.
   */
  record Period(LocalDate from, LocalDate to) implements SessionWords {
    @Override
    public String written() {
      return "period:" + from + "/" + to;
    }
  }

  enum Unstated implements SessionWords {
    UNSTATED;

    @Override
    public @Nullable String written() {
      return null;
    }
  }
}
