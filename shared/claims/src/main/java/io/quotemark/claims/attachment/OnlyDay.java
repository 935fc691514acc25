package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

/**
 * The only day that a simple sentence names: whatever it tells is of that day, wherever the day
 * stands. Not where another clause, somebody's words or a report may be what the day dates.
 */
final class OnlyDay {
  /** In chunks; a longer sentence tells more than one thing. */
  private static final int SIMPLE = 16;

  private final Sentence sentence;

  OnlyDay(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Unstated where the sentence is not simple, or names no day or several. */
  SessionWords of(Figure figure) {
    int day = sentence.size() > SIMPLE ? -1 : day(figure);
    TimeExpression time = day < 0 ? null : sentence.time(day);
    return time == null || time.session() == null || reference(figure) || !simple(figure)
        ? SessionWords.Unstated.UNSTATED
        : time.session();
  }

  /** Where the only expression of time that is a day stands; -1 where there is none, or two. */
  private int day(Figure figure) {
    int day = -1;
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null && !isStretchOf(figure, i)) {
        // "of Friday's loss"; "Friday's loss was the third" is Friday's
        boolean owned =
            i > 0
                && sentence.category(i + 1) == Category.POSSESSIVE
                && !(i == 1 && sentence.category(0) == Category.AT)
                && !endsIn(i, figure);
        boolean other = day >= 0 || time.session() instanceof SessionWords.Period || owned;
        if (other) {
          return -1;
        }
        day = i;
      }
    }
    return day;
  }

  /** "closed on Friday at its highest since May after rising 3 percent". */
  private boolean toldBefore(int after, Figure figure) {
    int day = day(figure);
    return day >= 0 && day < after && figure.match().end() <= after;
  }

  private boolean leads(int after, Match match) {
    int start = match.start();
    return (after >= start && after < match.end())
        || after == start - 1
        || (after == start - 2 && sentence.category(after + 1) == Category.OF);
  }

  /** Whether nothing but a day and its session follows: "after Friday's close". */
  private boolean endsIn(int from, Figure figure) {
    if (from < figure.match().end()) {
      return false;
    }
    boolean after = sentence.get(from).has("after") || sentence.get(from - 1).has("after");
    for (int i = from + 1; i < sentence.size(); i++) {
      switch (sentence.category(i)) {
        case TIME, POSSESSIVE, TRADE, HOURS, OF, STOP, MOTION, MOVE -> {
          // "after Friday's close"
        }
        case WORD -> {
          if (i + 2 < sentence.size()) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return after;
  }

  /** "closed on Friday at a level last seen in May 2021": the month is what it is compared with. */
  private boolean isStretchOf(Figure figure, int i) {
    TimeExpression time = sentence.time(i);
    return figure instanceof Figure.Extreme
        && i >= figure.match().start()
        && i < figure.match().end()
        && time != null
        && time.session() instanceof SessionWords.Period;
  }

  /** "its previous close of $408": a price of another day, whatever day is named. */
  private boolean reference(Figure figure) {
    if (!(figure instanceof Figure.Level level)) {
      return false;
    }
    return level.match().rule().is(Rule.Flag.FORMER)
        || switch (sentence.category(level.match().anchor())) {
          case PRICE, PEAK, RECORD -> true;
          default -> false;
        };
  }

  private boolean simple(Figure figure) {
    for (int i = 0; i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      switch (chunk.category()) {
        case PRONOUN -> {
          if (i > 0 || !(figure instanceof Figure.Streak)) {
            return false; // but "It was the fourth day of gains for X on Friday"
          }
        }
        case WHICH, SEMICOLON, SAY, MODAL, METRIC, DEAL, EPS, DIVIDEND, TARGET, DASH -> {
          return false;
        }
        case FROM -> {
          Category from = sentence.category(i + 1);
          if (from != Category.MONEY && from != Category.NUM) {
            return false; // "from its low on March 9"
          }
        }
        case THAN -> {
          return false;
        }
        case TIME, SPAN -> {
          if (figure instanceof Figure.Move && isStretch(i)) {
            return false; // "down 58 percent this year and closed below $5 on Monday"
          }
        }
        case BUT -> {
          // "fell on Monday after five straight days of gains", "is at a high after Monday's
          // session"
          boolean streak = figure instanceof Figure.Streak && leads(i, figure.match());
          if (figure instanceof Figure.Move move && move.peak()) {
            break; // "up as much as 3 percent before fading on Friday"
          }
          boolean prefix = sentence.category(i + 1) == Category.STOP; // "gab am Freitag nach"
          boolean told = prefix || (figure instanceof Figure.Extreme && toldBefore(i, figure));
          if (!chunk.has("after") || !(streak || told || endsIn(i, figure))) {
            return false;
          }
        }
        case HOURS -> {
          if (outside(chunk.field())) {
            return false;
          }
        }
        default -> {
          // one clause
        }
      }
    }
    return true;
  }

  private boolean isStretch(int i) {
    TimeExpression time = sentence.time(i);
    return time == null || time.session() == null;
  }

  private static boolean outside(@Nullable PriceField field) {
    return field == PriceField.PRE || field == PriceField.POST;
  }
}
