package io.quotemark.market.prices;

import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries.Basis;
import io.quotemark.domain.PriceSeries.Dividend;
import io.quotemark.domain.PriceSeries.Split;
import io.quotemark.domain.Securities;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one price file into histories by listing and source; a bad row is reported. */
final class RowReader {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** A single bar on a closed day says nothing about all the others. */
  private static final int FEWEST_SHIFTED = 2;

  /** Names of sources are part of the stored key. */
  private static final int LONGEST_SOURCE = 80;

  record Key(ListingId listing, String source) {}

  private final String fileName;
  private final CsvTable table;
  private final Statements statements;
  private final Columns columns;
  private final NumberStyle style;
  private final Calendars calendars;
  private final LocalDate latest;
  private final Securities master;
  private final Symbols symbols;
  private final List<RowProblem> problems = new ArrayList<>();
  private final Set<ListingId> inMinorUnits = new HashSet<>();
  private final Map<Key, Collected> collected =
      new TreeMap<>(java.util.Comparator.comparing(Key::listing).thenComparing(Key::source));
  private final Map<String, Optional<ListingId>> resolved = new HashMap<>();

  RowReader(
      String fileName, CsvTable table, Instant retrievedAt, Securities master, Calendars calendars)
      throws CsvTable.NoTable {
    this.fileName = fileName;
    this.table = table;
    this.statements = new Statements(table.directives());
    this.columns = new Columns(table.header());
    this.style = NumberStyle.of(table, columns);
    this.calendars = calendars;
    // a session may already have its date tomorrow east of Greenwich
    this.latest = LocalDate.ofInstant(retrievedAt, ZoneOffset.UTC).plusDays(1);
    this.master = master;
    this.symbols = new Symbols(master);
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }

  boolean sample() {
    return directive("sample")
        .filter(t -> !t.equalsIgnoreCase("no") && !t.equalsIgnoreCase("false"))
        .isPresent();
  }

  Map<Key, Collected> read() throws CsvTable.NoTable {
    Optional<ListingId> ofFile = fileListing();
    String source = directive("source").orElseGet(() -> "file:" + symbols.label(fileName));
    for (CsvTable.Row row : table.rows()) {
      try {
        ListingId listing = listing(row, ofFile);
        Key key = new Key(listing, shortened(columns.filled(row, Field.SOURCE).orElse(source)));
        Collected into = collected.get(key);
        if (into == null) {
          into = new Collected(statements.splits(), calendars.of(listing));
          collected.put(key, into);
        }
        read(row, listing, into);
      } catch (BadCell bad) {
        problems.add(RowProblem.dropped(fileName, row.line(), String.valueOf(bad.getMessage())));
      }
    }
    return collected;
  }

