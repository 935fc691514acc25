package io.quotemark.claims.text;

/**
 * One token of a text.
 *
 * @param start UTF-16 index of its first char
 * @param end UTF-16 index behind its last char
 * @param lower its text in lower case, full-width forms folded to ASCII ({@code ３％} reads {@code
 *     3%})
 */
public record Token(Kind kind, int start, int end, String lower) {
  public enum Kind {
    /** Letters of an alphabet; initials keep their dots ({@code U.S.}, {@code p.m.}). */
    WORD,
    /** Digits with single separators between them ({@code 1,234.56}, {@code 18.5}). */
    NUMBER,
    /** One Han, kana or Hangul character. */
    CJK,
    /** Currency signs, {@code %}, {@code &}, {@code +}, {@code ½} and other signs. */
    SYMBOL,
    /** Punctuation, brackets, quotes and dashes, one char each. */
    PUNCT
  }

  public boolean is(String text) {
    return lower.equals(text);
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  public int length() {
    return end - start;
  }
}
