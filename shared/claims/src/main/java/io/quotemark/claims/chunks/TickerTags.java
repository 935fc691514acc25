package io.quotemark.claims.chunks;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.text.PlainText;

/**
 * Ticker tags as news prints them behind a name: "(NYSE: BABA)", "AAPL.O", ".SPX", "&lt;GM&gt;",
 * "(行情002258,诊股)". To the rules they are part of the name.
 */
final class TickerTags {
  private static final int LONGEST = 14;

  private final Tokens tokens;
  private final Language language;
  private final int limit;

  TickerTags(Tokens tokens, Language language, int limit) {
    this.language = language;
    this.tokens = tokens;
    this.limit = limit;
  }

  /** The token behind the tag that begins at {@code i}, or {@code i} where none does. */
  int end(int i) {
    if (opens(i)) {
      int close = close(i);
      return close > 0 && inBrackets(i + 1, close) ? close + 1 : i;
    }
    int ric = reuters(i);
    if (ric > i) {
      return ric;
    }
    if (tokens.is(i, ".") && i + 1 < limit && !tokens.spaceBefore(i + 1) && caps(i + 1, 8)) {
      int end = i + 2;
      while (end < limit
          && !tokens.spaceBefore(end)
          && (caps(end, 8) || tokens.get(end).isNumber())) {
        end++;
      }
      return end;
    }
    return future(i);
  }

  /** Futures and spot codes: "LCOc1", "XAU=". */
  private int future(int i) {
    if (i + 1 >= limit || !tokens.get(i).isWord() || tokens.spaceBefore(i + 1)) {
      return i;
    }
    String word = tokens.printed(i);
    boolean month =
        word.length() >= 3
            && word.endsWith("c")
            && word.chars().limit(word.length() - 1L).allMatch(Character::isUpperCase)
            && tokens.get(i + 1).isNumber();
    if (month) {
      return i + 2;
    }
    return tokens.is(i + 1, "=") && caps(i, 4) ? instrument(i + 2) : i;
  }

  /** Behind the "=" of a spot code: "GBP=D3", "EUR=EBS". */
  private int instrument(int start) {
    int i = start;
    while (i < limit
        && i < start + 2
        && !tokens.spaceBefore(i)
        && (caps(i, 4) || tokens.get(i).isNumber())) {
      i++;
    }
    return i;
  }

  private boolean opens(int i) {
    return tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "<");
  }

  private int close(int open) {
    for (int i = open + 1; i < Math.min(limit, open + LONGEST); i++) {
      if (tokens.is(i, ")") || tokens.is(i, "]") || tokens.is(i, ">")) {
        return i;
      }
    }
    return -1;
  }

  private boolean inBrackets(int from, int to) {
    if (reuters(from) == to || (to - from == 2 && tokens.is(from, ".") && caps(from + 1, 8))) {
      return true;
    }
    if (to - from == 1 && (caps(from, 5) || code(from))) {
      return true;
    }
    if (language.words(WordGroup.TAG_OPENER).contains(tokens.get(from).lower())) {
      return true;
    }
    boolean colon = false;
    for (int i = from; i < to; i++) {
      colon |= tokens.is(i, ":");
      boolean plain =
          caps(i, 8)
              || tokens.get(i).isNumber()
              || tokens.get(i).kind() == Token.Kind.PUNCT
              || language.words(WordGroup.TAG_EXCHANGE).contains(tokens.get(i).lower());
      if (!plain) {
        return false;
      }
    }
    return colon;
  }

  /** "AAPL.O", "9988.HK", "BRK.A.N". */
  private int reuters(int i) {
    boolean starts = i < limit && (caps(i, 6) || tokens.get(i).isNumber());
    if (!starts || i + 2 >= limit + 1 || !tokens.is(i + 1, ".") || tokens.spaceBefore(i + 1)) {
      return i;
    }
    return i + 2 < limit && !tokens.spaceBefore(i + 2) && caps(i + 2, 2) ? i + 3 : i;
  }

  private boolean caps(int i, int longest) {
    if (i >= limit || !tokens.get(i).isWord() || tokens.get(i).length() > longest) {
      return false;
    }
    return PlainText.isUpper(tokens.printed(i));
  }

  private boolean code(int i) {
    return tokens.get(i).isNumber()
        && tokens.get(i).length() >= 4
        && tokens.get(i).length() <= 6
        && PlainText.isDigits(tokens.get(i).lower());
  }
}
