package io.quotemark.claims.figures;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.figures.Figure.Move;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves by a figure: with a verb or a noun, with the verb of the move before, with a sign. */
final class MoveReader {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  MoveReader(Sentence sentence) {
    this.sentence = sentence;
  }

  /** A move with a word that says which way. */
  @Nullable Figure move(Match match, List<Match> matches) {
    if (!isSound(match, matches)) {
      return null;
    }
    if (sentence.category(match.value()) == Category.FLAT) {
      boolean screen = sentence.tokens().is(sentence.get(match.value()).to(), "-");
      return screen ? null : of(match, BigDecimal.ZERO, BigDecimal.ONE, Direction.FLAT);
    }
    int anchor = anchor(match);
    Direction direction = direction(anchor, match.value());
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    return direction == null || number == null || isDenied(anchor)
        ? null
        : of(match, number.value(), number.step(), direction);
  }

  /** "rose 13 percent to $1.6 billion" and "to 41 percent" are no moves of a price. */
  private boolean isSound(Match move, List<Match> matches) {
    for (Match match : matches) {
      boolean level =
          match.value() >= 0 && match.start() <= move.value() && match.value() > move.value();
      if (level
          && match.rule().product() == Rule.Product.LEVEL
          && sentence.isLargeSum(match.value())) {
        return false;
      }
    }
    if (move.rule().is(Rule.Flag.REACHED)
        && (sentence.isBehind(move.anchor(), WordGroup.HAVE)
            || sentence.isBehind(move.anchor(), WordGroup.BE))) {
      // "the chances have risen to 90 percent"
      return false;
    }
    int next = move.value() + 1;
    if (sentence.category(move.value()) == Category.NUM && counts(next)) {
      return false;
    }
    boolean toShare =
        sentence.category(next) == Category.TO && sentence.category(next + 1) == Category.PCT;
    boolean ofSomething =
        sentence.category(next) == Category.OF && sentence.category(next + 1) == Category.WORD;
    return !toShare && !ofSomething;
  }

  /** "added 2 million subscribers": what a bare number counts. */
  private boolean counts(int next) {
    int noun = sentence.category(next) == Category.WORD ? next + 1 : next;
    return sentence.category(noun) == Category.METRIC;
  }

  /** "never dipped 30 percent", "did not fall 3 percent". */
  private boolean isDenied(int anchor) {
    return sentence.category(anchor) == Category.MOTION
        && (sentence.get(anchor).skippedHas("no")
            || (anchor > 0 && sentence.get(anchor - 1).has("no")));
  }

  /** "X rose 2%, Y 1.5% and Z 3%": the verb of the move before goes on. */
  @Nullable Figure gap(Match match, List<Match> matches) {
    Direction direction = null;
    for (Match other : matches) {
      boolean before = other.value() >= 0 && other.value() < match.start();
      if (before && other.rule().product() == Rule.Product.MOVE) {
        boolean alike =
            sentence.category(other.value()) == sentence.category(match.value())
                || match.rule().is(Rule.Flag.ANY_UNIT);
        direction = alike ? direction(anchor(other), other.value()) : null;
      }
    }
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    return direction == null || number == null
        ? null
        : of(match, number.value(), number.step(), direction);
  }

  /** A figure with a printed sign: "X (+4.88 percent)". */
  @Nullable Figure signed(Match match) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || amount.sign() == 0) {
      return null;
    }
    Direction direction = amount.sign() > 0 ? Direction.UP : Direction.DOWN;
    return of(match, amount.value(), amount.step(), direction);
  }

  private static int anchor(Match match) {
    return match.anchor() < 0 ? match.value() : match.anchor();
  }

  private @Nullable Direction direction(int anchor, int value) {
    Direction direction = null;
    for (int i = anchor; i < value; i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.MOTION && i <= anchor + 1) {
        direction = chunk.direction() == null ? direction : chunk.direction();
      }
    }
    if (direction == null) {
      direction = sentence.get(anchor).direction();
    }
    return direction == null && sentence.category(value + 1) == Category.COMPARATIVE
        ? sentence.get(value + 1).direction()
        : direction;
  }

  private Move of(Match match, BigDecimal size, BigDecimal step, Direction direction) {
    FoundAmount amount = sentence.amount(match.value());
    return new Move(
        match,
        size,
        step,
        direction,
        unit(match, amount),
        amount,
        isPeak(match, amount),
        isOpening(match),
        isNearPoints(match),
        compares(match, "compared"),
        compares(match, "yearago"));
  }

  private Move.Unit unit(Match match, @Nullable FoundAmount amount) {
    if (sentence.category(match.value()) == Category.FLAT) {
      return Move.Unit.PERCENT;
    }
    Amount.Type type = amount == null ? Amount.Type.POINTS : amount.type();
    return switch (type) {
      case PERCENT -> Move.Unit.PERCENT;
      case MONEY -> Move.Unit.MONEY;
      case POINTS, PERCENTAGE_POINTS, BASIS_POINTS, SHARES -> Move.Unit.POINTS;
    };
  }

  private boolean isPeak(Match match, @Nullable FoundAmount amount) {
    return sentence.get(anchor(match)).has("peak")
        || match.rule().is(Rule.Flag.RUNNING)
        || (amount != null && amount.hedge() == Hedge.AS_MUCH_AS)
        || isRunning(match);
  }

  /** "at times", "earlier rising": a figure the session showed and left again. */
  private boolean isRunning(Match match) {
    int from = Math.min(anchor(match), match.value());
    for (int i = from; i < match.end(); i++) {
      if (sentence.get(i).skippedHas("peak")) {
        return true;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
      switch (sentence.category(i)) {
        case COMMA, SEMICOLON, BUT, AND, WHICH, MOTION, PCT, MONEY, PTS -> {
          return false;
        }
        default -> {
          if (sentence.get(i).skippedHas("peak")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** "opened 2% higher": the move to the first price of the day. */
  private boolean isOpening(Match match) {
    Chunk before = sentence.get(Math.max(0, match.start() - 1));
    return before.category() == Category.TRADE && before.field() == PriceField.OPEN;
  }

  private boolean isNearPoints(Match match) {
    int end = Math.min(sentence.size(), match.end() + 3);
    for (int i = Math.max(0, match.start() - 3); i < end; i++) {
      if (sentence.category(i) == Category.PTS) {
        return true;
      }
    }
    return false;
  }

  /** "X was up 9 percent from the same period": the mark stands in or right behind the match. */
  private boolean compares(Match match, String mark) {
    int last = Math.min(sentence.size() - 1, Math.max(match.end(), match.value() + 1) + 1);
    for (int i = match.start(); i <= last; i++) {
      if (i > match.value() && sentence.category(i) == Category.COMMA) {
        return false;
      }
      if (sentence.get(i).has(mark)) {
        return true;
      }
    }
    return false;
  }
}
