package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import org.jspecify.annotations.Nullable;

/** Whose price a figure is: where to look depends on what the figure is said with. */
public final class SubjectAttachment implements Attachment<Subject> {
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final Owners owners;

  public SubjectAttachment(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.subjects = new SubjectResolution(sentence, discourse);
    this.owners = new Owners(sentence, discourse);
  }

  @Override
  public Subject of(Figure figure, @Nullable Subject oneOfSeveral) {
    subjects.force(oneOfSeveral);
    Subject subject = of(figure);
    subjects.force(null);
    return subject.kind() == Kind.INDEX && isPriced(figure) ? ofPrice(figure, subject) : subject;
  }

  /** Whether a move leads to a price in money, or the level is one: no index has one. */
  private boolean isPriced(Figure figure) {
    int value = figure.match().value();
    Category next = sentence.category(value + 1);
    int price =
        figure instanceof Figure.Level
            ? value
            : figure instanceof Figure.Move && (next == Category.TO || next == Category.AT)
                ? value + 2
                : -1;
    return !sentence.language().indicesInMoney()
        && sentence.category(price) == Category.MONEY
        && !sentence.isLargeSum(price);
  }

  /** "The biggest boost for the Dow was X, gaining 2 percent to $75": the company before it. */
  private Subject ofPrice(Figure figure, Subject index) {
    for (int i = figure.match().value() - 1; i >= 0; i--) {
      Category category = sentence.category(i);
      if (category == Category.ISSUER || category == Category.NAME) {
        return new Subject(Kind.STOCK, i, sentence.name(i), null);
      }
    }
    return index;
  }

  private Subject of(Figure figure) {
    Match match = figure.match();
    return switch (figure) {
      case Figure.Move move ->
          match.rule().product() == Rule.Product.MOVE
              ? moved(match)
              : subjects.loosely(match.value());
      case Figure.Multiple multiple ->
          multiple.noun()
              ? subjects.ofNoun(match.value() + 1)
              : subjects.of(match.anchor() < 0 ? match.value() : match.anchor());
      case Figure.Limit limit -> subjects.loosely(match.value());
      case Figure.Level level -> level(match);
      case Figure.Threshold threshold -> subjects.loosely(match.anchor());
      case Figure.Extreme extreme -> extreme(match);
      case Figure.LargestMove move -> largestMove(match);
      case Figure.Streak streak -> streak(match);
      case Figure.Worth worth -> worth(match);
      // "turnover in X shares": the shares stand between the word and the figure
      case Figure.Turnover turnover ->
          subjects.loosely(
              match.rule().is(Rule.Flag.SHARES_BETWEEN) ? match.value() : match.anchor());
      case Figure.Rank rank -> subjects.loosely(match.start());
      case Figure.Parity parity -> subjects.loosely(match.start());
      // "a forecast of 4,500 for the S&P 500": who is meant may stand behind the figure
      case Figure.Forecast forecast ->
          subjects.loosely(Math.max(match.value(), match.end() - 1) + 1);
      case Figure.Comparison comparison when match.rule().is(Rule.Flag.SUBJECT_BETWEEN) ->
          comparedWith(match);
      case Figure.Comparison comparison ->
          comparison.benchmark() < match.value()
              ? subjects.loosely(comparison.benchmark())
              // "zeigte sich stärker als der Dax": the verb stands before
              : sentence.language().verbSecond()
                  ? subjects.loosely(match.value())
                  : subjects.of(match.value());
      case Figure.OtherPrice other -> tradedOrNobody(subjects.loosely(match.start()));
      case Figure.Tag tag -> new Subject(Kind.STOCK, match.value(), tag.name(), null);
      // whose session it is, the other figures of the sentence say
      case Figure.SessionDate date -> Subject.NOBODY;
      case Figure.Pair pair -> Subject.NOBODY;
      case Figure.Rate rate -> Subject.NOBODY;
    };
  }

  private Subject moved(Match match) {
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    int value = match.value();
    Category category = sentence.category(anchor);
    if (match.rule().is(Rule.Flag.SUBJECT_BETWEEN)) {
      return subjects.loosely(value);
    }
    if (category == Category.MOVE) {
      return subjects.ofNoun(anchor);
    }
    if (category == Category.COMPARATIVE) {
      boolean higher = value == anchor - 1;
      return higher && sentence.category(anchor + 1) == Category.METRIC
          ? Subject.NOBODY // "on 3 percent higher revenues"
          : subjects.of(Math.min(anchor, value));
    }
    boolean noun = category == Category.MOTION && isNoun(anchor, value == anchor - 1);
    Subject reported =
        category == Category.MOTION
                && value == anchor - 1
                && sentence.category(anchor + 1) == Category.TIME
            ? subjects.reported(anchor + 1)
            : null;
    if (reported != null) {
      return reported;
    }
    return noun ? subjects.ofNoun(anchor) : subjects.of(anchor);
  }

