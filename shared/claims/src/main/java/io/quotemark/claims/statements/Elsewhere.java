package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import org.jspecify.annotations.Nullable;

/**
 * Highs and lows that are named beside a price without being reached with it: "near a record low",
 * "not yet back to its high", "could hit a record", "its high of $63 in September".
 */
final class Elsewhere {
  /** How far before a high or low a word may stand that takes it away. */
  private static final int REACH = 6;

  private final Row row;

  Elsewhere(Row row) {
    this.row = row;
  }

  /**
   * Whether the price of the session is not said to be at the high or low.
   *
   * @param start the first item of "52-week high"
   * @param end behind its last
   */
  boolean holds(int start, int end) {
    return taken(start, end) || sinceReached(start);
  }

  /** "near", "not at", "could reach": the words in front take it away. */
  private boolean taken(int start, int end) {
    if (row.symbol(end) == Symbol.AT && row.symbol(end + 1).isAmount()) {
      return false; // "near a two-year low at 94.22" is at 94.22
    }
    for (int i = start; i >= Math.max(0, start - REACH); i--) {
      Item item = row.get(i);
      if (i < start) {
        if (item.has("near") || item.has("no")) {
          return true;
        }
        switch (item.symbol()) {
          case MODAL -> {
            return true;
          }
          case ITS, RECORD, SPAN, TIME, TO, AT, REACH, MOTION, WORD, CROSS, IN, POSSESSIVE -> {
            // from the verb to the high
          }
          default -> {
            return false;
          }
        }
      }
      boolean verb = i < start && item.symbol() == Symbol.REACH;
      if (item.skippedHas("near") || item.skippedHas("no") || (verb && item.skippedHas("past"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "a record high earlier this week", "its high of $63 last month": the stretch some day of which
   * is meant; null for others.
   */
  @Nullable Window lately(int end) {
    int i = end;
    if (row.symbol(i) == Symbol.OF || row.symbol(i) == Symbol.AT) {
      i++;
    }
    if (row.symbol(i).isAmount()) {
      i++;
    }
    TimeExpression time = row.symbol(i) == Symbol.TIME ? row.get(i).time() : null;
    return time == null
        ? null
        : switch (time.window()) {
          case Window.ToDate toDate -> toDate;
          case Window.Last last when last.unit() != Window.Unit.D -> last;
          case Window.CalendarYear year -> year;
          case null, default -> null;
        };
  }

  /** "has gained 50 percent since hitting a low". */
  private boolean sinceReached(int start) {
    TimeExpression since =
        row.symbol(start - 1) == Symbol.REACH && row.symbol(start - 2) == Symbol.TIME
            ? row.get(start - 2).time()
            : null;
    return since != null && (since.openSince() || since.since() != null);
  }

  /** The day of "since March 9, 2009, when it closed at …"; null where the clause is none. */
  static @Nullable SessionWords dayOfWhen(Row row, int when) {
    if (when < 1 || !row.get(when).has("when")) {
      return null;
    }
    int before = row.symbol(when - 1) == Symbol.COMMA ? when - 2 : when - 1;
    TimeExpression time = row.symbol(before) == Symbol.TIME ? row.get(before).time() : null;
    if (time == null) {
      return null;
    }
    if (time.since() != null) {
      return time.since().day() != null
          ? new SessionWords.OnDate(time.since().first())
          : new SessionWords.Period(time.since().first(), time.since().last());
    }
    return time.session();
  }
}
