package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;

/** A high or low that a verb of motion leads straight to. */
final class LedTo {
  private final Sentence sentence;

  LedTo(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "X rose on Monday to its highest since May": the verb leads straight to it. */
  boolean is(Match match) {
    boolean reached = false;
    for (int i = match.start() - 1; i >= 0; i--) {
      switch (sentence.category(i)) {
        case TO, AT -> reached = true;
        case ITS, BY, TIME, HOURS -> {
          // "on Monday to its"
        }
        case REACH -> {
          // "X hit on Monday its highest since May"
          int owner = sentence.category(i - 1) == Category.TIME ? i - 2 : i - 1;
          return sentence.category(owner) == Category.ISSUER && isOver(match.end());
        }
        case MOTION -> {
          return reached && sentence.category(i - 1) == Category.ISSUER && isOver(match.end());
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether the clause names nothing behind the words that the high could be of. */
  private boolean isOver(int end) {
    return switch (sentence.category(end)) {
      case STOP, COMMA, TIME, HOURS, SEMICOLON, BUT, AND -> true;
      default -> false;
    };
  }
}
