package io.quotemark.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Regular trading hours on the exchange's clock, good until a later set takes over.
 *
 * @param from first day they hold, {@link LocalDate#MIN} for the earliest known
 * @param lunchStart null, like {@code lunchEnd}, where trading goes through noon
 */
record Hours(
    LocalDate from,
    LocalTime open,
    @Nullable LocalTime lunchStart,
    @Nullable LocalTime lunchEnd,
    LocalTime close) {

  /** Columns {@code mic from open lunch_start lunch_end close}. */
  static Hours parse(String[] cells) {
    return new Hours(
        cells[1].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[1]),
        LocalTime.parse(cells[2]),
        time(cells[3]),
        time(cells[4]),
        LocalTime.parse(cells[5]));
  }

  private static @Nullable LocalTime time(String cell) {
    return cell.isEmpty() ? null : LocalTime.parse(cell);
  }
}
