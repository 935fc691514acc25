package io.quotemark.market.answers;

import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.verdict.AnswerFinding.Correction;
import io.quotemark.domain.verdict.CitedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints the right figure as the wrong one was printed: its decimals, marks and groups. */
final class Corrections {
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'’\\u00A0\\u202F]*\\d)?");
  private static final int GROUP = 3;

  private final String text;
  private final Offsets offsets;

  /** Those of the text by where they begin; no two begin at one place. */
  private final NavigableMap<Integer, Amount> amounts = new TreeMap<>();

  Corrections(String text, List<Amount> amounts) {
    this.text = text;
    this.offsets = new Offsets(text);
    for (Amount amount : amounts) {
      if (amount.at().in() == Span.Part.TEXT) {
        this.amounts.putIfAbsent(amount.at().start(), amount);
      }
    }
  }

  /** Null where the words around the figure would have to change as well, or it is not found. */
  @Nullable Correction of(Claim claim, CitedValue cited) {
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    Span at = place(claim);
    if (value == null || step == null || at == null || value.signum() == 0) {
      return null;
    }
    int start = offsets.charIndex(at.start());
    int end = offsets.charIndex(at.end());
    Matcher number = NUMBER.matcher(text).region(start, end);
    if (!number.find()) {
      return null;
    }
    boolean turned = cited.value().signum() * value.signum() < 0;
    int sign = sign(number.start());
    if (turned && sign < 0) {
      return null;
    }
    Style style = Style.of(number.group(), step);
    String figure = style == null ? null : style.print(cited.value().abs(), value.abs());
    if (figure == null) {
      return null;
    }
    if (!turned) {
      return correction(number.start(), number.end(), figure);
    }
    String between = text.substring(sign + 1, number.start());
    return correction(sign, number.end(), turned(text.charAt(sign)) + between + figure);
  }

  private Correction correction(int from, int to, String figure) {
    return new Correction(offsets.codePoint(from), offsets.codePoint(to), figure);
  }

  /** The text with the corrections in place of the figures. */
  String applied(List<Correction> corrections) {
    List<Correction> ordered = new ArrayList<>(corrections);
    ordered.sort(Comparator.comparingInt(Correction::start));
    StringBuilder corrected = new StringBuilder();
    int at = 0;
    for (Correction one : ordered) {
      int start = offsets.charIndex(one.start());
      if (start >= at) {
        corrected.append(text, at, start).append(one.text());
        at = offsets.charIndex(one.end());
      }
    }
    return corrected.append(text.substring(at)).toString();
  }

  /** Where the figure itself stands: of several amounts in a claim's words the one of its value. */
  private @Nullable Span place(Claim claim) {
    Span at = claim.at();
    if (at.in() != Span.Part.TEXT) {
      return null;
    }
    BigDecimal value = claim.value();
    for (Amount amount : amounts.subMap(at.start(), true, at.end(), true).values()) {
      Span of = amount.at();
      if (of.end() <= at.end()
          && value != null
          && amount.value().abs().compareTo(value.abs()) == 0) {
        return of;
      }
    }
    return NUMBER.matcher(at.text()).results().count() == 1 ? at : null;
  }

  /** The sign or arrow right before a number, −1 where there is none. */
  private int sign(int number) {
    int at = number - 1;
    while (at >= 0 && at >= number - 3 && " $€£¥(".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && "+-−–▲▼↑↓".indexOf(text.charAt(at)) >= 0 ? at : -1;
  }

  private static char turned(char sign) {
    return switch (sign) {
      case '+' -> '-';
      case '▲' -> '▼';
      case '▼' -> '▲';
      case '↑' -> '↓';
      case '↓' -> '↑';
      default -> '+';
    };
  }

  /**
   * How a number is printed.
   *
   * @param decimals digits behind the mark
   * @param mark of decimals
   * @param group between groups of three digits, 0 where there is none
   * @param printed its value as it stands there, without scale words and minor units
   */
  private record Style(int decimals, char mark, char group, BigDecimal printed) {
    static @Nullable Style of(String number, BigDecimal step) {
      int last = -1;
      char group = 0;
      for (int i = 0; i < number.length(); i++) {
        if (!Character.isDigit(number.charAt(i))) {
          last = i;
        }
      }
      boolean decimal = last >= 0 && isDecimal(number, last, step);
      for (int i = 0; i < (decimal ? last : number.length()); i++) {
        group = Character.isDigit(number.charAt(i)) ? group : number.charAt(i);
      }
      int decimals = decimal ? number.length() - last - 1 : 0;
      String digits = number.replaceAll("\\D", "");
      return new Style(
          decimals,
          decimal ? number.charAt(last) : '.',
          group,
          new BigDecimal(digits).movePointLeft(decimals));
    }

    /** By the step of the claim where three digits leave it open. */
    private static boolean isDecimal(String number, int last, BigDecimal step) {
      char mark = number.charAt(last);
      if (mark != '.' && mark != ',') {
        return false;
      }
      boolean again = number.indexOf(mark) != last;
      boolean three = number.length() - last - 1 == GROUP;
      return !again && (!three || step.stripTrailingZeros().scale() > 0 || number.startsWith("0"));
    }

    /**
     * @param value the right one
     * @param said the claim's, in its unit: what it is printed as tells the factor between them
     */
    @Nullable String print(BigDecimal value, BigDecimal said) {
      if (printed.signum() == 0) {
        return null;
      }
      BigDecimal factor = printed.divide(said, MathContext.DECIMAL64);
      boolean power =
          factor.stripTrailingZeros().unscaledValue().abs().intValue() == 1
              && factor.stripTrailingZeros().precision() == 1;
      if (!power) {
        return null;
      }
      String plain =
          value.multiply(factor).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
      int point = plain.indexOf('.');
      String whole = point < 0 ? plain : plain.substring(0, point);
      String rest = point < 0 ? "" : mark + plain.substring(point + 1);
      return (group == 0 ? whole : grouped(whole)) + rest;
    }

    private String grouped(String whole) {
      StringBuilder grouped = new StringBuilder();
      for (int i = 0; i < whole.length(); i++) {
        if (i > 0 && (whole.length() - i) % GROUP == 0) {
          grouped.append(group);
        }
        grouped.append(whole.charAt(i));
      }
      return grouped.toString();
    }
  }
}
