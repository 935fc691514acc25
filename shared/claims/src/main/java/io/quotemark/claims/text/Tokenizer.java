package io.quotemark.claims.text;

import io.quotemark.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens in one pass. */
final class Tokenizer {
  /** Longer than this, letters each with its dot are no abbreviation. */
  private static final int LONGEST_INITIALS = 20;

  private final String text;
  private final Marks marks;
  private final List<Token> tokens = new ArrayList<>();

  Tokenizer(String text, Marks marks) {
    this.text = text;
    this.marks = marks;
  }

  List<Token> tokens() {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Character.isWhitespace(codePoint)
          || Character.isSpaceChar(codePoint)
          || Character.getType(codePoint) == Character.FORMAT) {
        at += Character.charCount(codePoint);
      } else {
        Token.Kind kind = kind(codePoint);
        int end =
            switch (kind) {
              case NUMBER -> numberEnd(at);
              case WORD -> wordEnd(at);
              case CJK, SYMBOL, PUNCT -> at + Character.charCount(codePoint);
            };
        tokens.add(new Token(kind, at, end, PlainText.of(text.substring(at, end))));
        at = end;
      }
    }
    return tokens;
  }

  private static Token.Kind kind(int codePoint) {
    if (isDigit(codePoint)) {
      return Token.Kind.NUMBER;
    }
    if (isCjk(codePoint)) {
      return Token.Kind.CJK;
    }
    if (Character.isLetter(codePoint)) {
      return Token.Kind.WORD;
    }
    if (codePoint == '%' || codePoint == '\uFF05' || codePoint == '&' || codePoint == '‰') {
      return Token.Kind.SYMBOL;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          Token.Kind.PUNCT;
      default -> Token.Kind.SYMBOL;
    };
  }

  private static boolean isDigit(int codePoint) {
    return (codePoint >= '0' && codePoint <= '9') || (codePoint >= '０' && codePoint <= '９');
  }

  private static boolean isCjk(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    if (codePoint == 'ー' || codePoint == '々') {
      return true;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> Character.isLetter(codePoint) || codePoint == '〇';
      default -> false;
    };
  }

  private int numberEnd(int start) {
    int at = start;
    while (at < text.length()) {
      char here = text.charAt(at);
      boolean separates =
          (here == '.' || here == ',' || here == '\'' || here == '’' || here == '．')
              && at + 1 < text.length()
              && isDigit(text.charAt(at + 1));
      if (!isDigit(here) && !separates) {
        break;
      }
      at++;
    }
    return at;
  }

  private int wordEnd(int start) {
    int initials = initialsEnd(start);
    if (initials > start) {
      return initials;
    }
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      boolean continues =
          (Character.isLetter(codePoint) && !isCjk(codePoint))
              || Character.getType(codePoint) == Character.NON_SPACING_MARK
              || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK
              || codePoint == '\u00AD';
      if (!continues) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return unglued(start, at);
  }

  /** The end of the exchange's letters where a code runs into the next word: "ABCD.Orose". */
  private int unglued(int start, int end) {
    boolean behindCode =
        start >= 2
            && text.charAt(start - 1) == '.'
            && (Character.isUpperCase(text.charAt(start - 2)) || isDigit(text.charAt(start - 2)));
    if (!behindCode) {
      return end;
    }
    int at = start;
    while (at < end && Character.isUpperCase(text.charAt(at))) {
      at++;
    }
    boolean glued =
        at > start
            && at < end
            && marks.suffixes().contains(text.substring(start, at))
            && marks.glued().contains(text.substring(at, end));
    return glued ? at : end;
  }

  /** Two or more single letters, each with its dot: {@code U.S.}, {@code p.m.}; else start. */
  private int initialsEnd(int start) {
    int at = start;
    while (at + 1 < text.length()
        && at - start <= LONGEST_INITIALS
        && Character.isLetter(text.charAt(at))
        && text.charAt(at + 1) == '.') {
      at += 2;
    }
    return at - start >= 4 && (at >= text.length() || !Character.isLetter(text.charAt(at)))
        ? at
        : start;
  }
}
