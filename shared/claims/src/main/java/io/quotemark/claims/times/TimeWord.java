package io.quotemark.claims.times;

/**
 * What a word means in an expression of time.
 *
 * @param n month 1 to 12, weekday 1 to 7 (Monday first), days from publication, a count, or 0
 */
record TimeWord(Kind kind, int n) {
  enum Kind {
    WEEKDAY,
    MONTH,
    DAYS,
    WEEKS,
    MONTHS,
    YEARS,
    QUARTERS,
    DECADES,
    SINCE,
    /** "since" behind its date or stretch: "以来". */
    UP_TO_NOW,
    /** The year before publication, before a month: "去年". */
    LAST_YEAR,
    /** "last", "past", "previous". */
    PAST,
    /** "this", "so far this". */
    THIS,
    /** "over", "within", "in" before a stretch of time. */
    WITHIN,
    ON,
    AGO,
    COUNT,
    EARLY,
    MIDDLE,
    LATE,
    /** Fluff inside a date: "the", "of", "de". */
    FILLER,
    LISTING,
    /** Calendar days from publication. */
    RELATIVE,
    /** Sessions from publication. */
    SESSION,
    YEAR_TO_DATE,
    MONTH_TO_DATE,
    WEEK_TO_DATE,
    QUARTER_TO_DATE,
    /** Of all time: "in history". */
    RECORD,
    /** So many months up to now: "on a twelve-month view". */
    MONTHS_BACK,
    /** A stretch named before: "the same period", "期间". */
    STRETCH,
    /** Before a month or a year that is not over: "so far in (2013)". */
    SO_FAR,
    /** The year's start: "Jahresbeginn". */
    YEAR_START
  }

  boolean is(Kind kind) {
    return this.kind == kind;
  }

  boolean isUnit() {
    return switch (kind) {
      case DAYS, WEEKS, MONTHS, YEARS, QUARTERS, DECADES -> true;
      default -> false;
    };
  }
}
