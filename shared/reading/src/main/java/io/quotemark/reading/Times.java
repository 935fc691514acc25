package io.quotemark.reading;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.reading.dates.DateFinder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  /** 2025-02-24T03:55Z; the parser of the JDK takes ten times as long. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}:\\d{2})");

  /** With weekday, zone and a word before it, a time is a third of this. */
  private static final int LONGEST = 200;

  private Times() {}

  /** Null where the text is no time. */
  static @Nullable PublicationTime of(String text, @Nullable String place) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      return null;
    }
    OffsetDateTime iso = iso(stripped);
    if (iso != null) {
      return declared(iso);
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

  /** A time of ISO 8601 with its zone; null where the text is none. */
  private static @Nullable OffsetDateTime iso(String text) {
    Matcher usual = USUAL.matcher(text);
    if (!usual.matches()) {
      return null;
    }
    try {
      return OffsetDateTime.of(
          Integer.parseInt(usual.group(1)),
          Integer.parseInt(usual.group(2)),
          Integer.parseInt(usual.group(3)),
          Integer.parseInt(usual.group(4)),
          Integer.parseInt(usual.group(5)),
          usual.group(6) == null ? 0 : Integer.parseInt(usual.group(6)),
          usual.group(7) == null
              ? 0
              : Integer.parseInt((usual.group(7) + "00000000").substring(0, 9)),
          ZoneOffset.of(usual.group(8)));
    } catch (DateTimeException e) {
      // it may yet be a date that print knows
      return null;
    }
  }

  /** Null where no article can be of that year: a placeholder such as 9999-12-31 is no time. */
  private static @Nullable PublicationTime declared(OffsetDateTime time) {
    return DateFinder.isYear(time.getYear())
        ? PublicationTime.at(time, PublicationTime.Quality.DECLARED)
        : null;
  }
}
