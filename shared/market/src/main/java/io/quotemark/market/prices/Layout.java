package io.quotemark.market.prices;

import io.quotemark.market.prices.Columns.Field;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a price file by its layout: one row of {@code layouts.tsv}, whose head explains
 * the columns.
 *
 * @param markets MICs that a bare symbol stands for, by the value of {@code marketColumn}; one
 *     entry under "" where no column tells
 * @param keep values of columns that rows must have
 * @param lot shares in one of the volume's column; 0 where it is not known
 * @param days {@code mdy}, {@code dmy}, {@code previous}, {@code file:…} or empty
 * @param bases what the values of {@code basisColumn} mean; one entry under "" where no column
 *     tells, none where the basis is not known
 */
record Layout(
    String name,
    List<String> marks,
    String marketColumn,
    Map<String, List<String>> markets,
    Map<Field, List<String>> fields,
    Map<String, Set<String>> keep,
    int lot,
    String days,
    String basisColumn,
    Map<String, Adjusted> bases) {

  /** How a source delivers prices, as it documents. */
  enum Adjusted {
    RAW,
    SPLIT,
    TOTAL
  }

  /** Of a file that no row of the table fits. */
  static final Layout GENERIC =
      new Layout("", List.of(), "", Map.of(), Map.of(), Map.of(), 1, "", "", Map.of());

  private static final List<Layout> ALL = all();

  /** The name of a layout begins with this where it is refused; the rest says why. */
  private static final String REFUSED = "!";

  /**
   * @param fileName without folder
   * @throws CsvTable.NoTable where the layout is known to hold other prices than the sessions'
   */
  static Layout of(CsvTable table, String fileName) throws CsvTable.NoTable {
    for (Layout layout : ALL) {
      if (layout.fits(table, fileName)) {
        if (layout.name.startsWith(REFUSED)) {
          throw new CsvTable.NoTable(layout.name.substring(1));
        }
        return layout;
      }
    }
    return GENERIC;
  }

  boolean isKnown() {
    return !name.isEmpty();
  }

  private boolean fits(CsvTable table, String fileName) {
    for (String mark : marks) {
      if (!fits(mark, table, fileName)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String mark, CsvTable table, String fileName) {
    if (mark.startsWith("@")) {
      return mark.substring(1).equals(table.kind());
    }
    if (mark.startsWith("file:")) {
      return Pattern.compile(mark.substring(5)).matcher(fileName).find();
    }
    if (mark.startsWith("!")) {
      return !table.header().contains(mark.substring(1));
    }
    int equals = mark.indexOf('=');
    if (equals < 0) {
      return table.header().contains(mark);
    }
    int at = table.header().indexOf(mark.substring(0, equals));
    return at >= 0
        && !table.rows().isEmpty()
        && table.rows().getFirst().cell(at).equals(mark.substring(equals + 1));
  }

  private static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    for (List<String> row : ShippedLines.rows(Layout.class, "layouts.tsv")) {
      all.add(parse(row));
    }
    return List.copyOf(all);
  }

  private static Layout parse(List<String> row) {
    List<String> marks = new ArrayList<>();
    for (String mark : parts(row.get(1))) {
      boolean plain = !mark.startsWith("file:") && !mark.startsWith("@") && !mark.contains("=");
      marks.add(
          plain
              ? (mark.startsWith("!") ? "!" : "") + CsvTable.normalized(mark.replace("!", ""))
              : mark);
    }
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    for (String field : parts(row.get(3))) {
      String[] pair = field.split("=", 2);
      Field known = Field.valueOf(pair[0].toUpperCase(Locale.ROOT));
      List<String> names = new ArrayList<>(fields.getOrDefault(known, List.of()));
      names.add(CsvTable.normalized(pair[1]));
      fields.put(known, names);
    }
    Map<String, Set<String>> keep = new HashMap<>();
    for (String rule : parts(row.get(4))) {
      String[] pair = rule.split("=", 2);
      keep.put(CsvTable.normalized(pair[0]), Set.of(pair[1].split(",", -1)));
    }
    Map<String, List<String>> markets = new HashMap<>();
    Map<String, Adjusted> bases = new HashMap<>();
    return new Layout(
        row.get(0),
        List.copyOf(marks),
        byValue(row.get(2), ": ", text -> List.of(text.split(",", -1)), markets),
        markets,
        fields,
        keep,
        row.get(5).isEmpty() ? 1 : Integer.parseInt(row.get(5)),
        row.get(6),
        byValue(row.get(7), ":", text -> Adjusted.valueOf(text.toUpperCase(Locale.ROOT)), bases),
        bases);
  }

  /** Fills {@code into} from {@code VALUE}, or {@code COLUMN: A=X,B=Y}; returns the column. */
  private static <T> String byValue(
      String cell, String after, java.util.function.Function<String, T> read, Map<String, T> into) {
    int colon = cell.indexOf(after);
    if (colon < 0) {
      if (!cell.isEmpty()) {
        into.put("", read.apply(cell));
      }
      return "";
    }
    for (String part : cell.substring(colon + after.length()).split(",", -1)) {
      String[] pair = part.split("=", 2);
      into.put(pair[0], read.apply(pair[1]));
    }
    return CsvTable.normalized(cell.substring(0, colon));
  }

  private static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }
}
