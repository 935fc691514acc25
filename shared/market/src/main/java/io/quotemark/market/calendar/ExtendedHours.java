package io.quotemark.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Trading outside of the session on the exchange's clock, good until a later set takes over.
 *
 * @param from first day they hold, {@link LocalDate#MIN} for the earliest known
 * @param preOpen when trading before the session starts
 * @param postEnd when trading after it ends
 * @param halfDayEnd the same on a day of an early close
 */
record ExtendedHours(LocalDate from, LocalTime preOpen, LocalTime postEnd, LocalTime halfDayEnd) {

  /** Columns {@code mic from pre_open post_end half_day_end source}. */
  static ExtendedHours parse(String[] cells) {
    return new ExtendedHours(
        cells[1].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[1]),
        LocalTime.parse(cells[2]),
        LocalTime.parse(cells[3]),
        LocalTime.parse(cells[4]));
  }
}
