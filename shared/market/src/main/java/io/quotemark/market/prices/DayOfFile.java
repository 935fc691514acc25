package io.quotemark.market.prices;

import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one day of a file without a column of days, as exchanges write a market's day: from {@code #
 * date: 2024-06-13}, what stands above the table, or the file's name.
 *
 * @param day null where the rows have days of their own
 */
record DayOfFile(@Nullable LocalDate day) {
  private static final Pattern REPUBLIC =
      Pattern.compile("(?<!\\d)(1\\d{2})[/年](\\d{1,2})[/月](\\d{1,2})");
  private static final Pattern FULL =
      Pattern.compile("(?<!\\d)(20\\d{2})[-_/.年]?(\\d{2})[-_/.月]?(\\d{2})(?!\\d)");

  /** KRX names a download by the day it is made, whatever day it is of. */
  private static final Pattern DAY_OF_DOWNLOAD = Pattern.compile("^data_\\d+_\\d{8}\\b.*");

  private static final int REPUBLIC_BEGAN = 1911;

  static DayOfFile of(
      String fileName, CsvTable table, Layout layout, Columns columns, Statements statements)
      throws CsvTable.NoTable {
    if (columns.has(Field.DATE)) {
      return new DayOfFile(null);
    }
    Optional<String> stated = statements.of("date");
    if (stated.isPresent()) {
      try {
        return new DayOfFile(Cells.date(stated.get()));
      } catch (BadCell bad) {
        throw new CsvTable.NoTable("'# date: " + stated.get() + "': " + bad.getMessage());
      }
    }
    String name = FileNames.baseName(fileName);
    Set<LocalDate> found = new LinkedHashSet<>();
    if (layout.days().startsWith("file:")) {
      inName(layout.days().substring(5), name).ifPresent(found::add);
    }
    table
        .preamble()
        .forEach(line -> {
          days(REPUBLIC, line, REPUBLIC_BEGAN, found);
          days(FULL, line, 0, found);
        });
    if (!DAY_OF_DOWNLOAD.matcher(name).matches()) {
      days(FULL, name, 0, found);
    }
    if (found.size() != 1) {
      throw layout.isKnown()
          ? new CsvTable.NoTable(
              (found.isEmpty()
                      ? "no column of days and nothing that tells the day of its prices"
                      : "no column of days, and it names more than one: " + found)
                  + "; add a line '# date: 2024-06-13' or name the file prices_2024-06-13.csv, by the day of the prices")
          : columns.missing("date");
    }
    return new DayOfFile(found.iterator().next());
  }

  /** The last group of the expression is ddmmyy or yyyymmdd. */
  private static Optional<LocalDate> inName(String expression, String name) {
    Matcher part = Pattern.compile(expression).matcher(name);
    if (!part.find()) {
      return Optional.empty();
    }
    String digits = part.group(part.groupCount());
    Set<LocalDate> days = new LinkedHashSet<>();
    String written =
        digits.length() == 6
            ? "20" + digits.substring(4) + digits.substring(2, 4) + digits.substring(0, 2)
            : digits;
    days(FULL, written, 0, days);
    return days.stream().findFirst();
  }

  private static void days(Pattern pattern, String text, int began, Set<LocalDate> into) {
    Matcher day = pattern.matcher(text);
    while (day.find()) {
      day(began + number(day, 1), number(day, 2), number(day, 3)).ifPresent(into::add);
    }
  }

  private static int number(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }

  /** Empty where the figures are no day. */
  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
