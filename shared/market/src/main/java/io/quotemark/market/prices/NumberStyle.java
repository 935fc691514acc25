package io.quotemark.market.prices;

import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one file writes numbers: {@code 1,234.50} or {@code 1.234,50}. Which it is follows from the
 * whole file; a cell that could mean two numbers is not read. Signs of currencies and the spaces
 * and apostrophes that part thousands are taken off.
 *
 * @param mark how prices are written
 * @param grouped whether it is certain that commas part thousands
 */
record NumberStyle(DecimalMark mark, boolean grouped) {
  enum DecimalMark {
    POINT,
    /** Points group thousands. */
    COMMA,
    /** German dates and nothing that shows whether {@code 1.234} is a thousand or one. */
    UNKNOWN
  }

  private static final List<Field> PRICES =
      List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.ADJUSTED_CLOSE);
  private static final Pattern DOTTED_DATE = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?([1-9]\\d{0,2}(\\.\\d{3})+|\\d+),\\d+");
  private static final Pattern ONE_COMMA_AND_THREE_DIGITS = Pattern.compile("\\d{1,3},\\d{3}");
  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");
  private static final Pattern COMMA_GROUPS =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern SEVERAL_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?");
  private static final Pattern ROUNDED_POINT = Pattern.compile("\\d+\\.\\d+[KMBTkmbt]");
  private static final Pattern ROUNDED = Pattern.compile("[\\d.,]+ ?[KMBTkmbt]|[\\d.,]+ ?[万亿萬億]");
  private static final Pattern SIGN = Pattern.compile("^(?:[A-Z]{1,3})?[$€£¥₩₹]\\s?|\\s?[€£¥₩₹$]$");
  private static final Pattern SPACE =
      Pattern.compile("(?<=\\d)[ \\u00a0\\u202f\\u2009'\\u2019](?=\\d{3}(?!\\d))");

  static NumberStyle of(CsvTable table, Columns columns) {
    boolean dottedDates = false;
    boolean commas = false;
    boolean sureCommas = false;
    boolean surePoints = false;
    boolean groups = false;
    for (CsvTable.Row row : table.rows()) {
      dottedDates |= DOTTED_DATE.matcher(columns.cell(row, Field.DATE)).matches();
      String volume = columns.cell(row, Field.VOLUME);
      groups |= SEVERAL_GROUPS.matcher(volume).matches() || ROUNDED_POINT.matcher(volume).matches();
      for (Field field : PRICES) {
        String cell = bare(columns.cell(row, field));
        if (cell.indexOf(',') < 0) {
          surePoints |= cell.indexOf('.') >= 0 && !GROUPED.matcher(cell).matches();
        } else if (DECIMAL_COMMA.matcher(cell).matches()) {
          commas = true;
          sureCommas |= !ONE_COMMA_AND_THREE_DIGITS.matcher(cell).matches();
        } else {
          groups |= COMMA_GROUPS.matcher(cell).matches();
        }
      }
    }
    boolean semicolons = table.separator() == ';';
    if (!groups && commas && (sureCommas || (semicolons && dottedDates))) {
      return new NumberStyle(DecimalMark.COMMA, false);
    }
    boolean unknown = semicolons && dottedDates && !surePoints && !groups;
    return new NumberStyle(
        unknown ? DecimalMark.UNKNOWN : DecimalMark.POINT, groups || (surePoints && !sureCommas));
  }

  /** The cell without the sign of a currency and what parts thousands. */
  private static String bare(String cell) {
    if (cell.isEmpty() || isPlain(cell)) {
      return cell;
    }
    return SPACE.matcher(SIGN.matcher(cell).replaceAll("").strip()).replaceAll("");
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return false;
      }
    }
    return true;
  }

  static boolean hasSign(String cell) {
    return !cell.isEmpty() && SIGN.matcher(cell).find();
  }

  /**
   * The number with a decimal point, where the cell holds one.
   *
   * @param name of the column, for the message
   */
  String plain(String name, String cell) throws BadCell {
    String bare = bare(cell);
    return switch (mark) {
      case POINT -> grouped && COMMA_GROUPS.matcher(bare).matches() ? bare.replace(",", "") : bare;
      case COMMA -> ofComma(name, bare);
      case UNKNOWN -> {
        if (GROUPED.matcher(bare).matches()) {
          throw new BadCell(
              name + " may be thousands or decimals: '" + bare + "'; write 1234,00 or 1,234");
        }
        yield bare;
      }
    };
  }

  private static String ofComma(String name, String cell) throws BadCell {
    if (GROUPED.matcher(cell).matches() || DECIMAL_COMMA.matcher(cell).matches()) {
      return cell.replace(".", "").replace(',', '.');
    }
    if (cell.matches("[+-]?\\d+\\.\\d+")) {
      throw new BadCell(
          name + " has a point where the file's decimals have a comma: '" + cell + "'");
    }
    return cell;
  }

  /** A count with its groups of thousands taken out; empty where it is rounded ({@code 51.33M}). */
  String whole(String cell) {
    String bare = bare(cell);
    if (ROUNDED.matcher(bare).matches()) {
      return "";
    }
    return mark != DecimalMark.POINT && GROUPED.matcher(bare).matches()
        ? bare.replace(".", "")
        : bare;
  }
}
