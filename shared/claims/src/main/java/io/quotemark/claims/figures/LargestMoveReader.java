package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import org.jspecify.annotations.Nullable;

/**
 * Biggest moves, of one session or over a stretch ("worst week in two years"). "Biggest point drop
 * ever" and "best run in a year" are not ranked: returns do not tell.
 */
final class LargestMoveReader {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  LargestMoveReader(Sentence sentence) {
    this.sentence = sentence;
  }

  @Nullable Figure largestMove(Match match) {
    Direction direction = direction(match);
    boolean ever = isEver(match);
    TimeExpression time = compared(match);
    if (direction == null
        || (time == null && !ever)
        || (match.rule().is(Rule.Flag.EVER) && !ever)) {
      return null;
    }
    TimeExpression compared =
        time == null || ever ? TimeExpression.ever(sentence.get(match.end() - 1).to()) : time;
    return new Figure.LargestMove(match, direction, compared, over(match), isRanked(match));
  }

  private @Nullable Direction direction(Match match) {
    Direction direction = null;
    for (int i = match.value(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      boolean moves = chunk.category() == Category.MOVE || chunk.category() == Category.MOTION;
      // "best day" and "worst week" say the direction themselves
      if ((moves || i == match.value()) && chunk.direction() != null) {
        direction = chunk.direction();
      }
    }
    return direction == null && match.anchor() >= 0
        ? sentence.get(match.anchor()).direction()
        : direction;
  }

  private boolean isEver(Match match) {
    boolean ever = sentence.category(match.end() - 1) == Category.RECORD;
    for (int i = match.value(); i < match.end(); i++) {
      ever |= sentence.category(i) == Category.RECORD;
    }
    return ever || sentence.get(match.value()).has("ever");
  }

  /** The stretch a move is the biggest of: behind it in most languages, before it in some. */
  private @Nullable TimeExpression compared(Match match) {
    TimeExpression time = null;
    for (int i = match.start(); i < match.end(); i++) {
      TimeExpression here = sentence.time(i);
      boolean stretch = here != null && here.session() == null && here.isPeriod();
      time = stretch ? here : time;
    }
    return time;
  }

  /** "its biggest point drop ever", "its best run in a year": nothing that a stretch ranks. */
  private boolean isRanked(Match match) {
    for (int i = match.value(); i < match.end(); i++) {
      if (sentence.get(i).has("points") || sentence.get(i).has("run")) {
        return false;
      }
    }
    return true;
  }

  /** The stretch whose moves are compared: a week in "worst week"; null for one session. */
  private @Nullable Window over(Match match) {
    for (int i = match.value(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      String over = chunk.mark("over");
      if (over != null) {
        return Window.parse(over);
      }
      // "its biggest one-month slump in …", "its best two-day rally in …"
      TimeExpression span =
          chunk.category() == Category.SPAN && i > match.value() ? sentence.time(i) : null;
      Category next = sentence.category(i + 1);
      if (span != null && isLong(span) && (next == Category.MOVE || next == Category.MOTION)) {
        return span.window();
      }
    }
    TimeExpression around = asideTo(match.start() - 1);
    return around != null && isLong(around) ? around.window() : null;
  }

  /**
   * The stretch of the move that the phrase is an aside to: "up 13 percent this year, its best".
   */
  private @Nullable TimeExpression asideTo(int last) {
    for (int i = last; i >= 0; i--) {
      switch (sentence.category(i)) {
        case TIME -> {
          return sentence.time(i);
        }
        case COMMA, DASH, ITS, PCT, PTS, MONEY, MOTION, BY, COMPARATIVE -> {
          // the move itself
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private static boolean isLong(TimeExpression time) {
    return switch (time.window()) {
      case Window.Last last -> last.unit() != Window.Unit.D || last.count() > 1;
      case Window.ToDate toDate -> true;
      case Window.CalendarYear year -> true;
      case null, default -> false;
    };
  }
}
