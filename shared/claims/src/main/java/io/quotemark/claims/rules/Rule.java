package io.quotemark.claims.rules;

import java.util.Set;

/**
 * A rule as a value: what chunks it is about and what they say. Its name tells readers which rule
 * it was; nothing depends on it.
 *
 * @param name unique; "de:…" is German's rule of a construction
 * @param order its place in the book: of two rules that weigh the same the first wins
 * @param priority the higher one wins where two rules explain one chunk
 * @param product what a match says
 * @param flags what else is asked of a match or known of it
 * @param pattern over the letters of categories; the group {@code value} is the figure it is about,
 *     {@code anchor} the word that says what happened. Every repetition is bounded, so that a match
 *     costs no more than a constant.
 */
public record Rule(
    String name, int order, int priority, Product product, Set<Flag> flags, RulePattern pattern) {
  public Rule {
    flags = Set.copyOf(flags);
  }

  public boolean is(Flag flag) {
    return flags.contains(flag);
  }

  /** What a rule may ask of its matches or know of them. */
  public enum Flag {
    /** The subject stands between the verb and the figure. */
    SUBJECT_BETWEEN,
    /** The shares stand between the word and the figure: "turnover in X shares reached …". */
    SHARES_BETWEEN,
    /** The session showed the figure and may have left it again. */
    RUNNING,
    /** The figure may be of another unit than that of the verb before. */
    ANY_UNIT,
    /** Of a company's name alone, the securities master must hold the company. */
    KNOWN_COMPANY,
    /** The price is an earlier one that another is compared with. */
    FORMER,
    /** The word must be of a close: "a close of $27.72", not "trading of". */
    CLOSE,
    /** The words themselves must say "ever": no stretch is named. */
    EVER,
    /** A percentage that was reached: behind an auxiliary it is a share of something. */
    REACHED,
    /** One of two prices between which others lay: "traded between 40 and 49". */
    RANGE,
    /** The words alone say that the figure is a price, whatever unit it lacks. */
    BARE,
    /** A streak that no word calls one: "ending three sessions of gains". */
    SPAN_OF_MOVES,
    /** Only a form of "be" may say that the share is there: "the shares were at $40". */
    BE,
    /** The benchmark stands before the word and the subject behind it. */
    REVERSED
  }

  /** What a match says. */
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
    /** How many closes lie beyond a price. */
    RANK,
    /** What a depositary share's price is for one ordinary share. */
    PARITY,
    /** A price or level that somebody foretells. */
    FORECAST,
    /** An exchange and a ticker in brackets behind a company's name. */
    LISTING_TAG,
    /** The day of the week and the date of a session. */
    SESSION_DATE,
    /** The figure is nothing of the trade's; it takes part in no claim. */
    NONE
  }
}
