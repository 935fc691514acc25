package io.quotemark.market.odds;

/**
 * Another thing the figure may have been meant of, that the tape bears out.
 *
 * @param kind how it differs from what was read
 * @param rare whether a figure would hardly meet one of its kind by chance
 * @param words what the figure is, for people ("the change over the week to 2025-02-21")
 */
record OtherReading(Kind kind, boolean rare, String words) {
  enum Kind {
    /** Another price of the same session. */
    FIELD,
    /** The session before or after. */
    NEXT_SESSION,
    /** A session two to six before. */
    EARLIER_SESSION,
    /** Two to six sessions together. */
    DAYS,
    /** The week to date. */
    WEEK,
    /** The month to date, or about as many sessions. */
    MONTH,
    /** A quarter, half a year, a year, the year to date. */
    LONGER,
    /** From the high or the low of the year or of 52 weeks. */
    FROM_EXTREME,
    /** With the dividend that the session was the first without. */
    EX_DIVIDEND,
    /** Another listing that the sentence names. */
    SENTENCE,
    /** Another listing that the article names. */
    ARTICLE
  }
}
