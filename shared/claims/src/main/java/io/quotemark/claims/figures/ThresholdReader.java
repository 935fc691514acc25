package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Lexeme;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks that a price crossed: "broke above $500", "closed above $320 for the first time since". */
final class ThresholdReader {
  /** How far around a mark a word may say that it was crossed for the first time. */
  private static final int FIRST_BEFORE = 9;

  private static final int FIRST_BEHIND = 7;

  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  ThresholdReader(Sentence sentence) {
    this.sentence = sentence;
  }

  /** A mark that was crossed: "above the NT$1,000 mark for the first time". */
  @Nullable Figure threshold(Match match) {
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    if (number == null || !(isMarked(match) || isFirst(match) || isPassed(match))) {
      return null;
    }
    TimeExpression since = isFirst(match) ? stretch(match) : null;
    if (isDenied(match)) {
      since = stretch(match);
      if (since == null || since.since() == null || !namesDay()) {
        return null; // "has not closed above $50 since May"
      }
    }
    if (since == null && sentence.caseless() && tellsOfPast(match)) {
      return null; // "上一次低于40元还是在7月"
    }
    Chunk anchor = sentence.get(match.anchor());
    boolean down = anchor.direction() == Direction.DOWN || anchor.field() == PriceField.LOW;
    return new Figure.Threshold(
        match, number, sentence.amount(match.value()), down ? Direction.DOWN : Direction.UP, since);
  }

  /** "perdió los 4 euros": a verb of motion and a price. */
  @Nullable Figure passed(Match match) {
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    Direction direction = match.anchor() < 0 ? null : sentence.get(match.anchor()).direction();
    boolean verb = sentence.category(match.anchor()) == Category.MOTION;
    return number == null || direction == null || !verb || isDenied(match)
        ? null
        : new Figure.Threshold(
            match,
            number,
            sentence.amount(match.value()),
            direction == Direction.DOWN ? Direction.DOWN : Direction.UP,
            isFirst(match) ? stretch(match) : null);
  }

  /** "had not closed above $50 since May, and did on Friday": with a day it says that it did. */
  private boolean isDenied(Match match) {
    for (int i = Math.max(0, match.start() - FIRST_BEFORE); i <= match.anchor(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.skippedHas("no") || (chunk.category() == Category.WORD && chunk.has("no"))) {
        return true;
      }
    }
    return false;
  }

