package io.quotemark.domain.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an article says it was published, and how well that is known.
 *
 * @param date the calendar day as printed
 * @param time the moment, null where only the day is known
 */
public record PublicationTime(LocalDate date, @Nullable OffsetDateTime time, Quality quality) {
  public enum Quality {
    /** Printed with an offset or a zone. */
    DECLARED,
    /** A time of day was printed without its zone; the offset follows from language and place. */
    OFFSET_INFERRED,
    DATE_ONLY,
    UNKNOWN
  }

  public PublicationTime {
    if ((time == null) != (quality == Quality.DATE_ONLY || quality == Quality.UNKNOWN)) {
      throw new IllegalArgumentException("time and its quality disagree: " + time + ", " + quality);
    }
    if (time != null && !time.toLocalDate().equals(date)) {
      throw new IllegalArgumentException("date " + date + " is not the date of " + time);
    }
  }

  public static PublicationTime at(OffsetDateTime time, Quality quality) {
    return new PublicationTime(time.toLocalDate(), time, quality);
  }

  public static PublicationTime on(LocalDate date) {
    return new PublicationTime(date, null, Quality.DATE_ONLY);
  }

  public @Nullable Instant instant() {
    return time == null ? null : time.toInstant();
  }

  /** RFC 3339 time with offset, or the date alone. */
  @Override
  public String toString() {
    return time == null
        ? date.toString()
        : java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
