package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Vocabulary.Link;
import io.quotemark.claims.amounts.Vocabulary.NumberWord;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in words: "sixty", "two hundred and ten", "three and a half", 二十三, 一点五. */
final class WordNumbers {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_WORDS = 6;

  private final Tokens tokens;
  private final Vocabulary words;

  WordNumbers(Tokens tokens, Vocabulary words) {
    this.tokens = tokens;
    this.words = words;
  }

  @Nullable Quantity at(int first) {
    if (first >= tokens.size()) {
      return null;
    }
    Token token = tokens.get(first);
    if (token.kind() == Token.Kind.CJK) {
      return cjk(first);
    }
    return token.isWord() ? alphabetic(first) : null;
  }

  private @Nullable Quantity alphabetic(int first) {
    BigDecimal total = null;
    int end = first;
    int next = first;
    for (int i = 0; i < MOST_WORDS && next < tokens.size(); i++) {
      Phrases.Hit<NumberWord> hit = words.numbers.longest(tokens, next);
      if (hit == null || tokens.sentenceOf(next) != tokens.sentenceOf(first)) {
        break;
      }
      BigDecimal joined = joined(total, hit.value());
      if (joined == null) {
        break;
      }
      total = joined;
      end = hit.end();
      boolean added = end < tokens.size() && words.numbers.longest(tokens, end) != null;
      int and = added ? -1 : words.linkEnd(Link.AND, tokens, end);
      next = and > 0 ? and : end;
    }
    if (total == null || isArticle(first, end)) {
      return null;
    }
    return Quantity.ofWords(first, end, total);
  }

  /** An article counts one only before a scale: "a billion dollars". */
  private boolean isArticle(int first, int end) {
    return end == first + 1
        && words.isLink(Link.ARTICLE, tokens, first)
        && words.scales.longest(tokens, end) == null;
  }

  private static @Nullable BigDecimal joined(@Nullable BigDecimal total, NumberWord word) {
    BigDecimal value = word.value();
    if (total == null) {
      return word.added() ? null : value;
    }
    if (word.added()) {
      return total.add(value);
    }
    if (value.compareTo(HUNDRED) == 0 && total.compareTo(BigDecimal.TEN) < 0) {
      return total.multiply(HUNDRED);
    }
    boolean fitsBehind =
        total.compareTo(HUNDRED) >= 0
            && total.remainder(HUNDRED).signum() == 0
            && value.compareTo(HUNDRED) < 0
            && value.compareTo(BigDecimal.ONE) >= 0;
    return fitsBehind ? total.add(value) : null;
  }

  /** Chinese and Japanese numerals below 万, with decimals behind 点. */
  private @Nullable Quantity cjk(int first) {
    long total = 0;
    long digit = -1;
    int end = first;
    StringBuilder decimals = new StringBuilder();
    boolean point = false;
    for (; end < tokens.size() && end - first < 12; end++) {
      String numeral = tokens.get(end).lower();
      int value = digit(numeral);
      long power = power(numeral);
      if (value >= 0 && point) {
        decimals.append(value);
      } else if (value >= 0) {
        digit = digit > 0 ? digit * 10 + value : value;
      } else if (power > 0 && !point && (digit > 0 || (power == 10 && end == first))) {
        total += Math.max(digit, 1) * power;
        digit = -1;
      } else if (words.isLink(Link.POINT, tokens, end)
          && !point
          && end > first
          && isDigit(end + 1)) {
        point = true;
      } else {
        break;
      }
    }
    if (end == first) {
      return null;
    }
    long whole = total + Math.max(digit, 0);
    BigDecimal value = new BigDecimal(decimals.isEmpty() ? "" + whole : whole + "." + decimals);
    return Quantity.ofWords(first, end, value);
  }

  private boolean isDigit(int token) {
    return token < tokens.size() && digit(tokens.get(token).lower()) >= 0;
  }

  /** The digit that the numeral is; −1 for none. */
  private int digit(String numeral) {
    int value = words.numerals.getOrDefault(numeral, -1);
    return value < 10 ? value : -1;
  }

  /** The power of ten that the numeral is; −1 for none. */
  private long power(String numeral) {
    int value = words.numerals.getOrDefault(numeral, -1);
    return value < 10 ? -1 : value;
  }
}
