package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one price file into histories by listing and source; a bad row is reported. */
final class RowReader {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** Names of sources are part of the stored key. */
  private static final int LONGEST_SOURCE = 80;

  /** Of one history; by listing, then by source. */
  record Key(ListingId listing, String source) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int listings = listing.compareTo(other.listing);
      return listings == 0 ? source.compareTo(other.source) : listings;
    }
  }

  private final String fileName;
  private final CsvTable table;
  private final Statements statements;
  private final Layout layout;
  private final Columns columns;
  private final NumberStyle numbers;
  private final DayOfFile dayOfFile;
  private final FileListing listings;
  private final Calendars calendars;
  private final LocalDate latest;
  private final Securities master;
  private final Symbols symbols;
  private final RowsKept kept;
  private final UnitOfRow units;
  private final VolumeOfRow volumes;
  private final List<RowProblem> problems = new ArrayList<>();
  private final Map<Key, Collected> collected = new TreeMap<>();
  private DayStyle days;

  RowReader(
      String fileName, CsvTable table, Instant retrievedAt, Securities master, Calendars calendars)
      throws CsvTable.NoTable {
    this.fileName = fileName;
    this.table = table;
    this.statements = new Statements(table.directives());
    this.layout = Layout.of(table, FileNames.baseName(fileName));
    this.columns = new Columns(table.header(), layout);
    this.numbers = NumberStyle.of(table, columns);
    this.symbols = new Symbols(master);
    this.listings = new FileListing(fileName, table, layout, columns, statements, symbols, master);
    this.dayOfFile = DayOfFile.of(fileName, table, layout, columns, statements);
    this.days = DayStyle.of(dayCells(), layout, table.separator() == ';', statements.of("dates"));
    this.calendars = calendars;
    // a session may already have its date tomorrow east of Greenwich
    this.latest = LocalDate.ofInstant(retrievedAt, ZoneOffset.UTC).plusDays(1);
    this.master = master;
    this.kept = new RowsKept(columns, layout);
    this.volumes = new VolumeOfRow(columns, layout, numbers);
    this.units = new UnitOfRow(fileName, columns, statements, master, problems);
  }

  private List<String> dayCells() {
    List<String> cells = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      cells.add(columns.cell(row, Field.DATE));
    }
    return cells;
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }

  Layout layout() {
    return layout;
  }

  boolean sample() {
    String stated = statements.of("sample").orElse("no");
    return !stated.equalsIgnoreCase("no") && !stated.equalsIgnoreCase("false");
  }

  Map<Key, Collected> read() throws CsvTable.NoTable {
    Optional<ListingId> ofFile = listings.ofFile();
    if (ofFile.isPresent()) {
      days = days.provedBy(calendars.of(ofFile.get()), dayCells());
    }
    requireTellableDays();
    String source = statements.of("source").orElseGet(this::sourceOfFile);
    for (CsvTable.Row row : table.rows()) {
      if (!kept.isPrice(row)) {
        continue;
      }
      try {
        Optional<ListingId> listing = listings.of(row, ofFile);
        if (listing.isEmpty()) {
          continue; // counted by listings
        }
        if (kept.isTraded(row)) {
          read(row, listing.get(), into(row, listing.get(), source));
        }
      } catch (BadCell bad) {
        problems.add(RowProblem.dropped(fileName, row.line(), String.valueOf(bad.getMessage())));
      }
    }
    listings.summary().ifPresent(problems::add);
    return collected;
  }

  /**
   * Files of a market's days are one source whatever their names, so that each day follows on the
   * one before.
   */
  private String sourceOfFile() {
    boolean marketDays =
        columns.has(Field.LISTING)
            && !layout.markets().isEmpty()
            && layout.bases().containsValue(Layout.Adjusted.RAW);
    return "file:" + (marketDays ? layout.name() : symbols.label(fileName));
  }

  private Collected into(CsvTable.Row row, ListingId listing, String source) {
    Key key = new Key(listing, shortened(columns.filled(row, Field.SOURCE).orElse(source), ""));
    Collected into = collected.get(key);
    if (into == null) {
      into = new Collected(fileName, statements.splits(), calendars.of(listing), problems);
      collected.put(key, into);
    }
    return into;
  }

  /** Where no day of the file can be told, that is said once. */
  private void requireTellableDays() throws CsvTable.NoTable {
    String first = null;
    int filled = 0;
    for (String cell : dayCells()) {
      if (!cell.isEmpty()) {
        if (!days.isAmbiguous(cell)) {
          return;
        }
        first = first == null ? cell : first;
        filled++;
      }
    }
    if (filled > 1) {
      throw new CsvTable.NoTable(
          "day and month cannot be told apart in any of its days (%s …); add a line '# dates: day first' or '# dates: month first', or write yyyy-mm-dd"
              .formatted(first));
    }
  }

  /** What this file was taken for beyond its prices: volumes and rows that were left out. */
  String leftOut() {
    List<String> parts = new ArrayList<>();
    volumes.leftOut().ifPresent(parts::add);
    kept.leftOut().ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private void read(CsvTable.Row row, ListingId listing, Collected into) throws BadCell {
    String period = columns.cell(row, Field.PERIOD);
    if (!period.isEmpty() && !period.equalsIgnoreCase("D")) {
      throw new BadCell("not a daily row: period " + period);
    }
    LocalDate session = session(row, into);
    int minor = units.minorPlaces(row, listing);
    Delivered.Row bar =
        new Delivered.Row(
            session,
            priceOrNull(row, Field.OPEN, minor),
            priceOrNull(row, Field.HIGH, minor),
            priceOrNull(row, Field.LOW, minor),
            price(row, Field.CLOSE, minor),
            priceOrNull(row, Field.ADJUSTED_CLOSE, minor),
            volumes.of(row, listing));
    bar.requireOrder();
    if (!levelsChecked()) {
      UnitLevels.requireOneUnit(bar);
    }
    BigDecimal ratio = Cells.splitRatio(numbers.plain("split", columns.cell(row, Field.SPLIT)));
    BigDecimal dividend =
        Cells.dividend(numbers.plain("dividend", columns.cell(row, Field.DIVIDEND)));
    Optional<String> basis = columns.filled(row, Field.BASIS).or(() -> statements.of("basis"));
    if (basis.isPresent()) {
      into.basis(Cells.basis(basis.get()));
    }
    Layout.Adjusted documented =
        layout
            .bases()
            .get(layout.basisColumn().isEmpty() ? "" : columns.cell(row, layout.basisColumn()));
    if (documented != null) {
      into.documented(documented);
    }
    if (ratio != null) {
      into.split(session, ratio);
    }
    if (dividend.signum() > 0) {
      into.dividend(
          new Dividend(
              session,
              dividend.movePointLeft(minor),
              Cells.currency(columns.cell(row, Field.DIVIDEND_CURRENCY))),
          row.line());
    }
    into.printed(columns.cell(row, Field.CLOSE));
    into.add(bar, columns.cell(row, Field.DATE), row.line());
  }

  private LocalDate session(CsvTable.Row row, Collected into) throws BadCell {
    LocalDate day =
        dayOfFile.day() == null
            ? days.date(columns.cell(row, Field.DATE), into.calendar())
            : dayOfFile.day();
    LocalDate session = layout.days().equals("previous") ? into.calendar().previous(day) : day;
    if (session.isBefore(EARLIEST) || session.isAfter(latest)) {
      throw new BadCell("session " + session + " is outside 1900 to the day of delivery");
    }
    return session;
  }

  /** A name that fits the key with something behind it. */
  static String shortened(String source, String behind) {
    int most = LONGEST_SOURCE - behind.length();
    return (source.length() <= most ? source : source.substring(0, most)) + behind;
  }

  private BigDecimal price(CsvTable.Row row, Field field, int minorPlaces) throws BadCell {
    String name = field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Cells.price(name, numbers.plain(name, columns.cell(row, field)))
        .movePointLeft(minorPlaces);
  }

  private @Nullable BigDecimal priceOrNull(CsvTable.Row row, Field field, int minorPlaces)
      throws BadCell {
    return Cells.absent(columns.cell(row, field)) ? null : price(row, field, minorPlaces);
  }

  /** Whether the securities master lacks the listing, so that no article can be resolved to it. */
  boolean isUnknown(ListingId listing) {
    return !master.issuers().isEmpty()
        && master.listing(listing).isEmpty()
        && !listing.isCurrencyPair()
        && !(listing.isIndex() && calendars.knows(listing));
  }

  /** Whether a comment line of the file names the listing. */
  boolean isStated(ListingId listing) {
    return statements.of("listing").flatMap(symbols::of).filter(listing::equals).isPresent();
  }

  /** Whether the operator has looked at levels that seem to be of another unit. */
  boolean levelsChecked() {
    return "checked".equalsIgnoreCase(statements.of("level").orElse(null));
  }
}
