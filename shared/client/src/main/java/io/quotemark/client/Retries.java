package io.quotemark.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** When a request is asked again: what it says in Retry-After, else longer each time. */
final class Retries {
  static final int MOST_TRIES = 4;
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Retries() {}

  static boolean isPassing(int status) {
    return PASSING.contains(status);
  }

  /**
   * @param tries how many there were
   */
  static Duration pause(int tries) {
    return FIRST.multipliedBy(1L << (tries - 1));
  }

  /** Seconds or a date of HTTP (RFC 9110, 10.2.3), 30 seconds at the most. */
  static Duration pause(HttpHeaders headers, int tries, Instant now) {
    String stated = headers.firstValue("retry-after").orElse("");
    Duration wanted = pause(tries);
    if (stated.matches("[0-9]{1,6}")) {
      wanted = Duration.ofSeconds(Long.parseLong(stated));
    } else if (!stated.isEmpty()) {
      try {
        wanted =
            Duration.between(
                now, ZonedDateTime.parse(stated, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException e) {
        // neither form: as if it had said nothing
        wanted = pause(tries);
      }
    }
    if (wanted.isNegative()) {
      return Duration.ZERO;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }
}
