package io.quotemark.reading;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.reading.dates.DateFinder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as metadata has them: ISO 8601 with and without dashes, seconds since 1970, or print. */
final class Times {
  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?)?Z?$");
  private static final Pattern ZULU =
      Pattern.compile("([T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)Z$");
  private static final Pattern SECONDS = Pattern.compile("^(\\d{10})(\\d{3})?(?:\\.\\d+)?$");

  /** 2025-02-24T03:55Z. */
  private static final int SHORTEST_ISO = 17;

  /** With weekday, zone and a word before it, a time is a third of this. */
  private static final int LONGEST = 200;

  private Times() {}

  /** Null where the text is no time. */
  static @Nullable PublicationTime of(String text, @Nullable String place) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      return null;
    }
    if (stripped.length() >= SHORTEST_ISO && stripped.charAt(10) == 'T') {
      try {
        return declared(OffsetDateTime.parse(stripped));
      } catch (DateTimeParseException e) {
        // it may yet be a date that print knows
      }
    }
    Matcher seconds = SECONDS.matcher(stripped);
    if (seconds.matches()) {
      return declared(
          Instant.ofEpochSecond(Long.parseLong(seconds.group(1))).atOffset(ZoneOffset.UTC));
    }
    Matcher compact = COMPACT.matcher(stripped);
    if (compact.matches()) {
      String day = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
      String second = compact.group(6) == null ? "00" : compact.group(6);
      // feeds that write so mean universal time
      stripped =
          compact.group(4) == null
              ? day
              : day + "T" + compact.group(4) + ":" + compact.group(5) + ":" + second + "+00:00";
    }
    String zoned = ZULU.matcher(stripped).replaceFirst("$1+00:00");
    return DateFinder.first(zoned, place).map(DateFinder.Found::time).orElse(null);
  }

  /** Null where no article can be of that year: a placeholder such as 9999-12-31 is no time. */
  private static @Nullable PublicationTime declared(OffsetDateTime time) {
    return DateFinder.isYear(time.getYear())
        ? PublicationTime.at(time, PublicationTime.Quality.DECLARED)
        : null;
  }
}
