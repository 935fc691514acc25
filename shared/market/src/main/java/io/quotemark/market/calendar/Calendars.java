package io.quotemark.market.calendar;

import io.quotemark.domain.ListingId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calendars of all exchanges known, read from the shipped tables. A market without its own
 * keeps the sessions of its country's main exchange ({@code XSHE} those of {@code XSHG}), an index
 * those of its home market, a currency pair those of the ECB's rates. A market nobody knows trades
 * on weekdays in UTC, and its calendar covers no day.
 */
public final class Calendars {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** Reference rates are set at 14:15 and published at about 16:00 Frankfurt time (ECB). */
  private static final LocalTime RATES_PUBLISHED = LocalTime.of(16, 0);

  private final Map<String, TradingCalendar> byMic = new HashMap<>();
  private final Map<String, String> indexMarkets = new HashMap<>();
  private final TradingCalendar unknown;

  private Calendars() {
    this.unknown =
        new TradingCalendar(
            "?",
            ZoneId.of("UTC"),
            WEEKDAYS,
            LocalDate.MAX,
            LocalDate.MIN,
            List.of(new Hours(LocalDate.MIN, LocalTime.MIN, null, null, LocalTime.of(23, 59))),
            Set.of(),
            Set.of(),
            Map.of(),
            Map.of());
  }

  /** Reads the shipped tables. */
  public static Calendars load() {
    Calendars calendars = new Calendars();
    Map<String, List<Hours>> hours = new HashMap<>();
    for (String[] cells : TableLines.of(Calendars.class, "hours.tsv")) {
      hours.computeIfAbsent(cells[0], mic -> new ArrayList<>()).add(Hours.parse(cells));
    }
    Map<String, Closures> closures = new HashMap<>();
    for (String[] cells : TableLines.of(Calendars.class, "closures.tsv")) {
      closures.computeIfAbsent(cells[0], mic -> new Closures()).add(cells);
    }
    for (String[] cells : TableLines.of(Calendars.class, "exchanges.tsv")) {
      Closures days = closures.getOrDefault(cells[0], new Closures());
      calendars.byMic.put(
          cells[0],
          new TradingCalendar(
              cells[0],
              ZoneId.of(cells[1]),
              week(cells[2]),
              LocalDate.parse(cells[3]),
              LocalDate.parse(cells[4]),
              hours.getOrDefault(cells[0], List.of()),
              days.closed,
              days.extra,
              days.earlyCloses,
              days.lateOpens));
    }
    calendars.byMic.put(ListingId.FX, rates());
    for (String[] cells : TableLines.of(Calendars.class, "shared-calendars.tsv")) {
      calendars.byMic.put(cells[0], calendars.of(cells[1]));
    }
    for (String[] cells : TableLines.of(Calendars.class, "index-markets.tsv")) {
      calendars.indexMarkets.put(cells[0], cells[1]);
    }
    return calendars;
  }

  /** The sessions of a listing, an index or a currency pair. */
  public TradingCalendar of(ListingId id) {
    return id.isIndex() ? of(indexMarkets.getOrDefault(id.ticker(), "")) : of(id.mic());
  }

  /** The sessions of an exchange by its ISO 10383 code. */
  public TradingCalendar of(String mic) {
    return byMic.getOrDefault(mic, unknown);
  }

  public boolean knows(ListingId id) {
    return of(id) != unknown;
  }

  /** Release of the time-zone rules in use, as the Java runtime names it ({@code 2026a}). */
  public static String timeZoneVersion() {
    return java.time.zone.ZoneRulesProvider.getVersions("Europe/Berlin").lastKey();
  }

  private static TradingCalendar rates() {
    Hours fixing = new Hours(LocalDate.MIN, LocalTime.MIN, null, null, RATES_PUBLISHED);
    return new TradingCalendar(
        ListingId.FX,
        ZoneId.of("Europe/Berlin"),
        WEEKDAYS,
        LocalDate.of(1999, 1, 4),
        LocalDate.MAX,
        List.of(fixing),
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of());
  }

  private static Set<DayOfWeek> week(String mask) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (mask.charAt(day.getValue() - 1) == '1') {
        days.add(day);
      }
    }
    return days;
  }

  /** What one exchange's rows of {@code closures.tsv} add up to. */
  private static final class Closures {
    private final Set<LocalDate> closed = new HashSet<>();
    private final Set<LocalDate> extra = new HashSet<>();
    private final Map<LocalDate, LocalTime> earlyCloses = new HashMap<>();
    private final Map<LocalDate, LocalTime> lateOpens = new HashMap<>();

    /**
     * Columns {@code mic year type days}; type is {@code closed}, {@code open} or {@code
     * kind@HH:MM}.
     */
    void add(String[] cells) {
      int year = Integer.parseInt(cells[1]);
      int at = cells[2].indexOf('@');
      for (String day : cells[3].split(" ", -1)) {
        LocalDate date = MonthDay.parse("--" + day).atYear(year);
        if (at < 0) {
          (cells[2].equals("open") ? extra : closed).add(date);
        } else {
          LocalTime time = LocalTime.parse(cells[2].substring(at + 1));
          (cells[2].startsWith("early_close") ? earlyCloses : lateOpens).put(date, time);
        }
      }
    }
  }
}
