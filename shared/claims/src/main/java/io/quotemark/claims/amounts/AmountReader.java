package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Currencies.Trait;
import io.quotemark.claims.amounts.Unit.Measure;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one amount with its unit at a token. */
final class AmountReader {
  private static final BigDecimal YEARS = BigDecimal.valueOf(1900);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Tokens tokens;
  private final Vocabulary words;
  private final Quantities quantities;
  private final Units units;
  private final Signs signs;
  private final Weakness weakness;

  AmountReader(Tokens tokens, Vocabulary words, NumberStyle style, Weakness weakness) {
    this.weakness = weakness;
    this.tokens = tokens;
    this.words = words;
    this.quantities = new Quantities(tokens, words, style);
    this.units = new Units(tokens, words, quantities);
    this.signs = new Signs(tokens, words);
  }

  /** The amount that begins at the token, unit before or behind; null where none does. */
  @Nullable Raw at(int first) {
    Phrases.Hit<Unit> before = words.before.longest(tokens, first);
    if (before != null && !insideWord(first)) {
      Raw raw = prefixed(before);
      if (raw != null) {
        return raw;
      }
    }
    Quantity quantity = quantityAt(first);
    return quantity == null ? null : suffixed(quantity);
  }

  /** A bare quantity at the token, whether or not a unit follows. */
  @Nullable Quantity quantityAt(int first) {
    return first > 0 && tokens.get(first).isNumber() && insideNumber(first)
        ? null
        : quantities.at(first);
  }

  /** The quantity as an amount of the unit printed behind it, else null. */
  @Nullable Raw suffixed(Quantity quantity) {
    Phrases.Hit<Unit> behind = units.behind(quantity);
    if (behind == null || !plausible(quantity, behind)) {
      return null;
    }
    Unit unit = behind.value();
    int end = behind.end();
    Quantity counted = quantity;
    if (unit.measure() == Measure.TENTHS) {
      return tenths(quantity, end);
    }
    if (tokens.get(quantity.first()).isNumber() && insideWord(quantity.first())) {
      return unit.measure() == Measure.PERCENT
          ? Raw.of(counted.first(), end, counted, unit, false, 0)
          : null;
    }
    int sign = signs.before(quantity.first());
    boolean bracketed = tokens.is(quantity.end(), ")") && tokens.is(quantity.first() - 1, "(");
    int first = bracketed ? counted.first() - 1 : counted.first();
    return Raw.of(first, end, counted, unit, false, sign);
  }

  private @Nullable Raw prefixed(Phrases.Hit<Unit> before) {
    int at = before.end();
    int sign = signs.before(before.first());
    boolean bracketed = tokens.is(at, "(") && !tokens.spaceBefore(at);
    boolean signed =
        (tokens.is(at, "-") || tokens.is(at, "+")) && (isSign(before) || tokens.spaceBefore(at));
    if (bracketed || signed) {
      sign = tokens.is(at, "+") ? 1 : -1;
      at++;
    }
    if (at >= tokens.size() || tokens.sentenceOf(at) != tokens.sentenceOf(before.first())) {
      return null;
    }
    Unit unit = before.value();
    boolean cjk = tokens.get(at).kind() == Token.Kind.CJK;
    Quantity quantity = cjk ? quantities.at(at) : quantities.inDigits(at);
    if (quantity == null || quantity.fraction() || weakness.refuses(quantity, unit)) {
      return null;
    }
    if (bracketed && !tokens.is(quantity.end(), ")")) {
      return null;
    }
    Phrases.Hit<Unit> behind = units.behind(quantity);
    if (unit.currency() instanceof Denomination.BeforeCents(String cents)) {
      return behind == null || !behind.value().isMinor()
          ? null
          : Raw.of(
              before.first(),
              behind.end(),
              quantity,
              Unit.money(new Denomination.One(cents), behind.value().factor()),
              true,
              sign);
    }
    Raw alone =
        Raw.of(before.first(), quantity.end() + (bracketed ? 1 : 0), quantity, unit, true, sign);
    return behind == null || !unit.isMoney() ? alone : between(before, behind, alone);
  }

  /** A sum between two units: one sum, of both or of the first alone; null where they disagree. */
  private @Nullable Raw between(Phrases.Hit<Unit> before, Phrases.Hit<Unit> behind, Raw alone) {
    return switch (behind.value().measure()) {
      case MONEY -> {
        Unit both = Currencies.merged(before.value(), behind.value());
        if (both != null && !behind.value().isMinor()) {
          yield Raw.of(before.first(), behind.end(), alone.quantity(), both, true, alone.sign());
        }
        yield both == null && !isSign(before) ? null : alone;
      }
      case SHARES, NONE -> alone;
      case PERCENT, PERCENTAGE_POINTS, BASIS_POINTS, POINTS, TENTHS ->
          isSign(before) ? alone : null;
    };
  }