  private void read(CsvTable.Row row, ListingId listing, Collected into) throws BadCell {
    String period = columns.cell(row, Field.PERIOD);
    if (!period.isEmpty() && !period.equalsIgnoreCase("D")) {
      throw new BadCell("not a daily row: period " + period);
    }
    LocalDate session = style.date(columns.cell(row, Field.DATE));
    if (session.isBefore(EARLIEST) || session.isAfter(latest)) {
      throw new BadCell("session " + session + " is outside 1900 to the day of delivery");
    }
    int minor = minorPlaces(row, listing);
    BigDecimal open = price(row, Field.OPEN, minor);
    BigDecimal high = price(row, Field.HIGH, minor);
    BigDecimal low = price(row, Field.LOW, minor);
    BigDecimal close = price(row, Field.CLOSE, minor);
    requireOrder("high", high, "low", low);
    requireOrder("high", high, "open", open);
    requireOrder("high", high, "close", close);
    requireOrder("open", open, "low", low);
    requireOrder("close", close, "low", low);
    if (!levelsChecked()) {
      UnitLevels.requireOneUnit(high, low, close);
    }
    String adjusted = columns.cell(row, Field.ADJUSTED_CLOSE);
    Delivered.Row bar =
        new Delivered.Row(
            session,
            open,
            high,
            low,
            close,
            Cells.absent(adjusted) ? null : price(row, Field.ADJUSTED_CLOSE, minor),
            Cells.volume(style.whole(columns.cell(row, Field.VOLUME))));
    BigDecimal ratio = Cells.splitRatio(style.plain("split", columns.cell(row, Field.SPLIT)));
    BigDecimal dividend =
        Cells.dividend(style.plain("dividend", columns.cell(row, Field.DIVIDEND)));
    Optional<String> basis = columns.filled(row, Field.BASIS).or(() -> directive("basis"));
    if (basis.isPresent()) {
      into.basis(basis(basis.get()));
    }
    // a split or dividend is true on whatever day it stands
    if (ratio != null) {
      into.splits.put(session, ratio);
    }
    if (dividend.signum() > 0) {
      into.dividends.put(
          session,
          new Dividend(
              session,
              dividend.movePointLeft(minor),
              Cells.currency(columns.cell(row, Field.DIVIDEND_CURRENCY))));
    }
    if (dividend.signum() > 0) {
      into.dividendLines.put(session, row.line());
    }
    into.add(bar, row.line());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static String shortened(String source) {
    return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
  }

  private BigDecimal price(CsvTable.Row row, Field field, int minorPlaces) throws BadCell {
    String name = field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Cells.price(name, style.plain(name, columns.cell(row, field)))
        .movePointLeft(minorPlaces);
  }

  private static void requireOrder(String upper, BigDecimal above, String lower, BigDecimal below)
      throws BadCell {
    if (above.compareTo(below) < 0) {
      throw new BadCell("%s %s is below %s %s".formatted(upper, above, lower, below));
    }
  }

  private ListingId listing(CsvTable.Row row, Optional<ListingId> ofFile) throws BadCell {
    Optional<String> cell = columns.filled(row, Field.LISTING);
    if (cell.isPresent()) {
      return resolved
          .computeIfAbsent(cell.get(), symbols::of)
          .orElseThrow(() -> new BadCell("unknown listing '" + cell.get() + "'; write MIC:TICKER"));
    }
    return ofFile.orElseThrow(() ->
        new BadCell(
            "neither a column nor the file's name tells the listing; name the file like 9988.HK.csv or XHKG_9988.csv"));
  }

  /** Whether the securities master lacks the listing, so that no article can be resolved to it. */
  boolean isUnknown(ListingId listing) {
    return !master.listings().isEmpty()
        && master.listing(listing).isEmpty()
        && !listing.isCurrencyPair()
        && !(listing.isIndex() && calendars.knows(listing));
  }

  /** Whether a comment line of the file names the listing. */
  boolean isStated(ListingId listing) {
    return directive("listing").flatMap(symbols::of).filter(listing::equals).isPresent();
  }

  /** Whether the operator has looked at levels that seem to be of another unit. */
  boolean levelsChecked() {
    return directive("level").filter("checked"::equalsIgnoreCase).isPresent();
  }

  private Optional<ListingId> fileListing() throws CsvTable.NoTable {
    Optional<String> stated = directive("listing");
    Optional<ListingId> known =
        stated.isPresent() ? symbols.of(stated.get()) : symbols.ofFileName(fileName);
    boolean inRows =
        table.rows().stream().anyMatch(r -> columns.filled(r, Field.LISTING).isPresent());
    if (known.isEmpty() && !inRows) {
      throw new CsvTable.NoTable(
          "no listing: name the file like 9988.HK.csv, XHKG_9988.csv or INDEX-HSI.csv, or add a column 'listing' with MIC:TICKER");
    }
    return known;
  }

  /** 2 where prices stand in hundredths of the currency. */
  private int minorPlaces(CsvTable.Row row, ListingId id) throws BadCell {
    Optional<String> stated = columns.filled(row, Field.UNIT).or(() -> directive("unit"));
    Optional<Listing> listing = master.listing(id);
    if (stated.isPresent()) {
      if (listing.isPresent()) {
        Units.require(stated.get(), listing.get());
      }
      return Units.minorPlaces(stated.get());
    }
    int places = listing.map(known -> Units.minorPlaces(known.unit())).orElse(0);
    if (places > 0 && inMinorUnits.add(id)) {
      problems.add(
          RowProblem.note(
              fileName,
              "%s: prices read as %s, as its exchange quotes them; state '# unit: …' if they are not"
                  .formatted(id, listing.orElseThrow().unit())));
    }
    return places;
  }

  private static Basis basis(String text) throws BadCell {
    return switch (CsvTable.normalized(text)) {
      case "astraded", "raw", "unadjusted" -> Basis.AS_TRADED;
      case "splitadjusted" -> Basis.SPLIT_ADJUSTED;
      case "dividendadjusted", "adjusted" -> Basis.DIVIDEND_ADJUSTED;
      default ->
          throw new BadCell(
              "basis '" + text + "' is none of as_traded, split_adjusted, dividend_adjusted");
    };
  }

  private Optional<String> directive(String key) {
    return statements.of(key);
  }

  /** The rows of one listing from one source. */
  final class Collected {
    private final TreeMap<LocalDate, Delivered.Row> rows = new TreeMap<>();
    private final Map<LocalDate, Long> lines = new HashMap<>();
    private final Set<LocalDate> disputed = new HashSet<>();
    private final TreeMap<LocalDate, BigDecimal> splits = new TreeMap<>();
    private final TreeMap<LocalDate, Dividend> dividends = new TreeMap<>();
    private final Map<LocalDate, Long> dividendLines = new HashMap<>();
    private final TradingCalendar calendar;
    private int onClosedDays;
    private @Nullable Basis basis;

    private Collected(List<Split> stated, TradingCalendar calendar) {
      this.calendar = calendar;
      stated.forEach(split -> splits.put(split.firstSession(), split.ratio()));
    }

    private void basis(Basis stated) throws BadCell {
      if (basis != null && basis != stated) {
        throw new BadCell("states another basis than the rows before it");
      }
      basis = stated;
    }

    /** Of two rows of one session that differ neither is believed. */
    private void add(Delivered.Row row, long line) throws BadCell {
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
        return;
      }
      long first = lines.getOrDefault(row.session(), 0L);
      if (row.equals(other)) {
        throw new BadCell("repeats line " + first);
      }
      if (other != null) {
        rows.remove(row.session());
        disputed.add(row.session());
        problems.add(
            RowProblem.dropped(
                fileName, first, "line " + line + " has other prices for " + row.session()));
      }
      throw new BadCell("line " + first + " has other prices for " + row.session());
    }

    /**
     * Why the dates cannot be the sessions': bars on days the exchange was closed beside sessions
     * without a bar are what dates of another time zone look like. (Bars on closed days alone are
     * only filled in, and dropped.)
     */
    Optional<String> shifted() {
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

    /** Line of the file that a session's bar stands on. */
    long line(LocalDate session) {
      return lines.getOrDefault(session, 0L);
    }

    /**
     * Nobody pays out more than the share was worth before. (Prices lessened by all dividends since
     * may be below one.)
     */
    private void dropImpossibleDividends() {
      if (basis == Basis.DIVIDEND_ADJUSTED) {
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
      return new Delivered(
          listing,
          List.copyOf(rows.values()),
          splits.entrySet().stream().map(e -> new Split(e.getKey(), e.getValue())).toList(),
          List.copyOf(dividends.values()),
          basis);
    }
  }
}
