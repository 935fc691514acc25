package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import org.jspecify.annotations.Nullable;

/**
 * Highs and lows that are named beside a price without being reached with it: "near a record low",
 * "not yet back to its high", "could hit a record", "its high of $63 in September".
 */
public final class Elsewhere {
  /** How far before a high or low a word may stand that takes it away. */
  private static final int REACH = 6;

  private final Sentence sentence;

  public Elsewhere(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * Whether the price of the session is not said to be at the high or low.
   *
   * @param start the first chunk of "52-week high"
   * @param end behind its last
   */
  public boolean holds(int start, int end) {
    return taken(start, end) || sinceReached(start) || isWithin(start);
  }

  /** "within 1 percent of its record high". */
  private boolean isWithin(int start) {
    int of = sentence.category(start - 1) == Category.ITS ? start - 2 : start - 1;
    return sentence.category(of) == Category.OF
        && of > 0
        && sentence.category(of - 1).isAmount()
        && sentence.category(of - 1) != Category.COUNT;
  }

  /** "near", "not at", "could reach": the words in front take it away. */
  private boolean taken(int start, int end) {
    if (sentence.category(end) == Category.AT && sentence.category(end + 1).isAmount()) {
      return false; // "near a two-year low at 94.22" is at 94.22
    }
    for (int i = start; i >= Math.max(0, start - REACH); i--) {
      Chunk chunk = sentence.get(i);
      if (i < start) {
        if (chunk.has("near") || chunk.has("no")) {
          return true;
        }
        switch (chunk.category()) {
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
      boolean verb = i < start && chunk.category() == Category.REACH;
      if (chunk.skippedHas("near")
          || chunk.skippedHas("no")
          || (verb && chunk.skippedHas("past"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "a record high earlier this week", "its high of $63 last month": the stretch some day of which
   * is meant; null for others.
   */
  public @Nullable Window lately(int end) {
    int i = end;
    if (sentence.category(i) == Category.OF || sentence.category(i) == Category.AT) {
      i++;
    }
    if (sentence.category(i).isAmount()) {
      i++;
    }
    TimeExpression time = sentence.category(i) == Category.TIME ? sentence.time(i) : null;
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
        sentence.category(start - 1) == Category.REACH
                && sentence.category(start - 2) == Category.TIME
            ? sentence.time(start - 2)
            : null;
    return since != null && (since.openSince() || since.since() != null);
  }

  /** The day of "since March 9, 2009, when it closed at …"; null where the clause is none. */
  public static @Nullable SessionWords dayOfWhen(Sentence sentence, int when) {
    if (when < 1 || !sentence.get(when).has("when")) {
      return null;
    }
    int before = sentence.category(when - 1) == Category.COMMA ? when - 2 : when - 1;
    TimeExpression time = sentence.category(before) == Category.TIME ? sentence.time(before) : null;
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
