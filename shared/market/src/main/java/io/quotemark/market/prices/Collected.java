package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.Cells.BadCell;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one listing from one source. */
final class Collected {
  /** A single bar on a closed day says nothing about all the others. */
  private static final int FEWEST_SHIFTED = 2;

  /** Places of the finest prices that are quoted. */
  private static final int QUOTED_PLACES = 4;

  private static final int FEWEST_COARSE = 4;
  private static final int SESSIONS_OF_A_WEEK = 4;

  private final TreeMap<LocalDate, Delivered.Row> rows = new TreeMap<>();
  private final Map<LocalDate, Long> lines = new HashMap<>();

  /** Each session's date as its first row prints it. */
  private final Map<LocalDate, String> dates = new HashMap<>();

  private final Set<LocalDate> disputed = new HashSet<>();
  private final TreeMap<LocalDate, BigDecimal> splits = new TreeMap<>();
  private final TreeMap<LocalDate, Dividend> dividends = new TreeMap<>();
  private final Map<LocalDate, Long> dividendLines = new HashMap<>();
  private final String fileName;
  private final TradingCalendar calendar;
  private final List<RowProblem> problems;
  private int onClosedDays;
  private boolean fine;
  private @Nullable Basis basis;
  private Layout.@Nullable Adjusted documented;

  /**
   * @param problems where what concerns one line is added
   */
  Collected(
      String fileName, List<Split> stated, TradingCalendar calendar, List<RowProblem> problems) {
    this.fileName = fileName;
    this.calendar = calendar;
    this.problems = problems;
    for (Split split : stated) {
      splits.put(split.firstSession(), split.ratio());
    }
  }

  /** To be told of each close as it is printed. */
  void printed(String close) {
    int point = close.indexOf('.');
    fine |= point >= 0 && close.length() - point - 1 > QUOTED_PLACES;
  }

  TradingCalendar calendar() {
    return calendar;
  }

  void basis(Basis stated) throws BadCell {
    if (basis != null && basis != stated) {
      throw new BadCell("states another basis than the rows before it");
    }
    basis = stated;
  }

  void documented(Layout.Adjusted adjusted) throws BadCell {
    if (documented != null && documented != adjusted) {
      throw new BadCell("is adjusted in another way than the rows before it");
    }
    documented = adjusted;
  }

  // a split or dividend is true on whatever day it stands

  void split(LocalDate firstSession, BigDecimal ratio) {
    splits.put(firstSession, ratio);
  }

  void dividend(Dividend paid, long line) {
    dividends.put(paid.exDate(), paid);
    dividendLines.put(paid.exDate(), line);
  }