  /**
   * "a 3 percent gain in X", "a fall of 3 percent": a verb's form that is a noun.
   *
   * @param behindFigure whether its figure stands right before it
   */
  private boolean isNoun(int motion, boolean behindFigure) {
    Category next = sentence.category(motion + 1);
    return next == Category.OF || (behindFigure && next == Category.IN);
  }

  private Subject level(Match match) {
    if (match.rule().is(Rule.Flag.FORMER)) {
      return subjects.loosely(match.start());
    }
    if (match.rule().is(Rule.Flag.SUBJECT_BETWEEN)) {
      return subjects.loosely(match.value());
    }
    return switch (sentence.category(match.anchor())) {
      case PRICE, CURRENCY, STOCK, ISSUER, NAME, INDEX -> subjects.loosely(match.anchor() + 1);
      case PEAK, RECORD, PCT -> subjects.loosely(match.anchor());
      default -> subjects.of(match.anchor());
    };
  }

  private Subject extreme(Match match) {
    int behind = match.end();
    if (sentence.category(behind) == Category.IN || sentence.category(behind) == Category.OF) {
      // "a record high in crude": what follows says it.
      Category next = sentence.category(behind + 1);
      boolean sum =
          sentence.category(behind) == Category.OF
              && next == Category.MONEY
              && sentence.isLargeSum(behind + 1);
      if (sum || next == Category.COMMODITY || next == Category.YIELD || next == Category.METRIC) {
        return Subject.NOBODY;
      }
    }
    return subjects.loosely(
        match.rule().is(Rule.Flag.SUBJECT_BETWEEN) ? match.end() - 1 : match.start());
  }

  private Subject largestMove(Match match) {
    Subject subject =
        match.anchor() < 0 ? subjects.loosely(match.start()) : subjects.of(match.anchor());
    for (int i = match.value(); i < match.end(); i++) {
      switch (sentence.category(i)) {
        case STOCK, INDEX, ISSUER -> subject = subjects.loosely(i + 1);
        case COMMODITY, YIELD, METRIC -> subject = Subject.NOBODY;
        default -> {
          // part of the phrase
        }
      }
    }
    return subject;
  }

  /** "The S&P 500 was outperformed by X": who stands behind the word. */
  private Subject comparedWith(Match match) {
    int last = match.end() - 1;
    while (last > match.value() && sentence.name(last) == null) {
      last--;
    }
    if (last == match.value()) { // "verglichen mit dem Dax lief X besser"
      last--;
      while (last > match.start() && sentence.category(last) != Category.ISSUER) {
        last--;
      }
    }
    return new Subject(Kind.COMPANY, last, sentence.name(last), null);
  }

  /** "After three straight days of gains, X fell": whom the sentence goes on to speak of. */
  private Subject streak(Match match) {
    Subject before = subjects.loosely(match.start());
    if (before.trades() && before.name() != null) {
      return before;
    }
    switch (sentence.category(match.end())) {
      case OF, IN, FROM -> {
        // "the fourth day of gains for X"
        Subject behind = subjects.ofNoun(match.end() - 1);
        if (behind.trades() && behind.name() != null) {
          return behind;
        }
      }
      default -> {
        // the streak's owner stands before it
      }
    }
    if (sentence.language().verbSecond()
        && match.start() <= 2
        && sentence.category(match.end()) == Category.MOTION) {
      return subjects.loosely(match.end() + 2); // "Nach vier Gewinntagen in Folge fiel X"
    }
    for (int i = match.end(); i + 1 < sentence.size(); i++) {
      if (sentence.category(i) == Category.COMMA && match.start() <= 2) {
        Subject after = subjects.loosely(i + 2);
        return after.trades() ? after : before;
      }
    }
    return before;
  }

  /** Whose worth: "the market value of X", else who stands before it. */
  private Subject worth(Match match) {
    boolean behind =
        sentence.category(match.anchor()) == Category.CAP
            && switch (sentence.category(match.anchor() + 1)) {
              case OF, FROM, BY -> match.value() > match.anchor() + 2;
              default -> false;
            };
    if (sentence.category(match.anchor()) == Category.VALUING
        && sentence.category(match.anchor() + 1) == Category.ISSUER) {
      return subjects.loosely(match.anchor() + 2); // "investors valued X at $5 billion"
    }
    return behind
        ? new Subject(Kind.STOCK, match.anchor(), owners.of(match.anchor()), null)
        : subjects.loosely(match.anchor());
  }

  private static Subject tradedOrNobody(Subject subject) {
    return subject.kind() == Kind.OTHER ? Subject.NOBODY : subject;
  }
}
