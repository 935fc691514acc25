package io.quotemark.market.prices;

import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.Cells.BadCell;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one file writes its days. Whether {@code 03/08/2024} is in March or in August is told by the
 * source's layout, by a line of the file ({@code # dates: day first}), by another day of the same
 * file ({@code 13/08/2024}), or by days on which the exchange was closed; it is never guessed.
 *
 * @param order of day and month where both are figures
 * @param republic whether a year of two or three figures is one of the Republic of China
 */
record DayStyle(Order order, boolean republic) {
  enum Order {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN
  }

  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})([T ,].*)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.年])\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})日?([T ].*)?");
  private static final Pattern REPUBLIC_YEAR =
      Pattern.compile("(\\d{2,3})[/.年-](\\d{1,2})[/.月-](\\d{1,2})日?[*＊]?");
  private static final Pattern REPUBLIC_FIGURES = Pattern.compile("(\\d{3})(\\d{2})(\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(\\d{1,2})[- ]([A-Za-z]{3})[A-Za-z.]*[- ,]+(\\d{4}|\\d{2})|([A-Za-z]{3})[A-Za-z.]* (\\d{1,2}),? (\\d{4})");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{13}|\\d{16}|\\d{19}");
  private static final Pattern OFFSET =
      Pattern.compile("(.*[T ]\\d{1,2}:\\d{2}.*?)\\s?(Z|UTC|[+-]\\d{2}:?\\d{2})");
  private static final DateTimeFormatter MONTH =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM uuuu")
          .toFormatter(Locale.ENGLISH);

  /** So many days that must have been closed one way, and none the other, tell the order. */
  private static final int FEWEST_CLOSED = 2;

  private static final int REPUBLIC = 1911;

  /**
   * @param cells of the column of days
   * @param stated {@code day first} or {@code month first}, where the file states it
   * @throws CsvTable.NoTable where the file's days contradict each other or what is stated
   */
  static DayStyle of(List<String> cells, Layout layout, boolean semicolons, Optional<String> stated)
      throws CsvTable.NoTable {
    String dayFirst = null;
    String monthFirst = null;
    boolean dotted = false;
    for (String cell : cells) {
      Matcher figures = FIGURES.matcher(cell);
      if (figures.matches()) {
        dotted |= figures.group(2).equals(".");
        dayFirst = number(figures.group(1)) > 12 ? cell : dayFirst;
        monthFirst = number(figures.group(3)) > 12 ? cell : monthFirst;
      }
    }
    if (dayFirst != null && monthFirst != null) {
      boolean impossible = !semicolons || !dotted;
      if (impossible) {
        throw new CsvTable.NoTable(
            "day and month change places: %s and %s; write yyyy-mm-dd"
                .formatted(Cells.shown(dayFirst), Cells.shown(monthFirst)));
      }
    }
    Order found =
        dayFirst != null
            ? Order.DAY_FIRST
            : monthFirst != null
                ? Order.MONTH_FIRST
                : semicolons && dotted ? Order.DAY_FIRST : Order.UNKNOWN;
    Order told = told(layout, stated);
    if (told != Order.UNKNOWN && found != Order.UNKNOWN && told != found) {
      throw new CsvTable.NoTable(
          "its days are said to be written %s, which %s is not"
              .formatted(
                  told == Order.DAY_FIRST ? "day first" : "month first",
                  Cells.shown(dayFirst == null ? String.valueOf(monthFirst) : dayFirst)));
    }
    return new DayStyle(told == Order.UNKNOWN ? found : told, isOfTaiwan(layout));
  }

  private static boolean isOfTaiwan(Layout layout) {
    for (List<String> mics : layout.markets().values()) {
      if (mics.contains("XTAI") || mics.contains("ROCO")) {
        return true;
      }
    }
    return false;
  }

  private static Order told(Layout layout, Optional<String> stated) throws CsvTable.NoTable {
    if (stated.isPresent()) {
      return switch (CsvTable.normalized(stated.get())) {
        case "dayfirst" -> Order.DAY_FIRST;
        case "monthfirst" -> Order.MONTH_FIRST;
        default ->
            throw new CsvTable.NoTable(
                "'# dates: %s' is neither 'day first' nor 'month first'".formatted(stated.get()));
      };
    }
    return switch (layout.days()) {
      case "mdy" -> Order.MONTH_FIRST;
      case "dmy" -> Order.DAY_FIRST;
      default -> Order.UNKNOWN;
    };
  }

  /** The order that the exchange's closures prove, where nothing else does. */
  DayStyle provedBy(TradingCalendar calendar, List<String> cells) {
    if (order != Order.UNKNOWN) {
      return this;
    }
    int closedDayFirst = closed(new DayStyle(Order.DAY_FIRST, republic), calendar, cells);
    int closedMonthFirst = closed(new DayStyle(Order.MONTH_FIRST, republic), calendar, cells);
    if (closedDayFirst == 0 && closedMonthFirst >= FEWEST_CLOSED) {
      return new DayStyle(Order.DAY_FIRST, republic);
    }
    return closedMonthFirst == 0 && closedDayFirst >= FEWEST_CLOSED
        ? new DayStyle(Order.MONTH_FIRST, republic)
        : this;
  }

  private static int closed(DayStyle style, TradingCalendar calendar, List<String> cells) {
    int closed = 0;
    for (String cell : cells) {
      Matcher figures = FIGURES.matcher(cell);
      try {
        closed += figures.matches() && calendar.isKnownClosed(style.ofFigures(figures)) ? 1 : 0;
      } catch (DateTimeException impossible) {
        closed++;
      }
    }
    return closed;
  }

  /** A day whose order of day and month nothing tells. */
  boolean isAmbiguous(String cell) {
    return order == Order.UNKNOWN && FIGURES.matcher(cell).matches();
  }

  /**
   * The session that a cell names. A moment is the day it has at the exchange; midnight UTC is the
   * day that is printed, as sources mark whole days by it.
   *
   * @param calendar of the listing's exchange
   */
  LocalDate date(String cell, TradingCalendar calendar) throws BadCell {
    String text = cell.strip();
    try {
      if (EPOCH.matcher(text).matches()) {
        return atExchange(epoch(text), calendar);
      }
      Matcher offset = OFFSET.matcher(text);
      if (offset.matches()) {
        return ofMoment(text, offset, calendar);
      }
      LocalDate day = plain(text);
      if (day != null) {
        return day;
      }
    } catch (DateTimeException impossible) {
      throw new BadCell("no such date: " + Cells.shown(text));
    }
    throw new BadCell(
        text.matches("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}.*")
            ? "day and month cannot be told apart in " + Cells.shown(text) + "; write yyyy-mm-dd"
            : "not a date: " + Cells.shown(text));
  }

  private @Nullable LocalDate plain(String text) throws BadCell {
    Matcher figures = FIGURES.matcher(text);
    if (figures.matches() && order != Order.UNKNOWN) {
      return ofFigures(figures);
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      Cells.requireTime(year.group(5));
      return LocalDate.of(number(year.group(1)), number(year.group(3)), number(year.group(4)));
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      boolean dayFirst = named.group(1) != null;
      String ofYear = dayFirst ? named.group(3) : named.group(6);
      return LocalDate.parse(
          "%s %s %s"
              .formatted(
                  number(dayFirst ? named.group(1) : named.group(5)),
                  dayFirst ? named.group(2) : named.group(4),
                  ofYear.length() == 2 ? "20" + ofYear : ofYear),
          MONTH);
    }
    Matcher republicYear =
        (text.indexOf('/') + text.indexOf('年') + text.indexOf('-') > -3
                ? REPUBLIC_YEAR
                : REPUBLIC_FIGURES)
            .matcher(text);
    if (republicYear.matches() && (republic || republicYear.group(1).length() == 3)) {
      return LocalDate.of(
          REPUBLIC + number(republicYear.group(1)),
          number(republicYear.group(2)),
          number(republicYear.group(3)));
    }
    return text.matches("\\d{8}([T ].*)?") ? Cells.date(text) : null;
  }

  private LocalDate ofFigures(Matcher figures) {
    int first = number(figures.group(1));
    int second = number(figures.group(3));
    int year = number(figures.group(4));
    return order == Order.DAY_FIRST
        ? LocalDate.of(year, second, first)
        : LocalDate.of(year, first, second);
  }

  private LocalDate ofMoment(String text, Matcher offset, TradingCalendar calendar) throws BadCell {
    LocalDate printed = plain(offset.group(1));
    if (printed == null) {
      throw new BadCell("not a date: " + Cells.shown(text));
    }
    Matcher time = Pattern.compile("[T ](\\d{1,2}):(\\d{2})").matcher(text);
    if (!time.find()) {
      return printed;
    }
    LocalTime clock = LocalTime.of(number(time.group(1)), number(time.group(2)));
    String zone = offset.group(2);
    ZoneOffset from =
        zone.equals("UTC")
            ? ZoneOffset.UTC
            : ZoneOffset.of(zone.replaceFirst("(\\d{2})(\\d{2})$", "$1:$2"));
    return atExchange(OffsetDateTime.of(printed, clock, from).toInstant(), calendar);
  }

  private static LocalDate atExchange(Instant moment, TradingCalendar calendar) {
    boolean midnight = moment.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : calendar.dateAt(moment);
  }

  /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their length. */
  private static Instant epoch(String digits) {
    int beyondSeconds = Math.max(0, digits.length() - 10);
    BigInteger[] parts =
        new BigInteger(digits).divideAndRemainder(BigInteger.TEN.pow(beyondSeconds));
    return Instant.ofEpochSecond(parts[0].longValueExact());
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
