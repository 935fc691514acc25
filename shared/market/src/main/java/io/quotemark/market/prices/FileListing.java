package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import io.quotemark.securities.Securities;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whose prices a file's rows are: from a column, a line of the file, what stands above the table,
 * or the file's name. Where two listings fit, both are named and nothing is loaded.
 */
final class FileListing {
  private static final Pattern CODE = Pattern.compile("[0-9]{4,6}[A-Z]?");
  private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

  /** Fewer symbols without a listing are named one by one, each with its line. */
  private static final int MANY = 20;

  private static final int MOST_NAMED = 5;

  private final String fileName;
  private final CsvTable table;
  private final Layout layout;
  private final Columns columns;
  private final Statements statements;
  private final Symbols symbols;
  private final Securities master;
  private final Map<String, List<ListingId>> resolved = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Set<String> inColumn = new LinkedHashSet<>();
  private int unknownRows;

  FileListing(
      String fileName,
      CsvTable table,
      Layout layout,
      Columns columns,
      Statements statements,
      Symbols symbols,
      Securities master) {
    this.fileName = fileName;
    this.table = table;
    this.layout = layout;
    this.columns = columns;
    this.statements = statements;
    this.symbols = symbols;
    this.master = master;
    for (CsvTable.Row row : table.rows()) {
      String named = columns.cell(row, Field.LISTING);
      if (!named.isEmpty()) {
        inColumn.add(named);
      }
    }
  }

  private List<String> markets(CsvTable.Row row) {
    String column = layout.marketColumn();
    return layout
        .markets()
        .getOrDefault(column.isEmpty() ? "" : columns.cell(row, column), List.of());
  }

  private List<String> markets() {
    return layout.markets().getOrDefault("", List.of());
  }

  /**
   * The listing of rows that name none.
   *
   * @throws CsvTable.NoTable where nothing tells it, or two fit
   */
  Optional<ListingId> ofFile() throws CsvTable.NoTable {
    Optional<String> stated = statements.of("listing");
    if (stated.isPresent()) {
      Optional<ListingId> known = symbols.of(stated.get());
      if (known.isEmpty()) {
        throw new CsvTable.NoTable(
            "'# listing: %s' names no listing; write MIC:TICKER".formatted(stated.get()));
      }
      return known;
    }
    if (!inColumn.isEmpty()) {
      return Optional.empty();
    }
    Set<ListingId> found = new LinkedHashSet<>(ofPreamble());
    Set<ListingId> named = new LinkedHashSet<>(symbols.allOfFileName(fileName, markets()));
    if (found.isEmpty()) {
      found.addAll(named);
    } else if (!named.isEmpty() && named.stream().noneMatch(found::contains)) {
      found.addAll(named);
    }
    if (found.size() > 1) {
      throw new CsvTable.NoTable(
          "it may be of %s; say which by --listing or a line '# listing: %s'"
              .formatted(listed(found), found.iterator().next()));
    }
    if (found.isEmpty()) {
      throw new CsvTable.NoTable(
          "no listing: name the file like 9988.HK.csv, XHKG_9988.csv or INDEX-HSI.csv, use --listing MIC:TICKER, or add a column 'listing' with MIC:TICKER");
    }
    return found.stream().findFirst();
  }

  private static String listed(Set<ListingId> found) {
    return String.join(" or ", found.stream().map(ListingId::toString).toList());
  }

  /** Exchanges print a share's code or ISIN above its prices. */
  private Set<ListingId> ofPreamble() {
    Set<ListingId> found = new LinkedHashSet<>();
    if (!layout.isKnown() || markets().isEmpty()) {
      return found;
    }
    for (String line : table.preamble()) {
      for (String word : line.split("[\\s\":：]+", -1)) {
        if (ISIN.matcher(word).matches()) {
          master.listings().stream()
              .filter(l -> word.equals(l.isin()) && !l.ended())
              .filter(l -> markets().contains(l.id().mic()))
              .forEach(l -> found.add(l.id()));
        } else if (CODE.matcher(word).matches()) {
          symbols.all(word, markets()).stream()
              .filter(id -> master.listing(id).isPresent())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /**
   * @return empty for a symbol that nobody knows in a file of many
   * @throws BadCell for one in a file of few, and where two listings fit
   */
  Optional<ListingId> of(CsvTable.Row row, Optional<ListingId> ofFile) throws BadCell {
    String cell = columns.cell(row, Field.LISTING);
    if (cell.isEmpty()) {
      if (ofFile.isEmpty()) {
        throw new BadCell("the row names no listing");
      }
      return ofFile;
    }
    List<String> markets = markets(row);
    List<ListingId> found =
        resolved.computeIfAbsent(
            cell + "\t" + String.join(",", markets), k -> symbols.all(cell, markets));
    if (found.size() > 1) {
      throw new BadCell(
          "'%s' may be %s; write MIC:TICKER".formatted(cell, listed(new LinkedHashSet<>(found))));
    }
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    if (ofFile.isPresent() && inColumn.size() == 1) {
      return ofFile;
    }
    if (inColumn.size() < MANY && !layout.isKnown()) {
      throw new BadCell("unknown listing '" + cell + "'; write MIC:TICKER");
    }
    unknown.add(cell);
    unknownRows++;
    return Optional.empty();
  }

  /** What is said of symbols that nobody knows, once for all of them. */
  Optional<RowProblem> summary() {
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String named =
        String.join(", ", unknown.stream().limit(MOST_NAMED).toList())
            + (unknown.size() > MOST_NAMED ? " …" : "");
    String text =
        "%d %s of symbols that the securities master does not have (%s) left out"
            .formatted(unknownRows, unknownRows == 1 ? "row" : "rows", named);
    return Optional.of(
        unknown.size() == inColumn.size()
            ? RowProblem.refused(
                fileName,
                text
                    + "; name the listing by --listing MIC:TICKER, or add it to listings of your own")
            : RowProblem.note(fileName, text));
  }
}
