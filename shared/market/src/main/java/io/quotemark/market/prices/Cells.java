package io.quotemark.market.prices;

import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.market.packed.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One cell of a price file as the value it stands for. */
final class Cells {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern ISO_DATE =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})([T ].*)?");
  private static final Pattern TIME = Pattern.compile("^[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern RATIO = Pattern.compile("([\\d.]+)\\s*(?:[:/]|for)\\s*([\\d.]+)");
  private static final DateTimeFormatter MONTH_FIRST =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d[-][ ]MMM[-][ ]uuuu", Locale.ENGLISH);

  /** Above every price quoted anywhere; with {@link Decimals#MOST} places it fits 64 bits. */
  static final BigDecimal MOST_PRICE = new BigDecimal("1e10");

  private static final BigDecimal MOST_RATIO = BigDecimal.valueOf(10_000);

  private static final BigDecimal MOST_VOLUME = new BigDecimal("1e12");

  private Cells() {}

  /** What is wrong with a cell, worded for the file's owner. */
  static final class BadCell extends Exception {
    BadCell(String reason) {
      super(reason);
    }
  }

  /** Empty, or one of the words sources print for a missing value. */
  static boolean absent(String cell) {
    String text = cell.strip();
    return text.isEmpty()
        || text.equals(".")
        || text.matches("-+")
        || text.equalsIgnoreCase("none")
        || text.equalsIgnoreCase("#n/a")
        || text.equalsIgnoreCase("null")
        || text.equalsIgnoreCase("nan")
        || text.equalsIgnoreCase("n/a")
        || text.equalsIgnoreCase("na");
  }

  static LocalDate date(String cell) throws BadCell {
    String text = cell.strip();
    try {
      Matcher iso = ISO_DATE.matcher(text);
      if (iso.matches()) {
        requireTime(iso.group(5));
        return LocalDate.of(
            Integer.parseInt(iso.group(1)),
            Integer.parseInt(iso.group(3)),
            Integer.parseInt(iso.group(4)));
      }
      if (text.matches("[A-Za-z]{3} \\d{1,2}, \\d{4}")) {
        return LocalDate.parse(text, MONTH_FIRST);
      }
      if (text.matches("\\d{1,2}[- ][A-Za-z]{3}[- ]\\d{4}")) {
        return LocalDate.parse(text, DAY_FIRST);
      }
    } catch (DateTimeException impossible) {
      throw new BadCell("no such date: " + shown(text));
    }
    throw new BadCell(
        text.matches("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}")
            ? "day and month cannot be told apart in " + shown(text) + "; write yyyy-mm-dd"
            : "not a date: " + shown(text));
  }

  /** A time that may stand after the day is not used, but one there cannot be spoils the day. */
  static void requireTime(@Nullable String afterDay) {
    Matcher time = TIME.matcher(afterDay == null ? "" : afterDay);
    if (time.find()
        && (number(time.group(1)) > 23
            || number(time.group(2)) > 59
            || (time.group(3) != null && number(time.group(3)) > 59))) {
      throw new DateTimeException("no such time of day");
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /**
   * A positive price without the noise of binary floats.
   *
   * @param name of the column, for the message
   */
  static BigDecimal price(String name, String cell) throws BadCell {
    BigDecimal value = Decimals.withoutFloatNoise(number(name, cell));
    if (value.signum() <= 0) {
      throw new BadCell(name + " is not above zero: " + shown(cell));
    }
    if (value.compareTo(MOST_PRICE) >= 0) {
      throw new BadCell(name + " is above every price there is: " + shown(cell));
    }
    return value;
  }

  /** What was paid per share, zero where the cell is empty. */
  static BigDecimal dividend(String cell) throws BadCell {
    if (absent(cell)) {
      return BigDecimal.ZERO;
    }
    BigDecimal value = Decimals.withoutFloatNoise(number("dividend", cell));
    if (value.signum() < 0 || value.compareTo(MOST_PRICE) >= 0) {
      throw new BadCell("dividend is negative or too large: " + shown(cell));
    }
    return value;
  }

  /** An ISO 4217 code; null where the cell holds none. */
  static @Nullable String currency(String cell) {
    String text = cell.strip();
    return text.matches("[A-Z]{3}") ? text : null;
  }

  static BigDecimal number(String name, String cell) throws BadCell {
    String text = cell.strip();
    if (absent(text)) {
      throw new BadCell(name + " is missing");
    }
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw new BadCell(
        text.indexOf(',') >= 0 && text.matches("[\\d.,]+")
            ? name + " has a comma: " + shown(text) + "; write 1234.50"
            : name + " is not a number: " + shown(text));
  }

  /**
   * Shares traded; null where the cell is empty. Thousands separators are plain in whole numbers.
   */
  static @Nullable Long volume(String cell) throws BadCell {
    if (absent(cell)) {
      return null;
    }
    String text = cell.strip();
    BigDecimal value =
        number("volume", GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
    if (value.signum() < 0 || value.compareTo(MOST_VOLUME) > 0) {
      throw new BadCell("volume is negative or too large: " + shown(text));
    }
    return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /**
   * New shares for one old: {@code 4}, {@code 4:1}, {@code 4/1}, {@code 1:10}; null where there was
   * no split (empty, 0, 1).
   */
  static @Nullable BigDecimal splitRatio(String cell) throws BadCell {
    if (absent(cell)) {
      return null;
    }
    Matcher parts = RATIO.matcher(cell.strip());
    BigDecimal ratio;
    if (parts.matches()) {
      BigDecimal fresh = number("split", parts.group(1));
      BigDecimal old = number("split", parts.group(2));
      if (fresh.signum() == 0 || old.signum() == 0) {
        throw new BadCell("split is not a ratio: " + shown(cell));
      }
      ratio = fresh.divide(old, MathContext.DECIMAL32);
    } else {
      ratio = number("split", cell);
    }
    if (ratio.signum() < 0 || ratio.compareTo(MOST_RATIO) > 0) {
      throw new BadCell("split is not a ratio: " + shown(cell));
    }
    BigDecimal plain = ratio.round(MathContext.DECIMAL32).stripTrailingZeros();
    plain = plain.scale() < 0 ? plain.setScale(0) : plain;
    if (plain.signum() > 0 && plain.multiply(MOST_RATIO).compareTo(BigDecimal.ONE) < 0) {
      throw new BadCell("split is not a ratio: " + shown(cell));
    }
    return plain.signum() == 0 || plain.compareTo(BigDecimal.ONE) == 0 ? null : plain;
  }

  static String shown(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }

  /** What prices were adjusted for, as a cell or a line says it. */
  static Basis basis(String text) throws BadCell {
    return switch (CsvTable.normalized(text)) {
      case "astraded", "raw", "unadjusted" -> Basis.AS_TRADED;
      case "splitadjusted" -> Basis.SPLIT_ADJUSTED;
      case "dividendadjusted", "adjusted" -> Basis.DIVIDEND_ADJUSTED;
      default ->
          throw new BadCell(
              "basis '" + text + "' is none of as_traded, split_adjusted, dividend_adjusted");
    };
  }
}
