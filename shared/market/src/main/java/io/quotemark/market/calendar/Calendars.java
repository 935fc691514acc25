package io.quotemark.market.calendar;

import io.quotemark.domain.listing.ListingId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

  private final Map<String, Tables> tables = new HashMap<>();
  private final Map<String, TradingCalendar> byMic = new ConcurrentHashMap<>();
  private final Map<String, String> shared = new HashMap<>();
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
            Set.of(),
            Map.of(),
            Map.of(),
            List.of());
  }

  /**
   * Reads the shipped tables. What they say of an exchange is made a calendar when that is first
   * asked for: a function looks at one or two of fifty before its first answer.
   */
  public static Calendars load() {
    Calendars calendars = new Calendars();
    for (String[] cells : TableLines.of(Calendars.class, "exchanges.tsv")) {
      calendars.tables.put(
          cells[0], new Tables(cells, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
    for (String[] cells : TableLines.of(Calendars.class, "hours.tsv")) {
      calendars.known(cells[0], "hours.tsv").hours().add(cells);
    }
    for (String[] cells : TableLines.of(Calendars.class, "extended-hours.tsv")) {
      calendars.known(cells[0], "extended-hours.tsv").extended().add(cells);
    }
    for (String line : TableLines.lines(Calendars.class, "closures.tsv")) {
      String mic = line.substring(0, line.indexOf('\t'));
      calendars.known(mic, "closures.tsv").closures().add(line);
    }
    calendars.byMic.put(ListingId.FX, rates());
    for (String[] cells : TableLines.of(Calendars.class, "shared-calendars.tsv")) {
      calendars.shared.put(cells[0], cells[1]);
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
    String main = shared.getOrDefault(mic, mic);
    TradingCalendar read = byMic.get(main);
    if (read != null) {
      return read;
    }
    Tables lines = tables.get(main);
    return lines == null ? unknown : byMic.computeIfAbsent(main, m -> lines.calendar());
  }

  private Tables known(String mic, String file) {
    Tables lines = tables.get(mic);
    if (lines == null) {
      throw new IllegalStateException(file + " has " + mic + ", which exchanges.tsv has not");
    }
    return lines;
  }

  /**
   * Rows of one exchange.
   *
   * @param exchange columns {@code mic zone week first last}
   */
  @SuppressWarnings("ArrayRecordComponent") // cells as they were read, never compared
  private record Tables(
      String[] exchange, List<String[]> hours, List<String[]> extended, List<String> closures) {
    TradingCalendar calendar() {
      Closures days = new Closures();
      for (String line : closures) {
        days.add(TableLines.cells(line));
      }
      List<Hours> read = new ArrayList<>();
      for (String[] row : hours) {
        read.add(Hours.parse(row));
      }
      return new TradingCalendar(
          exchange[0],
          ZoneId.of(exchange[1]),
          week(exchange[2]),
          LocalDate.parse(exchange[3]),
          LocalDate.parse(exchange[4]),
          read,
          days.closed,
          days.extra,
          days.special,
          days.earlyCloses,
          days.lateOpens,
          extended.stream().map(ExtendedHours::parse).toList());
    }
  }

  public boolean knows(ListingId id) {
    return of(id) != unknown;
  }

  /** Release of the time-zone rules in use, as the Java runtime names it ({@code 2026a}). */
  public static String timeZoneVersion() {
    return java.time.zone.ZoneRulesProvider.getVersions("Europe/Berlin").lastKey();
  }

  private static TradingCalendar rates() {
    // a day's rate is one moment: before it nobody knows it
    Hours fixing = new Hours(LocalDate.MIN, RATES_PUBLISHED, null, null, RATES_PUBLISHED);
    return new TradingCalendar(
        ListingId.FX,
        ZoneId.of("Europe/Berlin"),
        WEEKDAYS,
        LocalDate.of(1999, 1, 4),
        LocalDate.MAX,
        List.of(fixing),
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        List.of());
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
    private final Set<LocalDate> special = new HashSet<>();
    private final Map<LocalDate, LocalTime> earlyCloses = new HashMap<>();
    private final Map<LocalDate, LocalTime> lateOpens = new HashMap<>();

    /**
     * Columns {@code mic year type days}; type is {@code closed}, {@code open}, {@code special} or
     * {@code kind@HH:MM}.
     */
    void add(String[] cells) {
      int year = Integer.parseInt(cells[1]);
      int at = cells[2].indexOf('@');
      for (String day : cells[3].split(" ", -1)) {
        LocalDate date =
            LocalDate.of(
                year, Integer.parseInt(day, 0, 2, 10), Integer.parseInt(day, 3, day.length(), 10));
        if (at < 0) {
          days(cells[2]).add(date);
        } else {
          LocalTime time = LocalTime.parse(cells[2].substring(at + 1));
          (cells[2].startsWith("early_close") ? earlyCloses : lateOpens).put(date, time);
        }
      }
    }

    private Set<LocalDate> days(String type) {
      return switch (type) {
        case "closed" -> closed;
        case "open" -> extra;
        case "special" -> special;
        default -> throw new IllegalStateException("closures.tsv has a type " + type);
      };
    }
  }
}
