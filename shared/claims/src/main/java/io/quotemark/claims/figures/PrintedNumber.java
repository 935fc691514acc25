package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.text.Tokens;
import io.quotemark.text.PlainText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is printed, with or without a unit.
 *
 * @param step one unit of its last printed digit
 */
public record PrintedNumber(BigDecimal value, BigDecimal step) {
  /** Groups of three digits, or of two before the last as in India. */
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[.,]\\d{2,3})*[.,]\\d{3}");

  private static final Pattern THOUSAND = Pattern.compile("[1-9]\\d{0,2},000");
  private static final Pattern POINT = Pattern.compile("\\d[\\d,]{0,20}\\.\\d{1,2}");

  /** The figure of the chunk; null where the chunk holds none that can be read. */
  public static @Nullable PrintedNumber of(Sentence sentence, int chunk) {
    Chunk printed = sentence.get(chunk);
    if (printed instanceof Chunk.Amount amount) {
      return new PrintedNumber(amount.amount().value(), amount.amount().step());
    }
    return printed instanceof Chunk.Numeral numeral ? number(sentence, numeral) : null;
  }

  /**
   * Whether "4,000" may be four or four thousand: of a language with a decimal comma, in a text
   * whose other numbers prove no decimal point.
   */
  public static boolean readsTwoWays(Sentence sentence, int chunk) {
    Chunk printed = sentence.get(chunk);
    Tokens tokens = sentence.tokens();
    boolean thousand = false;
    for (int i = printed.from(); i < printed.to(); i++) {
      thousand |= THOUSAND.matcher(tokens.get(i).lower()).matches();
    }
    if (!thousand || !sentence.language().decimalComma()) {
      return false;
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (POINT.matcher(tokens.get(i).lower()).matches()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable PrintedNumber number(Sentence sentence, Chunk chunk) {
    String printed = sentence.tokens().printed(chunk.from(), chunk.to() - 1).replaceAll("\\s", "");
    int slash = printed.indexOf('/');
    if (slash > 0) {
      return fraction(printed, slash);
    }
    Integer spelled = sentence.language().spelledPoints().get(printed.toLowerCase(Locale.ROOT));
    if (spelled != null) {
      return new PrintedNumber(BigDecimal.valueOf(spelled), BigDecimal.ONE);
    }
    String plain = plain(printed, sentence.language().decimalComma() ? '.' : ',');
    if (plain == null) {
      return null;
    }
    BigDecimal value = new BigDecimal(plain);
    return new PrintedNumber(value, BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, value.scale())));
  }

  /** "83-1/2" is 83.5, "1/4" is 0.25. */
  private static @Nullable PrintedNumber fraction(String printed, int slash) {
    int dash = printed.indexOf('-');
    String whole = dash > 0 ? printed.substring(0, dash) : "0";
    String over = printed.substring(dash > 0 ? dash + 1 : 0, slash);
    String under = printed.substring(slash + 1);
    if (!digits(whole) || !digits(over) || !digits(under) || new BigDecimal(under).signum() == 0) {
      return null;
    }
    BigDecimal part = new BigDecimal(over).divide(new BigDecimal(under), MathContext.DECIMAL32);
    return new PrintedNumber(
        new BigDecimal(whole).add(part),
        BigDecimal.ONE.divide(new BigDecimal(under), MathContext.DECIMAL32));
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && PlainText.isAsciiDigits(text);
  }

  /** Groups dropped, a decimal mark made a dot; null where the digits can be read two ways. */
  private static @Nullable String plain(String printed, char grouping) {
    int dot = printed.lastIndexOf('.');
    int comma = printed.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      char group = dot > comma ? ',' : '.';
      return printed.replace(String.valueOf(group), "").replace(',', '.');
    }
    String text = printed.replace("'", "").replace("’", "");
    int mark = Math.max(dot, comma);
    if (mark < 0) {
      return digits(text) ? text : null;
    }
    char sign = dot >= 0 ? '.' : ',';
    boolean many = text.indexOf(sign) != text.lastIndexOf(sign);
    if (many && !GROUPS.matcher(text).matches()) {
      return null; // a date in digits
    }
    boolean groupOfThree = text.length() - text.lastIndexOf(sign) - 1 == 3;
    return many || (groupOfThree && sign == grouping)
        ? text.replace(String.valueOf(sign), "")
        : text.replace(',', '.');
  }
}
