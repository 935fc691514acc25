package io.quotemark.claims.statements;

import io.quotemark.claims.attachment.CurrencyPairs;
import io.quotemark.claims.attachment.Distribution;
import io.quotemark.claims.attachment.Hours;
import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.attachment.WindowAttachment;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.PriceField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes claims of the hits in one sentence. */
public final class Productions {
  private final Sentence sentence;
  private final Discourse discourse;
  private final SubjectResolution subjects;
  private final TimeAttachment context;
  private final Hours hours;
  private final Distribution distribution;
  private final WindowAttachment periods;
  private final Moves moves;
  private final Levels levels;
  private final Extremes extremes;
  private final ExtremeMoves extremeMoves;
  private final Streaks streaks;
  private final Others others;

  public Productions(Sentence sentence, Discourse discourse, Drafting drafting) {
    this.sentence = sentence;
    this.discourse = discourse;
    this.subjects = new SubjectResolution(sentence, discourse);
    this.distribution = new Distribution(sentence, discourse);
    this.hours = new Hours(sentence, discourse.hours());
    this.context = new TimeAttachment(sentence, hours);
    this.periods = new WindowAttachment(sentence, context, discourse);
    this.moves = new Moves(sentence, subjects, context, periods, drafting);
    this.levels =
        new Levels(sentence, subjects, new CurrencyPairs(sentence, discourse), context, drafting);
    this.extremes = new Extremes(sentence, subjects, context, drafting);
    this.extremeMoves = new ExtremeMoves(sentence, subjects, context, drafting);
    this.streaks = new Streaks(sentence, subjects, context, drafting);
    this.others = new Others(sentence, subjects, discourse, drafting);
  }

  public List<Draft> of(List<Match> matches) {
    List<Draft> drafts = new ArrayList<>();
    discourse.dated(sentence);
    for (Match match : matches) {
      List<Subject> several = spreads(match) ? distribution.of(match) : List.of();
      for (Subject subject : several) {
        subjects.force(subject);
        add(one(match, matches), drafts);
      }
      subjects.force(null);
      if (several.isEmpty()) {
        add(one(match, matches), drafts);
      }
    }
    discourse.traded(hours.told(hoursOf(drafts)), hours.ended());
    if (!drafts.isEmpty()) {
      discourse.framed(periods.yearOfAll());
    }
    return drafts;
  }

  private static List<@Nullable PriceField> hoursOf(List<Draft> drafts) {
    List<@Nullable PriceField> stated = new ArrayList<>();
    drafts.forEach(draft -> stated.add(draft.claim().build().field()));
    return stated;
  }

  private void add(@Nullable Draft draft, List<Draft> drafts) {
    if (draft != null) {
      drafts.add(draft);
      if (draft.subject().trades()) {
        discourse.speaksOf(draft.subject());
      }
    }
  }

  private static boolean spreads(Match match) {
    return switch (match.rule().product()) {
      case MOVE, RELATIVE, MULTIPLY -> true;
      default -> false;
    };
  }

  private @Nullable Draft one(Match match, List<Match> matches) {
    return switch (match.rule().product()) {
      case MOVE -> soundMove(match, matches) ? moves.move(match) : null;
      case SIGNED -> moves.signed(match);
      case MULTIPLY -> moves.multiply(match);
      case LIMIT -> moves.limit(match, matches);
      case GAP -> moves.gap(match, matches);
      case LEVEL -> levels.level(match, matches);
      case EXTREME -> extremes.extreme(match);
      case EXTREME_MOVE -> extremeMoves.extremeMove(match);
      case STREAK -> streaks.streak(match);
      case THRESHOLD -> levels.threshold(match);
      case RELATIVE -> others.relative(match);
      case CAP -> others.worth(match, ClaimKind.MARKET_CAP);
      case CAP_CHANGE -> others.worth(match, ClaimKind.CAP_CHANGE);
      case TURNOVER -> others.traded(match, context);
      case PAIR -> others.pair(match);
      case RATE -> others.rate(match);
      case TARGET -> others.named(match, ClaimKind.TARGET);
      case DEAL_PRICE -> others.named(match, ClaimKind.DEAL_PRICE);
      case EPS -> others.named(match, ClaimKind.EPS);
      case DIVIDEND -> others.named(match, ClaimKind.DIVIDEND);
      case YIELD -> others.named(match, ClaimKind.YIELD);
      case COMMODITY -> others.named(match, ClaimKind.COMMODITY);
      case FLOW -> others.named(match, ClaimKind.FLOW);
      case NONE -> null;
    };
  }

  /** "rose 13 percent to $1.6 billion" and "to 41 percent" are no moves of a price. */
  private boolean soundMove(Match move, List<Match> matches) {
    for (Match match : matches) {
      boolean level =
          match.value() >= 0 && match.start() <= move.value() && match.value() > move.value();
      if (level
          && match.rule().product() == Rule.Product.LEVEL
          && sentence.isLargeSum(match.value())) {
        return false;
      }
    }
    boolean toFigure = move.rule().is(Rule.Flag.REACHED);
    if (toFigure
        && (sentence.isBehind(move.anchor(), WordGroup.HAVE)
            || sentence.isBehind(move.anchor(), WordGroup.BE))) {
      // "the chances have risen to 90 percent"
      return false;
    }
    int next = move.value() + 1;
    boolean toShare =
        sentence.category(next) == Category.TO && sentence.category(next + 1) == Category.PCT;
    boolean ofSomething =
        sentence.category(next) == Category.OF && sentence.category(next + 1) == Category.WORD;
    return !toShare && !ofSomething;
  }
}
