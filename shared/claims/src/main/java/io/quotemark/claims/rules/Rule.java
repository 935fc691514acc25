package io.quotemark.claims.rules;

import java.util.regex.Pattern;

/**
 * A rule as a value: what row of chunks it is about and what they mean.
 *
 * @param name unique; "de:…" is a rule of German only
 * @param priority the higher one wins where two rules of equal length claim one chunk
 * @param product what is made of a hit
 * @param pattern over the letters of symbols; the group {@code value} is the figure it is about,
 *     {@code anchor} the word that says what happened. Every repetition is bounded, so that a match
 *     costs no more than a constant.
 */
public record Rule(String name, int priority, Product product, Pattern pattern) {
  /** Whether the rule of the name reads texts of the language. */
  static boolean speaks(String name, String language) {
    int colon = name.indexOf(':');
    return colon < 0 || name.substring(0, colon).equals(language);
  }

  /** What a hit is made into. */
  public enum Product {
    /** A move said with a verb or noun of motion. */
    MOVE,
    /** A signed figure in brackets or behind a name. */
    SIGNED,
    /** A figure whose verb stands before another one. */
    GAP,
    /** A price or index level. */
    LEVEL,
    EXTREME,
    EXTREME_MOVE,
    STREAK,
    CAP,
    CAP_CHANGE,
    /** Shares or money traded. */
    TURNOVER,
    PAIR,
    RATE,
    THRESHOLD,
    RELATIVE,
    MULTIPLY,
    LIMIT,
    TARGET,
    DEAL_PRICE,
    EPS,
    DIVIDEND,
    YIELD,
    COMMODITY,
    FLOW,
    /** The figure is nothing of the trade's; it takes part in no claim. */
    NONE
  }
}
