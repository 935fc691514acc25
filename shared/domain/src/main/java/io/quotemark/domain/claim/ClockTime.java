package io.quotemark.domain.claim;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time of day that a statement says its price is of: "at 10:30 a.m. ET", "by midday".
 *
 * @param zone as stated; null where it is that of the exchange
 * @param rough whether it is a part of the day rather than a minute
 */
public record ClockTime(LocalTime time, @Nullable ZoneId zone, boolean rough) {

  /** {@code 10:30}, {@code 10:30 America/New_York}, {@code about 12:00}. */
  @Override
  public String toString() {
    return (rough ? "about " : "") + time + (zone == null ? "" : " " + zone);
  }

  /**
   * Reads the form of {@link #toString}.
   *
   * @throws java.time.DateTimeException where the text is none
   */
  public static ClockTime parse(String text) {
    boolean rough = text.startsWith("about ");
    String rest = rough ? text.substring("about ".length()) : text;
    int space = rest.indexOf(' ');
    return new ClockTime(
        LocalTime.parse(space < 0 ? rest : rest.substring(0, space)),
        space < 0 ? null : ZoneId.of(rest.substring(space + 1)),
        rough);
  }
}
