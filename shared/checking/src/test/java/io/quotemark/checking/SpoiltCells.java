package io.quotemark.checking;

import static io.quotemark.checking.Sheet.CLOSE;
import static io.quotemark.checking.Sheet.DATE;
import static io.quotemark.checking.Sheet.HIGH;
import static io.quotemark.checking.Sheet.LOW;
import static io.quotemark.checking.Sheet.OPEN;
import static io.quotemark.checking.Sheet.VOLUME;
import static io.quotemark.checking.SpoiltFiles.day;
import static io.quotemark.checking.SpoiltFiles.with;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Files whose days, columns or figures are not what they look like. */
final class SpoiltCells {
  private static final Map<String, UnaryOperator<Sheet>> ALL = new LinkedHashMap<>();

  private SpoiltCells() {}

  static Map<String, UnaryOperator<Sheet>> all() {
    return Collections.unmodifiableMap(ALL);
  }

  private static void sheet(String name, UnaryOperator<Sheet> spoil) {
    ALL.put(name, spoil);
  }

  static {
    days();
    columns();
    figures();
    stretches();
  }

  private static UnaryOperator<String> written(String pattern) {
    DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    return date -> form.format(LocalDate.parse(date));
  }

  private static void days() {
    sheet("a day later", s -> s.column(DATE, d -> LocalDate.parse(d).plusDays(1).toString()));
    sheet("a day earlier", s -> s.column(DATE, d -> LocalDate.parse(d).minusDays(1).toString()));
    sheet("a year later", s -> s.column(DATE, d -> LocalDate.parse(d).plusYears(1).toString()));
    sheet(
        "bars of Saturdays",
        s -> {
          for (int i = s.rows.size() - 1; i >= 0; i--) {
            if (day(s.rows.get(i)).getDayOfWeek() == DayOfWeek.FRIDAY) {
              String saturday = day(s.rows.get(i)).plusDays(1).toString();
              s.insert(i + 1, saturday, "1000", "1100", "900", "1000", "1");
            }
          }
          return s;
        });
    sheet("days and months, bare", s -> s.column(DATE, written("dd/MM/yyyy")));
    sheet("months and days, bare", s -> s.column(DATE, written("MM/dd/yyyy")));
    sheet(
        "months and days, said to be days and months",
        s -> s.comment("# dates: day first").column(DATE, written("MM/dd/yyyy")));
    sheet(
        "days and months, said to be months and days",
        s -> s.comment("# dates: month first").column(DATE, written("dd/MM/yyyy")));
    sheet("years of two digits", s -> s.column(DATE, written("yy-MM-dd")));
    sheet("days without a year", s -> s.column(DATE, written("dd MMM")));
    sheet(
        "days as numbers of a spreadsheet",
        s ->
            s.column(
                DATE,
                d ->
                    String.valueOf(
                        ChronoUnit.DAYS.between(
                            LocalDate.parse("1899-12-30"), LocalDate.parse(d)))));
    sheet(
        "midnights of the evening before",
        s -> s.column(DATE, d -> LocalDate.parse(d).minusDays(1) + "T16:00:00Z"));
    sheet(
        "years of the Buddha",
        s -> s.column(DATE, d -> LocalDate.parse(d).plusYears(543).toString()));
    sheet("days that there are not", s -> s.here(DATE, d -> d.substring(0, 8) + "31"));
    sheet("tomorrow", s -> s.insert(s.rows.size(), "2031-03-03", "1", "2", "1", "2", "5"));
    sheet(
        "hours",
        s -> {
          List<List<String>> hours = new ArrayList<>();
          for (List<String> row : s.rows) {
            for (int hour = 10; hour < 14; hour++) {
              List<String> bar = new ArrayList<>(row);
              bar.set(DATE, row.get(DATE) + " " + hour + ":00");
              bar.set(CLOSE, hour % 2 == 0 ? row.get(HIGH) : row.get(LOW));
              hours.add(bar);
            }
          }
          s.rows = hours;
          return s;
        });
    sheet("times of closes", s -> s.column(DATE, d -> d + " 16:00:00"));
  }

  private static void columns() {
    sheet("open and close, swapped", s -> s.head("date", "close", "high", "low", "open", "volume"));
    sheet("high and low, swapped", s -> s.head("date", "open", "low", "high", "close", "volume"));
    sheet(
        "close and volume, swapped", s -> s.head("date", "open", "high", "low", "volume", "close"));
    sheet("no names", s -> s.head());
    sheet(
        "one name too few",
        s -> s.head("open", "high", "low", "close", "volume")); // as R writes tables
    sheet("one name too many", s -> s.head("id", "date", "open", "high", "low", "close", "volume"));
    sheet(
        "two closes",
        s ->
            s.head("date", "open", "high", "low", "close", "volume", "close")
                .rows(row -> with(row, Sheet.times(row.get(CLOSE), "2"))));
    sheet(
        "the close before, as the price",
        s -> s.head("date", "open", "high", "low", "prev close", "volume"));
    sheet("bids", s -> s.head("date", "bid open", "bid high", "bid low", "bid close", "volume"));
    sheet("closes without a name", s -> s.head("date", "open", "high", "low", "x", "volume"));
    sheet(
        "adjusted closes alone", s -> s.head("date", "open", "high", "low", "adj close", "volume"));
    sheet("averages", s -> s.head("date", "a", "b", "c", "average", "volume"));
    sheet(
        "a close in another currency beside it",
        s ->
            s.head("date", "open", "high", "low", "close", "volume", "close usd")
                .rows(row -> with(row, Sheet.times(row.get(CLOSE), "0.13"))));
    sheet(
        "a currency that is not the listing's",
        s ->
            s.head("date", "open", "high", "low", "close", "volume", "currency")
                .rows(row -> with(row, "BRL")));
    sheet(
        "a symbol of somebody else",
        s ->
            s.head("date", "open", "high", "low", "close", "volume", "symbol")
                .rows(row -> with(row, "ZZZZZ")));
    sheet(
        "highs and lows that are the close",
        s ->
            s.rows(row ->
                List.of(
                    row.get(DATE),
                    row.get(CLOSE),
                    row.get(CLOSE),
                    row.get(CLOSE),
                    row.get(CLOSE),
                    row.get(VOLUME))));
    sheet("opens of zero", s -> s.column(OPEN, open -> "0"));
    sheet("highs of zero", s -> s.column(HIGH, high -> "0"));
    sheet(
        "closes alone", s -> s.head("date", "close").rows(row -> List.of(row.get(0), row.get(4))));
  }

