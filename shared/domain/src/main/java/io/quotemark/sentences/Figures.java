package io.quotemark.sentences;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes numbers of one claim: with the units, and as precisely, as its article did. */
final class Figures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** Prices with more decimals were computed, and are rounded. */
  private static final int DECIMALS_OF_PRICES = 4;

  private final Wordbook book;
  private final Claim claim;
  private final @Nullable String currency;

  /**
   * @param currency of the prices that decide, null of an index or a pair of currencies
   */
  Figures(Wordbook book, Claim claim, @Nullable String currency) {
    this.book = book;
    this.claim = claim;
    this.currency = currency;
  }

  /** The figure as the article has it, a move without its direction; null where it has none. */
  @Nullable String printed() {
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    if (value == null) {
      return null;
    }
    int decimals = step == null ? Math.max(0, value.stripTrailingZeros().scale()) : scale(step);
    if (isPercent(claim.kind())) {
      return percentOf(value.abs(), decimals);
    }
    String of = claim.currency() == null && isPrice(claim.kind()) ? currency : claim.currency();
    if (of == null) {
      return scaled(value.abs(), step) + pointsOf(claim.kind(), value);
    }
    BigDecimal shown = value.abs();
    BigDecimal last = step;
    String unit = unit(of);
    if (!unit.equals(of)) {
      shown = shown.multiply(HUNDRED);
      last = step == null ? null : step.multiply(HUNDRED);
    }
    return money(unit, scaled(shown, last));
  }

  /**
   * A price of the listing.
   *
   * @param stated ISO 4217, null for that of the prices that decide
   */
  String price(BigDecimal amount, @Nullable String stated) {
    String of = stated == null ? currency : stated;
    if (of == null) {
      return number(rounded(amount), 2);
    }
    String unit = unit(of);
    BigDecimal shown = unit.equals(of) ? amount : amount.multiply(HUNDRED);
    if (shown.abs().compareTo(MILLION) >= 0) {
      return money(unit, scaled(shown, null));
    }
    return money(unit, number(rounded(shown), decimals(unit)));
  }

  /** A move of a price or in points, without its direction. */
  String size(BigDecimal move) {
    return currency == null
        ? number(rounded(move.abs()), 0) + pointsOf(claim.kind(), move)
        : price(move.abs(), null);
  }

  /**
   * A move in per cent without its direction: as precise as the article where that is its figure,
   * with a decimal more where it is near to that, else with one.
   */
  String percent(BigDecimal percent) {
    BigDecimal size = percent.abs();
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    if (value == null || step == null || !isPercent(claim.kind())) {
      return percentOf(size, 1);
    }
    boolean sameWay = value.signum() * percent.signum() >= 0;
    int printed = scale(step);
    BigDecimal said = value.abs();
    if (sameWay && at(size, printed).compareTo(at(said, printed)) == 0) {
      return percentOf(size, printed);
    }
    boolean near = sameWay && size.subtract(said).abs().compareTo(step) <= 0;
    int decimals = near ? printed + 1 : 1;
    while (size.signum() != 0 && at(size, decimals).signum() == 0) {
      decimals++;
    }
    return percentOf(size, decimals);
  }

  /** A count, a rate: its digits with the language's signs, with scale words from a million on. */
  String number(BigDecimal number) {
    return number.abs().compareTo(MILLION) >= 0 ? scaled(number, null) : number(number, 0);
  }

  private static BigDecimal at(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static int scale(BigDecimal step) {
    return Math.max(0, step.stripTrailingZeros().scale());
  }

  private static boolean isPercent(ClaimKind kind) {
    return switch (kind) {
      case MOVE_PCT, PEAK_MOVE_PCT, PERIOD_RETURN, INDEX_MOVE_PCT -> true;
      default -> false;
    };
  }

  static boolean isMove(ClaimKind kind) {
    return isPercent(kind) || kind == ClaimKind.MOVE_ABS || kind == ClaimKind.INDEX_MOVE_PTS;
  }

  private static boolean isPrice(ClaimKind kind) {
    return switch (kind) {
      case PRICE_LEVEL, MOVE_ABS, EXTREME, THRESHOLD -> true;
      default -> false;
    };
  }

  private String pointsOf(ClaimKind kind, BigDecimal points) {
    if (kind != ClaimKind.INDEX_MOVE_PTS) {
      return "";
    }
    boolean one = points.abs().compareTo(BigDecimal.ONE) == 0;
    return " " + book.word(one ? "point" : "points");
  }

  private String percentOf(BigDecimal size, int decimals) {
    return book.word("percent").replace("{n}", number(at(size, decimals), decimals));
  }

  /** With a scale word where the article rounded to one, or the sum is large. */
  private String scaled(BigDecimal amount, @Nullable BigDecimal step) {
    BigDecimal size = amount.abs();
    for (int power = 12; power >= 6; power -= 3) {
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
      boolean coarse = step == null || step.compareTo(BigDecimal.valueOf(1_000)) >= 0;
      if (coarse && size.compareTo(unit) >= 0) {
        BigDecimal shown = amount.movePointLeft(power);
        int decimals =
            step == null
                ? Math.clamp(shown.stripTrailingZeros().scale(), 0, 2)
                : scale(step.movePointLeft(power));
        return book.word("scale." + power)
            .replace("{n}", number(at(shown, decimals), step == null ? 0 : decimals));
      }
    }
    return step == null ? number(amount, 0) : number(at(amount, scale(step)), scale(step));
  }

  private static BigDecimal rounded(BigDecimal price) {
    BigDecimal stripped = price.stripTrailingZeros();
    return stripped.scale() > DECIMALS_OF_PRICES
        ? at(stripped, stripped.abs().compareTo(BigDecimal.ONE) < 0 ? DECIMALS_OF_PRICES : 2)
        : stripped;
  }

  /** Pence for pounds, unless the article gives pounds. */
  private String unit(String of) {
    String minor = book.wordOrNull("minor." + of);
    if (minor == null) {
      return of;
    }
    boolean printedInMajor = of.equals(claim.currency()) && claim.figure().unit() == null;
    return printedInMajor || !isQuoted(claim.kind()) ? of : minor;
  }

  /** Sums, such as market values, are never given in hundredths. */
  private static boolean isQuoted(ClaimKind kind) {
    return switch (kind) {
      case MARKET_CAP, CAP_CHANGE, TURNOVER, FX_PAIR, FX_RATE -> false;
      default -> true;
    };
  }

  private int decimals(String unit) {
    String decimals = book.wordOrNull("decimals." + unit);
    return decimals == null ? 2 : Integer.parseInt(decimals);
  }

  private String money(String unit, String number) {
    String form = book.wordOrNull("currency." + unit);
    return form == null
        ? book.word("currency").replace("{code}", unit).replace("{n}", number)
        : form.replace("{n}", number);
  }

  /**
   * @param least decimals
   */
  private String number(BigDecimal number, int least) {
    BigDecimal stripped = number.stripTrailingZeros();
    BigDecimal shown = stripped.setScale(Math.max(least, Math.max(0, stripped.scale())));
    String digits = shown.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder out = new StringBuilder(number.signum() < 0 ? "−" : "");
    for (int i = 0; i < whole.length(); i++) {
      boolean group = i > 0 && (whole.length() - i) % 3 == 0;
      out.append(group ? book.word("number.group") : "").append(whole.charAt(i));
    }
    if (point >= 0) {
      out.append(book.word("number.decimal")).append(digits, point + 1, digits.length());
    }
    return out.toString();
  }
}
