package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.text.PlainText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in digits: every locale's grouping, leading points, fractions of quoted prices. */
final class DigitNumbers {
  private static final Set<String> DENOMINATORS = Set.of("2", "3", "4", "5", "8", "16", "32", "64");

  /** Numbers that belong to an index's name, as in "CAC 40 340 points". */
  private static final Set<String> INDEX_SIZES =
      Set.of("30", "35", "40", "50", "100", "200", "225", "250", "300", "500", "600");

  private static final int MOST_GROUPS = 5;

  private final Tokens tokens;
  private final NumberStyle style;

  DigitNumbers(Tokens tokens, NumberStyle style) {
    this.tokens = tokens;
    this.style = style;
  }

  /** The number that begins at the token. */
  @Nullable Quantity at(int first) {
    if (first >= tokens.size()) {
      return null;
    }
    Token token = tokens.get(first);
    if (token.is(".") && numberJoined(first + 1) && !joinedToNumberBefore(first)) {
      return decimals(first);
    }
    BigDecimal vulgar = vulgar(token);
    if (vulgar != null) {
      return new Quantity(first, first + 1, vulgar, vulgar, 0, true, true, false, false);
    }
    if (!token.isNumber()) {
      return null;
    }
    Quantity fraction = fraction(first);
    if (fraction != null) {
      return fraction;
    }
    Quantity spaced = spacedGroups(first);
    if (spaced != null) {
      return spaced;
    }
    BigDecimal value = style.parse(token.lower());
    boolean grouped =
        value != null
            && value.precision() - value.scale() > 3
            && token.lower().length() > value.precision();
    return value == null ? null : Quantity.of(first, first + 1, value).asGrouped(grouped);
  }

  private @Nullable Quantity decimals(int dot) {
    String digits = tokens.get(dot + 1).lower();
    return digits.length() <= 12 && PlainText.isDigits(digits)
        ? Quantity.of(dot, dot + 2, new BigDecimal("0." + digits))
        : null;
  }

  private boolean numberJoined(int token) {
    return token < tokens.size() && tokens.get(token).isNumber() && !tokens.spaceBefore(token);
  }

  private boolean joinedToNumberBefore(int token) {
    return token > 0
        && !tokens.spaceBefore(token)
        && (tokens.get(token - 1).isNumber() || tokens.get(token - 1).isWord());
  }

  /** "83-1/2", "5 5/8", "1/4", "83½". */
  private @Nullable Quantity fraction(int first) {
    if (!isInteger(first)) {
      return null;
    }
    if (first + 1 < tokens.size() && !tokens.spaceBefore(first + 1)) {
      BigDecimal vulgar = vulgar(tokens.get(first + 1));
      if (vulgar != null) {
        return mixed(first, first + 2, vulgar, vulgar);
      }
    }
    if (tokens.is(first + 1, "-") && !tokens.spaceBefore(first + 1) && numberJoined(first + 2)) {
      Quantity part = bareFraction(first + 2);
      return part == null ? null : mixed(first, part.end(), part.value(), part.step());
    }
    Quantity bare = bareFraction(first);
    if (bare != null) {
      return bare;
    }
    Quantity part = first + 1 < tokens.size() ? bareFraction(first + 1) : null;
    return part == null || tokens.sentenceOf(first) != tokens.sentenceOf(first + 1)
        ? null
        : mixed(first, part.end(), part.value(), part.step());
  }

  private Quantity mixed(int first, int end, BigDecimal part, BigDecimal step) {
    BigDecimal whole = new BigDecimal(tokens.get(first).lower());
    return new Quantity(first, end, whole.add(part), step, 0, true, false, false, false);
  }

  private @Nullable Quantity bareFraction(int first) {
    boolean shaped =
        isInteger(first)
            && tokens.is(first + 1, "/")
            && !tokens.spaceBefore(first + 1)
            && numberJoined(first + 2)
            && DENOMINATORS.contains(tokens.get(first + 2).lower())
            && !(tokens.is(first + 3, "/") && !tokens.spaceBefore(first + 3));
    if (!shaped) {
      return null;
    }
    BigDecimal numerator = new BigDecimal(tokens.get(first).lower());
    BigDecimal denominator = new BigDecimal(tokens.get(first + 2).lower());
    return numerator.compareTo(denominator) >= 0 || numerator.signum() == 0
        ? null
        : new Quantity(
            first,
            first + 3,
            numerator.divide(denominator, MathContext.DECIMAL32),
            BigDecimal.ONE.divide(denominator, MathContext.DECIMAL32),
            0,
            true,
            true,
            false,
            false);
  }

  private boolean isInteger(int token) {
    return token < tokens.size()
        && tokens.get(token).isNumber()
        && tokens.get(token).length() <= 7
        && PlainText.isDigits(tokens.get(token).lower());
  }

  private static @Nullable BigDecimal vulgar(Token token) {
    return switch (token.lower()) {
      case "½" -> new BigDecimal("0.5");
      case "¼" -> new BigDecimal("0.25");
      case "¾" -> new BigDecimal("0.75");
      case "⅛" -> new BigDecimal("0.125");
      case "⅜" -> new BigDecimal("0.375");
      case "⅝" -> new BigDecimal("0.625");
      case "⅞" -> new BigDecimal("0.875");
      default -> null;
    };
  }

  /** "18 488,07": groups of three separated by a blank of one char, not across lines. */
  private @Nullable Quantity spacedGroups(int first) {
    if (tokens.get(first).length() > 3 || !isInteger(first) || namesIndex(first)) {
      return null;
    }
    StringBuilder digits = new StringBuilder(tokens.get(first).lower());
    int end = first + 1;
    while (end < tokens.size() && end - first <= MOST_GROUPS && isGroup(end)) {
      String group = tokens.get(end).lower();
      end++;
      if (group.length() > 3) {
        digits.append(group, 0, 3).append('.').append(group, 4, group.length());
        break;
      }
      digits.append(group);
    }
    return end == first + 1 || digits.charAt(0) == '0'
        ? null
        : Quantity.of(first, end, new BigDecimal(digits.toString())).asGrouped(true);
  }

  private boolean isGroup(int token) {
    Token group = tokens.get(token);
    int blank = tokens.get(token - 1).end();
    if (!group.isNumber() || group.length() > LONGEST_GROUP || group.start() != blank + 1) {
      return false;
    }
    char between = tokens.text().charAt(blank);
    boolean parts = between == '\u00A0' || between == '\u202F' || between == '\u2009';
    return (parts || (between == ' ' && style.spacedGroups()))
        && group.lower().matches("\\d{3}(?:[.,]\\d{1,6})?");
  }

  private static final int LONGEST_GROUP = 10;

  private boolean namesIndex(int number) {
    if (number == 0 || !INDEX_SIZES.contains(tokens.get(number).lower())) {
      return false;
    }
    Token name = tokens.get(number - 1);
    return name.isWord() && tokens.capitalised(number - 1);
  }
}
