package io.quotemark.market.prices;

import io.quotemark.market.prices.Cells.BadCell;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the moments of minute bars: ISO 8601 with {@code Z} or an offset, Unix seconds,
 * milliseconds, microseconds or nanoseconds, and local times where the file states their zone.
 */
final class Moment {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.0+)?)?\\s?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{13}|\\d{16}|\\d{19}");
  private static final int SECONDS = 10;

  private Moment() {}

  /** Whether a cell has the form of a moment, with a zone or without. */
  static boolean is(String cell) {
    return EPOCH.matcher(cell).matches() || ISO.matcher(cell).matches();
  }

  /**
   * @param zone of local times, null where the file does not state it
   * @throws BadCell where the cell is no moment, or a local time of nobody knows which zone
   */
  static Instant of(String cell, @Nullable ZoneId zone) throws BadCell {
    if (EPOCH.matcher(cell).matches()) {
      int beyond = Math.max(0, cell.length() - SECONDS);
      return Instant.ofEpochSecond(
          new BigInteger(cell).divide(BigInteger.TEN.pow(beyond)).longValueExact());
    }
    Matcher iso = ISO.matcher(cell);
    if (!iso.matches()) {
      throw new BadCell("not a time: " + Cells.shown(cell));
    }
    try {
      LocalDate day = LocalDate.parse(iso.group(1));
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(iso.group(2)),
              Integer.parseInt(iso.group(3)),
              iso.group(4) == null ? 0 : Integer.parseInt(iso.group(4)));
      String offset = iso.group(5);
      if (offset != null) {
        return day.atTime(time).toInstant(offset(offset));
      }
      if (zone != null) {
        return day.atTime(time).atZone(zone).toInstant();
      }
    } catch (DateTimeException impossible) {
      throw new BadCell("no such time: " + Cells.shown(cell));
    }
    throw new BadCell(
        "a time without its zone: "
            + Cells.shown(cell)
            + "; write it with Z or an offset, or add a line '# zone: America/New_York'");
  }

  private static ZoneOffset offset(String text) {
    return text.equals("UTC")
        ? ZoneOffset.UTC
        : ZoneOffset.of(text.replaceFirst("^([+-]\\d{2})(\\d{2})$", "$1:$2"));
  }
}