  /** Whether the phrase holds a currency sign: surely a unit, whatever follows. */
  private boolean isSign(Phrases.Hit<Unit> hit) {
    for (int i = hit.first(); i < hit.end(); i++) {
      if (tokens.get(i).kind() == Token.Kind.SYMBOL) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Raw tenths(Quantity quantity, int end) {
    if (quantity.value().compareTo(BigDecimal.TEN) > 0 || quantity.power() > 0) {
      return null;
    }
    boolean half = words.isLink(Vocabulary.Link.HALF, tokens, end);
    BigDecimal value = quantity.value().multiply(BigDecimal.TEN);
    Quantity percent =
        new Quantity(
            quantity.first(),
            half ? end + 1 : end,
            half ? value.add(BigDecimal.valueOf(5)) : value,
            quantity.step().multiply(half ? BigDecimal.valueOf(5) : BigDecimal.TEN),
            0,
            quantity.digits(),
            false,
            quantity.more(),
            false);
    return Raw.of(quantity.first(), percent.end(), percent, Unit.of(Measure.PERCENT), false, 0);
  }

  /** Whether number and unit can belong together, where the unit is also another word. */
  private boolean plausible(Quantity quantity, Phrases.Hit<Unit> behind) {
    Unit unit = behind.value();
    if (goesOn(behind) || weakness.refuses(quantity, unit)) {
      return false;
    }
    Denomination currency = unit.currency();
    boolean hyphenated = tokens.is(behind.first() - 1, "-") && behind.first() > quantity.end();
    if (quantity.fraction() && unit.measure() == Measure.SHARES) {
      return false;
    }
    if (!quantity.digits() && isCjkNumeral(quantity) && unit.isMoney()) {
      return quantity.power() > 0 || quantity.end() - quantity.first() > 1;
    }
    if (currency == null) {
      return !(unit.measure() == Measure.POINTS && clock(behind));
    }
    if (currency instanceof Denomination.Shared shared) {
      Currencies known = Currencies.of(shared, null);
      boolean weight = known.is(Trait.WEIGHT) && hyphenated && quantity.power() == 0;
      return !weight && (!known.is(Trait.VERB) || isLargeSum(quantity));
    }
    return !(tokens.is(behind.first(), "p") && isVideoFormat(quantity));
  }

  /** Whether it is more than anybody wins, and no year: "1,200 won". */
  private boolean isLargeSum(Quantity quantity) {
    return quantity.power() > 0
        || (quantity.digits() && quantity.value().compareTo(THOUSAND) >= 0 && !isYear(quantity));
  }

  /** Whether the unit is but the beginning of a name: "four RS-25 engines", "4p7SX". */
  private boolean goesOn(Phrases.Hit<Unit> behind) {
    int next = behind.end();
    if (next >= tokens.size() || tokens.spaceBefore(next)) {
      return false;
    }
    if (!tokens.get(next - 1).isWord()) {
      // "in 2012 $5 million": the sign is the next number's
      return behind.value().isMoney()
          && tokens.spaceBefore(behind.first())
          && tokens.get(next).isNumber();
    }
    int number = tokens.is(next, "-") ? next + 1 : next;
    return number < tokens.size() && !tokens.spaceBefore(number) && tokens.get(number).isNumber();
  }

  private boolean isCjkNumeral(Quantity quantity) {
    return tokens.get(quantity.first()).kind() == Token.Kind.CJK;
  }

  /** 13点10分 is a time. */
  private boolean clock(Phrases.Hit<Unit> behind) {
    return tokens.get(behind.first()).kind() == Token.Kind.CJK
        && behind.end() < tokens.size()
        && tokens.get(behind.end()).isNumber();
  }

  private static boolean isVideoFormat(Quantity quantity) {
    return switch (quantity.value().toPlainString()) {
      case "480", "720", "1080", "1440", "2160" -> true;
      default -> false;
    };
  }

  /** Whether the quantity reads like a year: four plain digits from 1900 to 2099. */
  boolean isYear(Quantity quantity) {
    return quantity.digits()
        && quantity.power() == 0
        && quantity.end() == quantity.first() + 1
        && tokens.get(quantity.first()).length() == 4
        && quantity.value().compareTo(YEARS) >= 0
        && quantity.value().compareTo(YEARS.add(BigDecimal.valueOf(200))) < 0;
  }

  /** Whether the token is joined to letters before it ("Q4", "US10YT"). */
  private boolean insideWord(int token) {
    return token > 0
        && !tokens.spaceBefore(token)
        && tokens.get(token - 1).isWord()
        && !tokens.get(token - 1).lower().endsWith(".");
  }

  /** Whether the token is joined to a number before it by a mark ("1.2.3", "24/7"). */
  private boolean insideNumber(int token) {
    if (token < 2
        || tokens.spaceBefore(token)
        || tokens.spaceBefore(token - 1)
        || !tokens.get(token - 2).isNumber()) {
      return false;
    }
    boolean quote = tokens.get(token - 2).lower().indexOf('.') > 0; // "405.50/406.00"
    return tokens.is(token - 1, ".")
        || tokens.is(token - 1, ":")
        || (tokens.is(token - 1, "/") && !quote);
  }
}
