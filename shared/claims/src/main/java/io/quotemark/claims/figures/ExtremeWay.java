package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.claim.Direction;

/** Whether an extreme is a high or a low, as its words say or the move that leads to it. */
final class ExtremeWay {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  ExtremeWay(Sentence sentence) {
    this.sentence = sentence;
  }

  Direction of(Match match) {
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      boolean says =
          switch (chunk.category()) {
            case HIGHEST, PEAK, RECORDPEAK, UNSEEN, PRICE -> true;
            default -> false;
          };
      if (says) {
        if (chunk.has("low")) {
          return Direction.LOW;
        }
        if (chunk.has("high")) {
          return Direction.HIGH;
        }
      }
    }
    Category value = sentence.category(match.value());
    if (value == Category.COMPARATIVE || value == Category.BIGGEST) {
      return sentence.get(match.value()).direction() == Direction.DOWN
          ? Direction.LOW
          : Direction.HIGH;
    }
    if (sentence.category(match.value()) == Category.UNSEEN) {
      for (int i = match.start() - 1; i >= 0; i--) {
        Chunk chunk = sentence.get(i);
        if (chunk.category() == Category.PEAK) {
          return chunk.has("low") ? Direction.LOW : Direction.HIGH; // "mínimos no vistos desde"
        }
        Direction direction = chunk.direction();
        if (direction != null) {
          return direction == Direction.DOWN ? Direction.LOW : Direction.HIGH;
        }
      }
      return ofMoveBehind(match.end());
    }
    return Direction.HIGH;
  }

  /** "at a price last seen in May, its shares falling 2 percent". */
  private Direction ofMoveBehind(int end) {
    for (int i = end; i < sentence.size(); i++) {
      Direction direction = sentence.get(i).direction();
      boolean move =
          switch (sentence.category(i)) {
            case MOTION, MOVE, COMPARATIVE -> true;
            default -> false;
          };
      if (move && direction != null) {
        return direction == Direction.DOWN ? Direction.LOW : Direction.HIGH;
      }
    }
    return Direction.HIGH;
  }
}
