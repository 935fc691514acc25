package io.quotemark.claims.language;

/** What an item of a sentence is to the rules; {@link #letter()} stands for it in patterns. */
public enum Category {
  MONEY,
  PCT,
  BPS,
  PPS,
  PTS,
  COUNT,
  /** A number without a unit: an index level, a wire-style fraction, a rate. */
  NUM,
  ISSUER,
  /** Capitalised words the securities master does not know. */
  NAME,
  INDEX,
  CURRENCY,
  /** "shares", "stock", "ADRs". */
  STOCK,
  /** "share price", "closing price": a level follows. */
  PRICE,
  /** "rose", "down"; direction up or down. */
  MOTION,
  /** "gain", "drop" as nouns. */
  MOVE,
  /** "higher", "lower" behind the figure. */
  COMPARATIVE,
  /** "unchanged", "flat". */
  FLAT,
  /** "closed", "traded", "opened": says which price. */
  TRADE,
  /** "hit", "as high as": a running extreme. */
  REACH,
  TO,
  AT,
  BY,
  FROM,
  OF,
  IN,
  OR,
  AND,
  BUT,
  THAN,
  WHICH,
  AS,
  /** "it", "they". */
  PRONOUN,
  /** "its", "their". */
  ITS,
  POSSESSIVE,
  TIME,
  /** "52-week", "five-month", "one-day". */
  SPAN,
  /** "highest", "weakest". */
  HIGHEST,
  /** "high", "low", "peak" as nouns. */
  PEAK,
  /** A record high or low in one word: "Rekordhoch". */
  RECORDPEAK,
  /** "record", "all-time". */
  RECORD,
  /** "biggest", "worst". */
  BIGGEST,
  /** "by the most": what the biggest move is compared by. */
  MOST,
  /** "is worth": a company's worth follows. */
  WORTH,
  /** "best day", "worst week". */
  BESTDAY,
  /** "performance", "return": what can be the best ever. */
  PERFORMANCE,
  /** "levels not seen": an extreme, high or low as the verb says. */
  UNSEEN,
  STRAIGHT,
  ORDINAL,
  STREAK,
  SNAPPED,
  /** Limit-up and limit-down. */
  LIMIT,
  CROSS,
  MARK,
  OUTPERFORM,
  CAP,
  METRIC,
  COMMODITY,
  YIELD,
  TARGET,
  DEAL,
  EPS,
  DIVIDEND,
  FLOW,
  PERSHARE,
  MODAL,
  SAY,
  VENUE,
  /** "premarket", "after-hours", "in early trading". */
  HOURS,
  /** "doubled", "halved". */
  MULTIPLY,
  /** "a third", "half" behind a verb of motion. */
  FRACTION,
  /** "valuing it", "giving it": a company's worth follows. */
  VALUING,
  /** "each", "both": every one of the companies just named. */
  BOTH,
  COMMA,
  SEMICOLON,
  COLON,
  LPAR,
  RPAR,
  DASH,
  EQUALS,
  TURNOVER,
  STOP,
  WORD,
  /** Carries no meaning for the rules (articles, auxiliaries, hedges); left out of the row. */
  SKIP;

  private static final char FIRST_LETTER = 0xE000;
  private static final Category[] ALL = values();

  /** One char of the private use area, so that no pattern needs escaping. */
  @SuppressWarnings("EnumOrdinal") // the letters live in memory only
  public char letter() {
    return (char) (FIRST_LETTER + ordinal());
  }

  /** The category that the letter stands for. */
  public static Category of(char letter) {
    return ALL[letter - FIRST_LETTER];
  }

  /** Whether it is punctuation. */
  public boolean isMark() {
    return switch (this) {
      case COMMA, SEMICOLON, COLON, LPAR, RPAR, DASH, EQUALS, STOP -> true;
      default -> false;
    };
  }

  public boolean isAmount() {
    return switch (this) {
      case MONEY, PCT, BPS, PPS, PTS, COUNT, NUM -> true;
      default -> false;
    };
  }
}
