package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.domain.claim.Direction;

/** Whether a streak is over: snapped, turned, or told of as what came before. */
final class StreakEnd {
  /** How far before a streak the word may stand that says it is over, in chunks. */
  private static final int SNAPPED_BEFORE = 5;

  /** How far behind it. */
  private static final int SNAPPED_BEHIND = 5;

  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  StreakEnd(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "snapped a losing streak", "beendete am Montag eine Gewinnserie". */
  boolean snapped(Match match) {
    if (sentence.caseless() && endsBehind(match.end())) {
      return true;
    }
    if (snappedBehind(match)) {
      return true;
    }
    int last = Math.max(match.value(), match.anchor()) - 1;
    for (int i = last; i >= Math.max(0, match.start() - SNAPPED_BEFORE); i--) {
      switch (sentence.category(i)) {
        case SNAPPED -> {
          return true;
        }
        case TRADE, MOTION -> {
          return saysSnapped(i);
        }
        case WORD, TO -> {
          if (saysSnapped(i)) {
            return true; // "snapping a run of three straight declines"
          }
        }
        case ISSUER,
            NAME,
            STOCK,
            INDEX,
            AT,
            ORDINAL,
            TIME,
            SPAN,
            BY,
            ITS,
            STRAIGHT,
            STREAK,
            OF,
            FROM,
            HOURS -> {
          // "am Montag eine"
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "the losing streak of X ended on Monday", "the winning streak came to an end". */
  private boolean snappedBehind(Match match) {
    boolean streak = match.rule().is(Rule.Flag.SPAN_OF_MOVES);
    for (int i = match.start(); i < Math.min(sentence.size(), match.end() + SNAPPED_BEHIND); i++) {
      switch (sentence.category(i)) {
        case STREAK -> streak = true;
        case SNAPPED -> {
          return streak;
        }
        case TRADE, WORD -> {
          if (streak && saysSnapped(i)) {
            return true;
          }
        }
        case OF, FROM, IN, ISSUER, NAME, STOCK, INDEX, POSSESSIVE, TIME, SPAN, STRAIGHT -> {
          // whose streak, of how many days
        }
        default -> {
          if (i >= match.end()) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /** "4日続伸が止まった", "3日続いた下落が木曜日に途切れた": the verb ends the sentence. */
  private boolean endsBehind(int end) {
    for (int i = end; i < Math.min(sentence.size(), end + SNAPPED_BEHIND); i++) {
      switch (sentence.category(i)) {
        case SNAPPED -> {
          return true;
        }
        case TRADE -> {
          return saysSnapped(i);
        }
        case MOTION, MOVE, STREAK, TIME, AT, WORD -> {
          // "(3日) の下落が木曜日に"
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /**
   * "四连涨后周五下跌", "周五回落，此前已连涨三日": the session went the other way, and no one else is named between. A
   * figure that the session only showed for a while does not count.
   */
  boolean turned(Match match, Direction direction) {
    return sentence.caseless()
        && (turned(match.end(), 1, direction) || turned(match.start() - 1, -1, direction));
  }

  private boolean turned(int from, int step, Direction direction) {
    for (int i = from; i >= 0 && i < sentence.size(); i += step) {
      switch (sentence.category(i)) {
        case ISSUER, INDEX, NAME, STOCK, CURRENCY, SEMICOLON -> {
          return false;
        }
        case MOTION -> {
          boolean running = sentence.get(i).has("peak") || sentence.get(i).skippedHas("peak");
          Direction way = sentence.get(i).direction();
          return way != null && way != direction && !running;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  private boolean saysSnapped(int chunk) {
    for (int i = sentence.get(chunk).from(); i < sentence.get(chunk).to(); i++) {
      if (sentence.language().begins(WordGroup.SNAPPED, sentence.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "after three straight days of gains": a streak that is over. */
  boolean after(Match match) {
    // "after three days of gains" has the word within
    int before =
        sentence.category(match.start()) == Category.BUT ? match.start() : match.start() - 1;
    if (sentence.category(before) == Category.OF) {
      before--; // "después de cinco subidas"
    }
    String word = before < 0 ? "" : word(before);
    return sentence.language().words(WordGroup.AFTER).contains(word);
  }

  /** Whether the words beside the streak say that its direction went on. */
  boolean wentOn(Match match, Direction direction) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean beside = i < match.start() || i >= match.end();
      if (beside && sentence.category(i) == Category.MOTION) {
        return sentence.get(i).direction() == direction;
      }
    }
    return false;
  }

  private String word(int chunk) {
    return sentence.tokens().get(sentence.get(chunk).from()).lower();
  }
}
