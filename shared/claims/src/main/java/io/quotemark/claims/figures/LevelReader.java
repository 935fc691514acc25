package io.quotemark.claims.figures;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prices, index levels and exchange rates, and the marks they cross. */
final class LevelReader {
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  LevelReader(Sentence sentence) {
    this.sentence = sentence;
  }

  @Nullable Figure level(Match match, List<Match> matches) {
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    if (number == null || sentence.isLargeSum(match.value()) || isOtherUse(match.value())) {
      return null;
    }
    if (sentence.get(match.anchor()).has("figured") && !endsClause(match.value() + 1)) {
      return null;
    }
    if (match.rule().is(Rule.Flag.CLOSE) && !isCloseOf(match)) {
      return null;
    }
    if (match.rule().is(Rule.Flag.BE) && !isSaidToBe(match)) {
      return null;
    }
    Window over = over(match);
    if (match.rule().is(Rule.Flag.RANGE) && !isRange(match, over)) {
      return null;
    }
    FoundAmount amount = sentence.amount(match.value());
    return new Figure.Level(
        match,
        number,
        amount,
        amount == null ? siblingCurrency(match, matches) : amount.currency(),
        isWired(),
        isFraction(match.value()),
        isCounted(match.value() + 1),
        over);
  }

  /** A close; of one that stands behind the word, an open as well: "the open for X was $40". */
  private boolean isCloseOf(Match match) {
    PriceField field = sentence.get(match.anchor()).field();
    return field == PriceField.CLOSE
        || (field == PriceField.OPEN && match.rule().is(Rule.Flag.SUBJECT_BETWEEN));
  }

  /** "the shares were at $40"; "sold the shares at $40" is another's price. */
  private boolean isSaidToBe(Match match) {
    Set<String> be = sentence.language().words(WordGroup.BE);
    for (int i = 0; i < match.start(); i++) {
      switch (sentence.category(i)) {
        case DEAL, TARGET, MODAL, SAY -> {
          return false;
        }
        default -> {
          // whose price it is
        }
      }
    }
    for (int i = sentence.get(match.anchor()).to(); i < sentence.get(match.value()).from(); i++) {
      if (be.contains(sentence.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** A short word for a close has its price and nothing behind it: "收98港元", not "收98元押金". */
  private boolean endsClause(int next) {
    return switch (sentence.category(next)) {
      case STOP, COMMA, SEMICOLON, LPAR, BUT, PERSHARE -> true;
      default -> false;
    };
  }

  /** "traded between 40 and 49", of a stretch or a day that is named. */
  private boolean isRange(Match match, @Nullable Window over) {
    boolean between = false;
    boolean dated = over != null;
    for (int i = 0; i < sentence.size(); i++) {
      between |= i > match.anchor() && i < match.value() && sentence.get(i).has("between");
      TimeExpression time = sentence.time(i);
      dated |= time != null && time.session() != null;
    }
    return between && dated;
  }

  /** "a share" and the like are fine behind a level; a percentage or a word is not its unit. */
  private boolean isOtherUse(int value) {
    Category next = sentence.category(value + 1);
    if (Cut.off(sentence, value) || isTime(value) || isYear(value, next)) {
      return true;
    }
    return sentence.category(value) == Category.NUM
        && switch (next) {
          case PCT, SPAN, COMMODITY, METRIC -> true;
          default -> false;
        };
  }

  /** "at 12:30 p.m.", "at 3.37 a.m.". */
  private boolean isTime(int value) {
    boolean clock = value + 1 < sentence.size() && sentence.get(value + 1).skippedHas("clock");
    boolean minutes =
        sentence.category(value + 1) == Category.COLON
            && sentence.category(value + 2) == Category.NUM;
    return sentence.category(value) == Category.NUM && (clock || minutes);
  }

  /** "hit a 2009 high", "from the end of 2003". */
  private boolean isYear(int value, Category next) {
    boolean year =
        sentence.category(value) == Category.NUM && YEAR.matcher(sentence.printed(value)).matches();
    return year
        && (sentence.category(value - 1) == Category.OF
            || switch (next) {
              case PEAK, REACH, HIGHEST, RECORD, SPAN, TRADE, MOVE -> true;
              default -> false;
            });
  }

  /** Whether the word is what a number counts: "to 5.6 items"; "logged" and "early" are not. */
  private boolean isCounted(int i) {
    if (sentence.category(i) != Category.WORD) {
      return false;
    }
    if (sentence.caseless()) {
      return sentence.get(i).skipped().isEmpty(); // "9.87亿件": a word tied to the number
    }
    String word = sentence.tokens().get(sentence.get(i).from()).lower();
    boolean noun =
        Character.isLetter(word.charAt(0))
            && !sentence.language().ends(WordGroup.UNCOUNTED_ENDING, word);
    boolean joined =
        word.equals("-")
            && i + 1 < sentence.size()
            && sentence.get(i + 1).from() == sentence.get(i).to();
    return noun || joined;
  }

  /** Whether prices of the sentence are in eighths: "eased 1/2 to 161". */
  private boolean isWired() {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.category(i) == Category.NUM && isFraction(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFraction(int value) {
    return sentence.printed(value).indexOf('/') > 0;
  }

  /**
   * "rose 20 lire to 12,880": the level is in the currency of the move. Null where nothing says and
   * the price is in that of its listing.
   */
  private @Nullable String siblingCurrency(Match level, List<Match> matches) {
    for (Match match : matches) {
      FoundAmount amount = match.value() < 0 ? null : sentence.amount(match.value());
      if (amount != null
          && amount.currency() != null
          && !sentence.isLargeSum(match.value())
          && match.value() < level.value()) {
        return amount.currency();
      }
    }
    return level.rule().is(Rule.Flag.BARE) || sentence.caseless() ? null : "USD";
  }

  private @Nullable Window over(Match match) {
    for (int i = match.start(); i < match.value(); i++) {
      if (match.rule().is(Rule.Flag.RANGE)) {
        return new Elsewhere(sentence).lately(behindRange(match.value()));
      }
      if (sentence.category(i) == Category.PEAK) {
        return new Elsewhere(sentence).lately(match.value() + 1);
      }
    }
    return null;
  }

  /** Behind "between $40 and $49", seen from either figure. */
  private int behindRange(int value) {
    boolean first =
        sentence.category(value + 1) == Category.AND
            && sentence.category(value + 2) == sentence.category(value);
    int next = first ? value + 3 : value + 1;
    return sentence.category(next) == Category.IN ? next + 1 : next;
  }
}