  /**
   * Of two rows of one session that differ neither is believed, nor of two alike whose dates are
   * not: they are of parts of a day.
   *
   * @param date as the row prints it
   */
  void add(Delivered.Row row, String date, long line) throws BadCell {
    if (calendar.isKnownClosed(row.session())) {
      onClosedDays++;
      throw new BadCell(
          "%s did not trade on %s, a %s"
              .formatted(calendar.mic(), row.session(), name(row.session().getDayOfWeek())));
    }
    Delivered.@Nullable Row other = rows.get(row.session());
    if (other == null && !disputed.contains(row.session())) {
      rows.put(row.session(), row);
      lines.put(row.session(), line);
      dates.put(row.session(), date);
      return;
    }
    long first = lines.getOrDefault(row.session(), 0L);
    if (row.equals(other) && date.equals(dates.get(row.session()))) {
      throw new BadCell("repeats line " + first);
    }
    String what = row.equals(other) ? "another time" : "other prices";
    if (other != null) {
      rows.remove(row.session());
      disputed.add(row.session());
      problems.add(
          RowProblem.dropped(
              fileName, first, "line " + line + " has " + what + " for " + row.session()));
    }
    throw new BadCell("line " + first + " has " + what + " for " + row.session());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** Why the rows cannot be the bars of sessions: dates of another zone, parts of days, weeks. */
  Optional<String> noSessions() {
    if (disputed.size() > 1 && disputed.size() >= rows.size()) {
      return Optional.of(
          "%d sessions have several rows that differ: bars of parts of a day, or of several venues; deliver one row a session, or bars of one minute each"
              .formatted(disputed.size()));
    }
    Optional<String> coarse = coarse();
    return coarse.isPresent() ? coarse : shifted();
  }

  /**
   * Why the dates cannot be the sessions': bars on days the exchange was closed beside sessions
   * without a bar are what dates of another time zone look like. (Bars on closed days alone are
   * only filled in, and dropped.)
   */
  private Optional<String> shifted() {
    if (onClosedDays < FEWEST_SHIFTED || rows.isEmpty()) {
      return Optional.empty();
    }
    long covered = rows.keySet().stream().filter(calendar::covers).count();
    LocalDate first = later(rows.firstKey(), calendar.first());
    LocalDate last = earlier(rows.lastKey(), calendar.last());
    long missing = calendar.sessionsBetween(first.minusDays(1), last) - covered;
    return 10L * onClosedDays > covered && 2 * missing >= onClosedDays
        ? Optional.of(
            "%d bars are on days %s was closed and %d of its sessions have none: the dates look shifted, by a time zone perhaps; write each session's own date"
                .formatted(onClosedDays, calendar.mic(), missing))
        : Optional.empty();
  }

  /** A bar of a week or a month has the date of a session and the range of many. */
  private Optional<String> coarse() {
    boolean sparse =
        documented == Layout.Adjusted.RAW
            && rows.values().stream().allMatch(row -> row.high() == null && row.low() == null);
    if (rows.size() < FEWEST_COARSE || sparse) {
      return Optional.empty();
    }
    List<Integer> steps = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : rows.keySet()) {
      if (before != null) {
        steps.add(calendar.sessionsBetween(before, day));
      }
      before = day;
    }
    Collections.sort(steps);
    return steps.get(steps.size() / 4) >= SESSIONS_OF_A_WEEK
        ? Optional.of(
            "its rows lie %d sessions apart: bars of weeks or months; download daily prices"
                .formatted(steps.get(steps.size() / 2)))
        : Optional.empty();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  /** Line of the file that a session's bar stands on. */
  long line(LocalDate session) {
    return lines.getOrDefault(session, 0L);
  }

  /**
   * Nobody pays out more than the share was worth before. (Prices lessened by all dividends since
   * may be below one.)
   */
  private void dropImpossibleDividends() {
    if (dividends.isEmpty()
        || basis == Basis.DIVIDEND_ADJUSTED
        || documented == Layout.Adjusted.TOTAL) {
      return;
    }
    dividends
        .values()
        .removeIf(paid -> {
          Map.Entry<LocalDate, Delivered.Row> before = rows.lowerEntry(paid.exDate());
          if (before == null || paid.amount().compareTo(before.getValue().close()) < 0) {
            return false;
          }
          problems.add(
              RowProblem.dropped(
                  fileName,
                  dividendLines.getOrDefault(paid.exDate(), 0L),
                  "dividend %s of %s is not below the close %s of %s before it (another unit?); the dividend is left out, the prices are kept"
                      .formatted(
                          paid.amount().toPlainString(),
                          paid.exDate(),
                          before.getValue().close().toPlainString(),
                          before.getKey())));
          return true;
        });
  }

  Delivered delivered(ListingId listing) {
    dropImpossibleDividends();
    List<Split> taken = new ArrayList<>();
    for (Map.Entry<LocalDate, BigDecimal> split : splits.entrySet()) {
      taken.add(new Split(split.getKey(), split.getValue()));
    }
    return new Delivered(
        listing,
        List.copyOf(rows.values()),
        taken,
        List.copyOf(dividends.values()),
        basis,
        documented,
        fine);
  }
}
