package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of minute bars, {@code timestamp,open,high,low,close,volume}: each row's time is the
 * first moment of its minute. Minutes outside of all trading hours of their exchange are left out.
 */
final class MinuteRows {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Enough rows to tell how far apart they are. */
  private static final int LOOKED_AT = 400;

  private static final int FEWEST = 3;

  /** Most steps of a file of minutes are not longer. */
  private static final Duration SHORT = Duration.ofMinutes(5);

  private final String fileName;
  private final CsvTable table;
  private final Instant retrievedAt;
  private final Securities master;
  private final Calendars calendars;
  private final Statements statements;
  private final Columns columns;
  private final NumberStyle numbers;
  private final FileListing listings;
  private final Symbols symbols;
  private final List<RowProblem> problems = new ArrayList<>();
  private final UnitOfRow units;
  private final @Nullable ZoneId zone;
  private final Map<ListingSession, TreeMap<Instant, Minute>> days = new TreeMap<>();
  private final Set<Instant> disputed = new TreeSet<>();
  private int outside;

  MinuteRows(
      String fileName, CsvTable table, Instant retrievedAt, Securities master, Calendars calendars)
      throws CsvTable.NoTable {
    this.fileName = fileName;
    this.table = table;
    this.retrievedAt = retrievedAt;
    this.master = master;
    this.calendars = calendars;
    this.statements = new Statements(table.directives());
    Layout layout = Layout.of(table, FileNames.baseName(fileName));
    this.columns = new Columns(table.header(), layout);
    this.numbers = NumberStyle.of(table, columns);
    this.symbols = new Symbols(master);
    this.listings = new FileListing(fileName, table, layout, columns, statements, symbols, master);
    this.units = new UnitOfRow(fileName, columns, statements, master, problems);
    this.zone = zone(statements);
  }

  /**
   * Whether a table says that its rows are minutes, or they lie a minute apart, so that it is no
   * file of sessions.
   */
  static boolean recognises(CsvTable table) {
    if (!Columns.isHeader(table.header())) {
      return false;
    }
    boolean stated =
        table.directives().getOrDefault("bars", List.of()).stream()
            .anyMatch(line -> line.text().equalsIgnoreCase("minutes"));
    if (stated) {
      return true;
    }
    int time = Columns.place(Field.DATE, table.header());
    int listing = Columns.place(Field.LISTING, table.header());
    Map<String, Instant> before = new HashMap<>();
    BigInteger apart = BigInteger.ZERO;
    int steps = 0;
    int close = 0;
    for (CsvTable.Row row : table.rows().subList(0, Math.min(LOOKED_AT, table.rows().size()))) {
      String cell = time < 0 ? "" : row.cell(time);
      if (!Moment.is(cell)) {
        return false;
      }
      try {
        Instant now = Moment.of(cell, ZoneOffset.UTC);
        Instant last = before.put(listing < 0 ? "" : row.cell(listing), now);
        if (last != null && !last.equals(now)) {
          Duration step = Duration.between(last, now).abs();
          apart = apart.gcd(BigInteger.valueOf(step.toSeconds()));
          steps++;
          close += step.compareTo(SHORT) <= 0 ? 1 : 0;
        }
      } catch (BadCell noTime) {
        return false;
      }
    }
    return steps + 1 >= FEWEST
        && 2 * close >= steps
        && apart.equals(BigInteger.valueOf(MINUTE.toSeconds()));
  }

  PriceFile read() throws CsvTable.NoTable {
    requireAsTraded();
    Optional<ListingId> ofFile = listings.ofFile();
    requireZone();
    for (CsvTable.Row row : table.rows()) {
      try {
        Optional<ListingId> listing = listings.of(row, ofFile);
        if (listing.isPresent()) {
          read(row, listing.get());
        }
      } catch (BadCell bad) {
        problems.add(RowProblem.dropped(fileName, row.line(), String.valueOf(bad.getMessage())));
      }
    }
    listings.summary().ifPresent(problems::add);
    List<MinuteBars> minutes = new ArrayList<>();
    String source = source();
    days.forEach((day, of) -> {
      if (!of.isEmpty()) {
        minutes.add(
            new MinuteBars(
                day.listing(),
                day.session(),
                source,
                retrievedAt,
                List.copyOf(of.values()),
                isSample()));
      }
    });
    if (minutes.isEmpty()) {
      problems.addFirst(RowProblem.refused(fileName, "no usable minute"));
    }
    if (outside > 0) {
      problems.add(
          RowProblem.note(
              fileName, outside + " minutes outside of all trading hours are left out"));
    }
    return new PriceFile(List.of(), problems, false, "minute bars", minutes);
  }

