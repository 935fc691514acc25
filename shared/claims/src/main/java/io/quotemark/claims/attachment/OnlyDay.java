package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
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
    int day = sentence.size() > SIMPLE ? -1 : day();
    TimeExpression time = day < 0 ? null : sentence.time(day);
    return time == null || time.session() == null || reference(figure) || !simple(figure)
        ? SessionWords.Unstated.UNSTATED
        : time.session();
  }

  /** Where the only expression of time that is a day stands; -1 where there is none, or two. */
  private int day() {
    int day = -1;
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null) {
        boolean other =
            day >= 0
                || time.session() instanceof SessionWords.Period
                || sentence.category(i + 1) == Category.POSSESSIVE; // "of Friday's loss"
        if (other) {
          return -1;
        }
        day = i;
      }
    }
    return day;
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
        case WHICH, SEMICOLON, SAY, MODAL, METRIC, DEAL, EPS, DIVIDEND, TARGET, PRONOUN, DASH -> {
          return false;
        }
        case FROM, THAN -> {
          return false; // "from its low on March 9"
        }
        case TIME, SPAN -> {
          if (figure instanceof Figure.Move && isStretch(i)) {
            return false; // "down 58 percent this year and closed below $5 on Monday"
          }
        }
        case BUT -> {
          // "fell on Monday after five straight days of gains"
          boolean streak = figure instanceof Figure.Streak && i == figure.match().start() - 1;
          if (!streak || !chunk.has("after")) {
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
