package io.quotemark.reading.dates;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.PublicationTime.Quality;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates, with their time and zone where they stand with them, in a line of text; glued to
 * other words or not, the time after the date or before it.
 */
public final class DateFinder {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private DateFinder() {}

  /** Whether an article can be dated in that year; any other is a placeholder or a mistake. */
  public static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * @param start where it begins in the line
   * @param end where what belongs to it ends
   */
  public record Found(PublicationTime time, int start, int end) {}

  /**
   * The first date of a line.
   *
   * @param place BCP 47 tag of language and, where it is known, country ({@code en-GB}); decides
   *     the order of day and month in a numeric date and the zone of a time without one; null reads
   *     as English
   */
  public static Optional<Found> first(String line, @Nullable String place) {
    return all(line, place).stream().findFirst();
  }

  /** Every date of a line, in order; one of ISO 8601 with a time that cannot be is none. */
  public static List<Found> all(String line, @Nullable String place) {
    return DateForms.of(line, place).stream()
        .filter(day -> !day.iso() || !TimeOfDay.impossibleAfter(line, day.end()))
        .map(day -> withTime(line, day, place))
        .toList();
  }

  private static Found withTime(String line, DateForms.Day day, @Nullable String place) {
    int start = TimeOfDay.weekday(line, day.start());
    TimeOfDay after = TimeOfDay.after(line, day.end());
    TimeOfDay time = after == null ? TimeOfDay.before(line, day.start()) : after;
    if (time == null) {
      return new Found(PublicationTime.on(day.date()), start, day.end());
    }
    int first = after == null ? time.start() : start;
    Zones.Named zone = Zones.after(line.substring(time.end()), after != null && day.iso());
    int end = after == null ? day.end() : time.end() + (zone == null ? 0 : zone.length());
    if (zone == null) {
      zone = Zones.before(line.substring(0, first));
      first -= zone == null ? 0 : zone.length();
    }
    return new Found(time(day.date(), time, zone == null ? null : zone.zone(), place), first, end);
  }

  private static PublicationTime time(
      LocalDate date, TimeOfDay time, @Nullable ZoneId declared, @Nullable String place) {
    ZoneId inferred = Zones.of(place);
    ZoneId zone = declared != null ? declared : inferred != null ? inferred : ZoneOffset.UTC;
    return PublicationTime.at(
        date.atTime(time.time()).atZone(zone).toOffsetDateTime(),
        declared != null ? Quality.DECLARED : Quality.OFFSET_INFERRED);
  }
}