  private static void figures() {
    for (String none :
        List.of(
            "", "0", "-1", "NaN", "Infinity", "null", "N/A", "-", "x", "0x1F", "=1+1", "#REF!")) {
      sheet("a close of [" + none + "]", s -> s.here(CLOSE, close -> none));
    }
    sheet("a close with its sign turned", s -> s.here(CLOSE, close -> "-" + close));
    sheet("a close in brackets", s -> s.here(CLOSE, close -> "(" + close + ")"));
    sheet("a close in per cent", s -> s.here(CLOSE, close -> close + "%"));
    sheet("a close in thousands", s -> s.here(CLOSE, close -> close + "K"));
    sheet("a close and a half", s -> s.here(CLOSE, close -> close + " 1/2"));
    sheet("a close with a note", s -> s.here(CLOSE, close -> close + "*"));
    sheet("a close that is two", s -> s.here(CLOSE, close -> close + " " + close));
    sheet("a close with its point moved", s -> s.here(CLOSE, close -> Sheet.times(close, "10")));
    sheet("a high with its point moved", s -> s.here(HIGH, high -> Sheet.times(high, "10")));
    sheet("a low with its point moved", s -> s.here(LOW, low -> Sheet.times(low, "0.1")));
    sheet(
        "a bar with its point moved", s -> s.prices(s.here, s.here + 1, p -> Sheet.times(p, "10")));
    sheet("closes without their point", s -> s.column(CLOSE, close -> close.replace(".", "")));
    sheet("prices without their point", s -> s.prices(0, s.rows.size(), p -> p.replace(".", "")));
    sheet("prices with signs", s -> s.prices(0, s.rows.size(), p -> "€" + p));
    sheet("prices in quotation marks", s -> s.prices(0, s.rows.size(), p -> "\"" + p + "\""));
    sheet("prices that are sums", s -> s.prices(0, s.rows.size(), p -> "=" + p));
    sheet(
        "decimal commas", s -> s.delimiter(";").prices(0, s.rows.size(), p -> p.replace('.', ',')));
    sheet("decimal commas among commas", s -> s.prices(0, s.rows.size(), p -> p.replace('.', ',')));
    sheet(
        "decimal commas of some rows",
        s -> s.delimiter(";").prices(s.here - 5, s.here + 1, p -> p.replace('.', ',')));
    sheet(
        "digits of another script",
        s -> s.prices(0, s.rows.size(), p -> shifted(p, '\u0660' - '0')));
    sheet("digits of full width", s -> s.prices(0, s.rows.size(), p -> shifted(p, '\uFF10' - '0')));
    sheet("powers of ten", s -> s.prices(0, s.rows.size(), p -> p + "e0"));
  }

  private static String shifted(String price, int by) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < price.length(); i++) {
      char here = price.charAt(i);
      out.append(here >= '0' && here <= '9' ? (char) (here + by) : here);
    }
    return out.toString();
  }

  private static void stretches() {
    sheet("weeks", s -> every(s, row -> day(row).with(DayOfWeek.FRIDAY).toString()));
    sheet(
        "weeks by their first day",
        s -> every(s, row -> day(row).with(DayOfWeek.MONDAY).toString()));
    sheet(
        "months",
        s -> every(s, row -> day(row).with(TemporalAdjusters.firstDayOfMonth()).toString()));
  }

  /** One row for all of a stretch: its first open, last close and extremes. */
  private static Sheet every(Sheet sheet, Function<List<String>, String> name) {
    Map<String, List<String>> stretches = new LinkedHashMap<>();
    for (List<String> row : sheet.rows) {
      stretches.merge(
          name.apply(row),
          row,
          (one, more) ->
              List.of(
                  one.get(DATE),
                  one.get(OPEN),
                  greater(one.get(HIGH), more.get(HIGH)) ? one.get(HIGH) : more.get(HIGH),
                  greater(one.get(LOW), more.get(LOW)) ? more.get(LOW) : one.get(LOW),
                  more.get(CLOSE),
                  one.get(VOLUME)));
    }
    List<List<String>> rows = new ArrayList<>();
    stretches.forEach((day, row) -> {
      List<String> named = new ArrayList<>(row);
      named.set(DATE, day);
      rows.add(named);
    });
    sheet.rows = rows;
    return sheet;
  }

  private static boolean greater(String one, String other) {
    return new BigDecimal(one).compareTo(new BigDecimal(other)) > 0;
  }
}
