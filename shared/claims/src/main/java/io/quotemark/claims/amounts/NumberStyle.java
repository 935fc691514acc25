package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text prints numbers. What the text proves ({@code 1.234,5}, {@code 12,50}) outweighs the
 * habit of its language; only {@code 1,234} and {@code 1.234} need either.
 *
 * @param decimalComma whether the comma parts the decimals
 * @param spacedGroups whether a plain blank may part groups of three digits
 */
record NumberStyle(boolean decimalComma, boolean spacedGroups) {
  /** Longer digit strings are no amounts; keeps the cost of one number bounded. */
  private static final int LONGEST = 36;

  private static final Pattern GROUPS =
      Pattern.compile("\\d{1,3}(?:,\\d{3})++|\\d{1,2}(?:,\\d{2})+,\\d{3}");

  static NumberStyle of(Tokens tokens, Vocabulary words) {
    int comma = 0;
    int point = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isNumber() && token.length() <= LONGEST) {
        char proof = decimalMark(token.lower());
        boolean dollarGroup =
            proof == 0
                && words.dollarGroups()
                && tokens.is(i - 1, "$")
                && token.lower().matches("\\d{1,3},\\d{3}");
        comma += proof == ',' ? 1 : 0;
        point += proof == '.' || dollarGroup ? 1 : 0;
      }
    }
    boolean habit = words.decimalComma();
    return new NumberStyle(comma == point ? habit : comma > point, habit);
  }

  /** The decimal mark that a number proves, else 0. */
  private static char decimalMark(String number) {
    int comma = number.lastIndexOf(',');
    int dot = number.lastIndexOf('.');
    if (comma < 0 && dot < 0) {
      return 0;
    }
    if (comma >= 0 && dot >= 0) {
      return comma > dot ? ',' : '.';
    }
    char mark = comma >= 0 ? ',' : '.';
    int last = Math.max(comma, dot);
    if (number.indexOf(mark) != last) {
      return mark == ',' ? '.' : ',';
    }
    return number.length() - last - 1 == 3 && !number.startsWith("0") ? 0 : mark;
  }

  /** The number as printed, its scale the printed decimals; null where it is no plain number. */
  @Nullable BigDecimal parse(String printed) {
    if (printed.length() > LONGEST) {
      return null;
    }
    String number = printed;
    if (number.indexOf('\'') >= 0) {
      number = number.replace("'", "");
      if (!printed.matches("\\d{1,3}(?:'\\d{3})++(?:[.,]\\d+)?")) {
        return null;
      }
    }
    int comma = number.lastIndexOf(',');
    int dot = number.lastIndexOf('.');
    if (comma < 0 && dot < 0) {
      return new BigDecimal(number);
    }
    if (comma >= 0 && dot >= 0) {
      return comma > dot ? decimal(number, ',', '.') : decimal(number, '.', ',');
    }
    char mark = comma >= 0 ? ',' : '.';
    int at = Math.max(comma, dot);
    if (number.indexOf(mark) != at) {
      return grouped(number, mark);
    }
    return isDecimal(number, mark, at)
        ? new BigDecimal(number.replace(',', '.'))
        : grouped(number, mark);
  }

  /** Whether the only mark of a number parts its decimals. */
  private boolean isDecimal(String number, char mark, int at) {
    if (number.length() - at - 1 != 3 || at > 3 || number.startsWith("0")) {
      return true;
    }
    boolean usual = (mark == ',') == decimalComma;
    return usual && !(mark == ',' && number.endsWith(",000"));
  }

  private static @Nullable BigDecimal decimal(String number, char mark, char group) {
    int at = number.indexOf(mark);
    if (at != number.lastIndexOf(mark)) {
      return null;
    }
    BigDecimal whole = grouped(number.substring(0, at), group);
    return whole == null
        ? null
        : new BigDecimal(whole.toPlainString() + "." + number.substring(at + 1));
  }

  private static @Nullable BigDecimal grouped(String number, char group) {
    return GROUPS.matcher(number.replace(group, ',')).matches()
        ? new BigDecimal(number.replace(String.valueOf(group), ""))
        : null;
  }
}