  private boolean namesDay() {
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() instanceof SessionWords.OnWeekday) {
        return true;
      }
    }
    return false;
  }

  /** Whether a month stands behind the mark, and no day before it: the mark is one of then. */
  private boolean tellsOfPast(Match match) {
    int last = Math.min(sentence.size(), match.end() + FIRST_BEHIND);
    for (int i = match.end(); i < last && sentence.category(i) != Category.COMMA; i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() instanceof SessionWords.Period) {
        return true;
      }
    }
    return false;
  }

  /** "the $500 mark", "the mark of $500". */
  private boolean isMarked(Match match) {
    for (int i = Math.min(match.anchor(), match.value()) + 1; i <= match.value() + 1; i++) {
      if (sentence.category(i) == Category.MARK) {
        return true;
      }
    }
    return saysMark(match.anchor());
  }

  /** "der Sprung über die Marke von 170 Euro": the mark is in the words of crossing. */
  private boolean saysMark(int cross) {
    Phrases<Lexeme> lexicon = sentence.language().lexicon();
    for (int i = sentence.get(cross).from(); i < sentence.get(cross).to(); i++) {
      Phrases.Match<Lexeme> word = lexicon.longest(sentence.tokens(), i, i + 1);
      if (word != null && word.value().category() == Category.MARK) {
        return true;
      }
    }
    return false;
  }

  /** "was above $62 at the close", "exceeded $62 at Friday's close". */
  private boolean closesBehind(Match match) {
    for (int i = match.end(); i < match.end() + FIRST_BEHIND; i++) {
      switch (sentence.category(i)) {
        case TRADE, HOURS -> {
          return sentence.get(i).field() == PriceField.CLOSE;
        }
        case BUT -> {
          if (!sentence.get(i).has("after")) {
            return false;
          }
        }
        case AT, TIME, POSSESSIVE -> {
          // "at Friday's", "after Friday's"
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether words of trading say that a price was passed: "closed above", "broke below". */
  private boolean isPassed(Match match) {
    Chunk anchor = sentence.get(match.anchor());
    boolean sum = sentence.category(match.value()) != Category.NUM;
    if (sentence.isLargeSum(match.value())) {
      return false;
    }
    boolean verb = anchor.has("verb") && sum && (!sentence.caseless() || isOfShares());
    if (anchor.field() == PriceField.CLOSE || verb || closesBehind(match)) {
      return true;
    }
    for (int i = match.start() - 1; sum && i >= 0; i--) {
      switch (sentence.category(i)) {
        case TRADE, MOTION -> {
          return true;
        }
        case TO -> {
          return sentence.get(i).field() == PriceField.CLOSE; // "rallied to close above"
        }
        case PRICE -> {
          return sentence.get(i).field() == PriceField.CLOSE; // "收盘价自2月以来首次高于"
        }
        case COMMA -> {
          return opensWithClose(i);
        }
        case TIME, HOURS, VENUE, ISSUER, NAME, STOCK, INDEX, AT -> {
          // "schloss am Freitag unter"
        }
        case WORD -> {
          if (!sentence.caseless()) {
            return false; // "2月以来首次高于"
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether a price is spoken of, or the day of a session: names carry no capitals. */
  private boolean isOfShares() {
    boolean day = false;
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      day |= time != null && time.session() != null;
    }
    return day || sentence.tradesByContext();
  }

  /** "周五收盘，该股股价低于": nothing but the close stands before the comma. */
  private boolean opensWithClose(int comma) {
    boolean close = false;
    for (int i = 0; i < comma; i++) {
      close |= sentence.get(i).field() == PriceField.CLOSE;
      switch (sentence.category(i)) {
        case TIME, TRADE, HOURS, AT, TO -> {
          // "at the close on Friday"
        }
        default -> {
          return false;
        }
      }
    }
    return close;
  }

  /** "for the first time since May 2019", "in two years"; null where no stretch is named. */
  private @Nullable TimeExpression stretch(Match match) {
    int last = Math.min(sentence.size(), match.end() + FIRST_BEHIND);
    TimeExpression behind = sentence.caseless() ? null : stretch(match.end(), last);
    int first = Math.max(0, match.start() - FIRST_BEFORE);
    return behind == null ? stretch(first, last) : behind;
  }

  private @Nullable TimeExpression stretch(int first, int last) {
    for (int i = first; i < last; i++) {
      TimeExpression time = sentence.time(i);
      if (time != null
          && time.session() == null
          && !time.span()
          && (time.since() != null || time.window() != null)) {
        return time;
      }
    }
    return null;
  }

  /** "for the first time since", "something it had not done since". */
  private boolean isFirst(Match match) {
    for (int i = match.end(); i < Math.min(sentence.size(), match.end() + FIRST_BEHIND); i++) {
      Chunk chunk = sentence.get(i);
      boolean no = chunk.skippedHas("no") || (chunk.category() == Category.WORD && chunk.has("no"));
      if (no || chunk.category() == Category.UNSEEN) {
        return true;
      }
    }
    return saysFirst(match);
  }

  private boolean saysFirst(Match match) {
    Set<String> firsts = sentence.language().words(WordGroup.FIRST);
    int first = sentence.get(Math.max(0, match.start() - FIRST_BEFORE)).from();
    int last = sentence.get(Math.min(sentence.size(), match.end() + FIRST_BEHIND) - 1).to();
    if (sentence.caseless()) {
      String words = sentence.tokens().printed(first, last - 1);
      return firsts.stream().anyMatch(words::contains);
    }
    for (int i = first; i < last; i++) {
      if (firsts.contains(sentence.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