  /** Prices adjusted for what came later are not those that anybody saw at that minute. */
  private void requireAsTraded() throws CsvTable.NoTable {
    Optional<String> stated = statements.of("basis");
    try {
      if (stated.isPresent() && Cells.basis(stated.get()) != Basis.AS_TRADED) {
        throw new CsvTable.NoTable(
            "minute bars must be as traded, not " + stated.get() + "; download raw prices");
      }
    } catch (BadCell bad) {
      throw new CsvTable.NoTable(String.valueOf(bad.getMessage()));
    }
  }

  private static @Nullable ZoneId zone(Statements statements) throws CsvTable.NoTable {
    Optional<String> stated = statements.of("zone");
    try {
      return stated.isPresent() ? ZoneId.of(stated.get()) : null;
    } catch (DateTimeException unknown) {
      throw new CsvTable.NoTable(
          "'# zone: %s' is no time zone; write '# zone: America/New_York'".formatted(stated.get()));
    }
  }

  /** Where no time of the file can be told, that is said once. */
  private void requireZone() throws CsvTable.NoTable {
    try {
      if (!table.rows().isEmpty()) {
        Moment.of(columns.cell(table.rows().getFirst(), Field.DATE), zone);
      }
    } catch (BadCell untellable) {
      throw new CsvTable.NoTable(String.valueOf(untellable.getMessage()));
    }
  }

  private void read(CsvTable.Row row, ListingId listing) throws BadCell {
    if (!master.issuers().isEmpty() && master.listing(listing).isEmpty() && !listing.isIndex()) {
      throw new BadCell(listing + " is not in the securities master, so no article can name it");
    }
    Instant start = Moment.of(columns.cell(row, Field.DATE), zone).truncatedTo(ChronoUnit.MINUTES);
    if (start.isAfter(retrievedAt)) {
      throw new BadCell("minute " + start + " had not come when the file was delivered");
    }
    TradingCalendar calendar = calendars.of(listing);
    if (calendar.classOf(start).isEmpty()) {
      outside++;
      return;
    }
    int minor = units.minorPlaces(row, listing);
    BigDecimal open = price(row, Field.OPEN, minor);
    BigDecimal high = price(row, Field.HIGH, minor);
    BigDecimal low = price(row, Field.LOW, minor);
    BigDecimal close = price(row, Field.CLOSE, minor);
    Long volume = Cells.volume(numbers.whole(columns.cell(row, Field.VOLUME)));
    add(
        new ListingSession(listing, calendar.dateAt(start)),
        minute(start, open, high, low, close, volume == null ? 0 : volume));
  }

  private static Minute minute(
      Instant start,
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      long volume)
      throws BadCell {
    try {
      return new Minute(start, open, high, low, close, volume);
    } catch (IllegalArgumentException outOfOrder) {
      throw new BadCell(String.valueOf(outOfOrder.getMessage()));
    }
  }

  /** Of two rows of one minute that differ neither is believed. */
  private void add(ListingSession day, Minute minute) throws BadCell {
    TreeMap<Instant, Minute> of = days.computeIfAbsent(day, d -> new TreeMap<>());
    Minute other = of.get(minute.start());
    if (disputed.contains(minute.start()) || (other != null && !other.equals(minute))) {
      of.remove(minute.start());
      disputed.add(minute.start());
      throw new BadCell("another row has other prices for " + minute.start());
    }
    of.put(minute.start(), minute);
  }

  private BigDecimal price(CsvTable.Row row, Field field, int minor) throws BadCell {
    String name = field.name().toLowerCase(Locale.ROOT);
    if (!columns.has(field) || Cells.absent(columns.cell(row, field))) {
      throw new BadCell("a minute needs its " + name);
    }
    return Cells.price(name, numbers.plain(name, columns.cell(row, field))).movePointLeft(minor);
  }

  private String source() {
    return RowReader.shortened(
        statements.of("source").orElseGet(() -> "file:" + symbols.label(fileName)), "");
  }

  private boolean isSample() {
    String stated = statements.of("sample").orElse("no");
    return !stated.equalsIgnoreCase("no") && !stated.equalsIgnoreCase("false");
  }
}
