package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import io.quotemark.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Moves in one direction, counted in sessions, weeks or months. */
final class StreakReader {
  private final Sentence sentence;
  private final StreakEnd end;

  /**
   * @param sentence the one that all matches are of
   */
  StreakReader(Sentence sentence) {
    this.sentence = sentence;
    this.end = new StreakEnd(sentence);
  }

  @Nullable Figure streak(Match match) {
    Integer count = count(match.value());
    Direction direction = direction(match);
    if (count == null || direction == null || !sessions(match)) {
      return null;
    }
    boolean after = end.after(match);
    if (after && end.wentOn(match, direction)) {
      // "rose again after three days of gains": longer than it says, and not over
      return null;
    }
    boolean ended = after || end.snapped(match) || end.turned(match, direction);
    return new Figure.Streak(match, count, direction, unit(match), ended);
  }

  /** What a streak counts: sessions, unless the word it counts is a week or a month. */
  private Window.Unit unit(Match match) {
    TimeExpression counted = sentence.time(match.value());
    if (counted != null && counted.window() instanceof Window.Last last) {
      return last.unit();
    }
    for (int i = match.start(); i < match.end(); i++) {
      // "this week" behind "fifth straight session" is no week that is counted
      boolean counts =
          switch (sentence.category(i)) {
            case WORD, ORDINAL, SPAN, MOVE, STREAK -> true;
            default -> false;
          };
      for (int at = sentence.get(i).from(); counts && at < sentence.get(i).to(); at++) {
        String word = sentence.tokens().get(at).lower();
        if (sentence.language().begins(WordGroup.DAY, word)) {
          return Window.Unit.D;
        }
        if (sentence.language().begins(WordGroup.WEEK, word)) {
          return Window.Unit.W;
        }
        if (sentence.language().begins(WordGroup.MONTH, word)) {
          return Window.Unit.M;
        }
      }
    }
    return Window.Unit.D;
  }

  private @Nullable Integer count(int value) {
    Chunk chunk = sentence.get(value);
    if (chunk.category() == Category.WORD) {
      // "five losses in a row"
      int words =
          TimeReader.count(sentence.language(), sentence.tokens(), chunk.from(), chunk.to());
      return words > 1 ? Integer.valueOf(words) : null;
    }
    if (chunk.category() == Category.NUM) {
      String digits = sentence.printed(value);
      boolean whole = digits.length() <= 2 && PlainText.isAsciiDigits(digits);
      return whole ? Integer.valueOf(digits) : null; // "3連騰"
    }
    return chunk instanceof Chunk.Time time && time.time().window() instanceof Window.Last last
        ? Integer.valueOf(last.count())
        : chunk.number();
  }

  private boolean countsDays(Match match) {
    for (int i = match.value() + 1; i < match.end(); i++) {
      String word = sentence.tokens().get(sentence.get(i).to() - 1).lower();
      if (sentence.language().begins(WordGroup.DAY, word)) {
        return true;
      }
    }
    return false;
  }

  /** A streak has "straight" or the like in it, and counts sessions, not quarters. */
  private boolean sessions(Match match) {
    if (match.rule().is(Rule.Flag.SPAN_OF_MOVES)
        && sentence.category(match.value()) == Category.ORDINAL
        && !countsDays(match)) {
      return false; // "rose for a second time"
    }
    boolean straight = false;
    for (int i = match.start(); i < Math.min(sentence.size(), match.end() + 3); i++) {
      Category category = sentence.category(i);
      straight |=
          category == Category.STRAIGHT
              || category == Category.STREAK
              || category == Category.SNAPPED
              || match.rule().is(Rule.Flag.SPAN_OF_MOVES)
              || sentence.get(i).has("straight");
      String word = sentence.tokens().get(sentence.get(i).to() - 1).lower();
      if (sentence.language().begins(WordGroup.LONGER, word)) {
        return false;
      }
    }
    return straight;
  }

  private @Nullable Direction direction(Match match) {
    for (int i = match.start(); i < Math.min(sentence.size(), match.end() + 5); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.direction() != null) {
        return chunk.direction();
      }
    }
    for (int i = match.start() - 1; i >= 0; i--) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.MOTION || chunk.category() == Category.COMPARATIVE) {
        return chunk.direction();
      }
    }
    // "Vier Tage in Folge hat X zugelegt"
    for (int i = match.end(); i < sentence.size() && ofClause(i); i++) {
      if (sentence.category(i) == Category.MOTION) {
        return sentence.get(i).direction();
      }
    }
    return null;
  }

  private boolean ofClause(int i) {
    return switch (sentence.category(i)) {
      case COMMA, BUT, SEMICOLON, WHICH, METRIC -> false;
      default -> sentence.language().verbSecond();
    };
  }
}
