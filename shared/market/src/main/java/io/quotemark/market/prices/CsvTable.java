package io.quotemark.market.prices;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of prices as lines of cells under a header, with what its comment lines state ({@code #
 * basis: as_traded}).
 *
 * @param header names as {@link #normalized} writes them
 * @param directives comment lines of the form {@code # key: value}, keys in lower case; several of
 *     one key keep their order
 * @param separator between the cells
 * @param preamble what stands before the header: titles, the share, the day
 * @param kind of the reader that made the table; empty for a delimited file
 */
record CsvTable(
    List<String> header,
    List<Row> rows,
    Map<String, List<Directive>> directives,
    char separator,
    List<String> preamble,
    String kind) {
  static final int MOST_BYTES = 64 << 20;
  static final int MOST_ROWS = 500_000;

  private static final int MOST_PREAMBLE = 50;

  /** Enough of a file to tell what stands between its cells. */
  private static final int HEAD = 64 << 10;

  private static final String SEPARATORS = ",;\t|";
  private static final Pattern NOISE = Pattern.compile("[-_ <>.()\"*:;\\u3000\\u00a0]");

  /** How spreadsheets are kept from reading a ticker as a number. */
  private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"");

  /**
   * @param line 1-based line of the file the row starts on
   */
  record Row(long line, List<String> cells) {
    /** The cell without what only spreadsheets need; empty where the row is shorter. */
    String cell(int at) {
      if (at >= cells.size()) {
        return "";
      }
      String text = cells.get(at).strip();
      if (text.startsWith("=")) {
        Matcher formula = FORMULA.matcher(text);
        return formula.matches() ? formula.group(1).strip() : text;
      }
      return text;
    }
  }

  /** What one comment line states. */
  record Directive(long line, String text) {}

  /** Why a file is no table that could be read. */
  static final class NoTable extends Exception {
    NoTable(String reason) {
      super(reason);
    }
  }

  /** A table that another reader than that of delimited files made. */
  static CsvTable made(String kind, List<String> header, List<Row> rows, List<String> preamble)
      throws NoTable {
    requireFew(rows.size());
    return new CsvTable(
        header.stream().map(CsvTable::normalized).toList(),
        List.copyOf(rows),
        Map.of(),
        ',',
        List.copyOf(preamble),
        kind);
  }

  CsvTable withDirectives(Map<String, List<Directive>> stated) {
    return new CsvTable(header, rows, stated, separator, preamble, kind);
  }

  /** A delimited file; its first line is the header where no line names columns of prices. */
  static CsvTable read(String text) throws NoTable {
    char separator = separator(text);
    List<String> preamble = new ArrayList<>();
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    List<Row> before = new ArrayList<>();
    Map<String, List<Directive>> directives = new HashMap<>();
    try (CsvReader<CsvRecord> reader = reader(text, separator)) {
      for (CsvRecord line : reader) {
        List<String> cells = line.getFields();
        Row row = new Row(line.getStartingLineNumber(), cells);
        if (line.isComment()) {
          directive(row.line(), cells.getFirst(), directives);
        } else if (header.isEmpty() && isHeader(cells)) {
          header = normalized(cells);
        } else if (!isBlank(cells)) {
          (header.isEmpty() ? before : rows).add(row);
          requireFew(rows.size() + before.size());
        }
      }
    } catch (CsvParseException broken) {
      throw new NoTable("not a readable CSV file: " + broken.getMessage());
    } catch (IOException impossibleOnText) {
      throw new UncheckedIOException(impossibleOnText);
    }
    if (header.isEmpty()) {
      if (before.isEmpty()) {
        throw new NoTable("empty");
      }
      header = normalized(before.removeFirst().cells());
      rows = before;
    } else {
      for (Row row : before.subList(Math.max(0, before.size() - MOST_PREAMBLE), before.size())) {
        preamble.add(String.join(" ", row.cells()).strip());
      }
    }
    return new CsvTable(header, List.copyOf(rows), directives, separator, preamble, "");
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static void requireFew(int rows) throws NoTable {
    if (rows > MOST_ROWS) {
      throw new NoTable("more than " + MOST_ROWS + " rows; split the file");
    }
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.READ)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private static boolean isHeader(List<String> cells) {
    return cells.size() > 1 && Columns.isHeader(normalized(cells));
  }

  /** How many columns of prices the best line at the beginning of a text names; 0 for none. */
  static int columnsNamed(String text) {
    int most = 0;
    for (String line : head(text).lines().toList()) {
      for (int i = 0; i < SEPARATORS.length(); i++) {
        List<String> names = normalized(List.of(line.split("[" + SEPARATORS.charAt(i) + "]", -1)));
        most = Math.max(most, Columns.isHeader(names) ? Columns.known(names) : 0);
      }
    }
    return most;
  }

  private static String head(String text) {
    return text.length() <= HEAD ? text : text.substring(0, HEAD);
  }

  /** That of the first line which names columns of prices; else the most frequent of the first. */
  private static char separator(String text) {
    List<String> lines =
        head(text).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    for (String line : lines) {
      for (int i = 0; i < SEPARATORS.length(); i++) {
        char separator = SEPARATORS.charAt(i);
        if (line.indexOf(separator) > 0
            && isHeader(List.of(line.split(Pattern.quote(String.valueOf(separator)), -1)))) {
          return separator;
        }
      }
    }
    String first = lines.isEmpty() ? "" : lines.getFirst();
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  static void directive(long line, String comment, Map<String, List<Directive>> directives) {
    int colon = comment.indexOf(':');
    if (colon > 0) {
      String key = normalized(comment.substring(0, colon));
      List<Directive> stated = new ArrayList<>(directives.getOrDefault(key, List.of()));
      stated.add(new Directive(line, comment.substring(colon + 1).strip()));
      directives.put(key, stated);
    }
  }

  private static List<String> normalized(List<String> cells) {
    List<String> normalized = new ArrayList<>(cells.size());
    for (String cell : cells) {
      normalized.add(normalized(cell));
    }
    return List.copyOf(normalized);
  }

  /** In lower case, without spaces and what sources put around and between the words. */
  static String normalized(String name) {
    return NOISE.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
