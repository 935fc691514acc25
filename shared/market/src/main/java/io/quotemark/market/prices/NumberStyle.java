package io.quotemark.market.prices;

import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one file writes dates and numbers. Semicolons between cells leave the comma free for
 * decimals, as in Germany: there {@code 21.02.2025} is a day and {@code 1.234,50} a number. Which
 * it is follows from the whole file; a cell that could mean two numbers is not read.
 *
 * @param dayFirst whether {@code dd.mm.yyyy} is read
 * @param mark how prices are written
 */
record NumberStyle(boolean dayFirst, DecimalMark mark) {
  enum DecimalMark {
    POINT,
    /** Points group thousands. */
    COMMA,
    /** German dates and nothing that shows whether {@code 1.234} is a thousand or one. */
    UNKNOWN
  }

  private static final NumberStyle PLAIN = new NumberStyle(false, DecimalMark.POINT);
  private static final List<Field> PRICES =
      List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.ADJUSTED_CLOSE);
  private static final Pattern GERMAN_DATE = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?([1-9]\\d{0,2}(\\.\\d{3})+|\\d+),\\d+");
  private static final Pattern ONE_COMMA_AND_THREE_DIGITS = Pattern.compile("\\d{1,3},\\d{3}");
  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");

  static NumberStyle of(CsvTable table, Columns columns) {
    if (table.separator() != ';') {
      return PLAIN;
    }
    boolean germanDates = false;
    boolean commas = false;
    boolean sureCommas = false;
    boolean surePoints = false;
    for (CsvTable.Row row : table.rows()) {
      germanDates |= GERMAN_DATE.matcher(columns.cell(row, Field.DATE)).matches();
      for (Field field : PRICES) {
        String cell = columns.cell(row, field);
        if (cell.indexOf(',') < 0) {
          surePoints |= cell.indexOf('.') >= 0 && !GROUPED.matcher(cell).matches();
        } else if (DECIMAL_COMMA.matcher(cell).matches()) {
          commas = true;
          sureCommas |= !ONE_COMMA_AND_THREE_DIGITS.matcher(cell).matches();
        } else {
          return new NumberStyle(true, DecimalMark.POINT); // 1,234.50: commas group thousands
        }
      }
    }
    if (commas && (sureCommas || germanDates)) {
      return new NumberStyle(true, DecimalMark.COMMA);
    }
    return new NumberStyle(
        true, germanDates && !surePoints ? DecimalMark.UNKNOWN : DecimalMark.POINT);
  }

  LocalDate date(String cell) throws BadCell {
    Matcher german = GERMAN_DATE.matcher(cell);
    if (!dayFirst || !german.matches()) {
      return Cells.date(cell);
    }
    try {
      return LocalDate.of(
          Integer.parseInt(german.group(3)),
          Integer.parseInt(german.group(2)),
          Integer.parseInt(german.group(1)));
    } catch (DateTimeException impossible) {
      throw new BadCell("no such date: '" + cell + "'");
    }
  }

  /**
   * The number with a decimal point, where the cell holds one.
   *
   * @param name of the column, for the message
   */
  String plain(String name, String cell) throws BadCell {
    return switch (mark) {
      case POINT -> cell;
      case COMMA -> ofComma(name, cell);
      case UNKNOWN -> {
        if (GROUPED.matcher(cell).matches()) {
          throw new BadCell(
              name + " may be thousands or decimals: '" + cell + "'; write 1234,00 or 1,234");
        }
        yield cell;
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

  /** A count with its groups of thousands taken out. */
  String whole(String cell) {
    return mark != DecimalMark.POINT && GROUPED.matcher(cell).matches()
        ? cell.replace(".", "")
        : cell;
  }
}
