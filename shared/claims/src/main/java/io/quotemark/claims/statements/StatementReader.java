package io.quotemark.claims.statements;

import io.quotemark.claims.attachment.Attachments;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.figures.FigureReader;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.price.PriceField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes claims of the matches in one sentence: what each says, of whom, and when. */
public final class StatementReader {
  private final Sentence sentence;
  private final Discourse discourse;
  private final FigureReader figures;
  private final Attachments attachments;
  private final MoveStatements moves;
  private final LevelStatements levels;
  private final ExtremeStatements extremes;
  private final OtherStatements others;
  private final PrintedStatements printed;

  /** What the text alone decides, which depends on what else the sentence says. */
  private final List<Draft> asides = new ArrayList<>();

  public StatementReader(Sentence sentence, Discourse discourse, Drafting drafting) {
    this.sentence = sentence;
    this.discourse = discourse;
    this.figures = new FigureReader(sentence);
    this.attachments = new Attachments(sentence, discourse);
    this.moves = new MoveStatements(sentence, attachments, drafting);
    this.levels = new LevelStatements(sentence, attachments, drafting);
    this.extremes = new ExtremeStatements(sentence, attachments, drafting);
    this.others = new OtherStatements(sentence, discourse, attachments, drafting);
    this.printed = new PrintedStatements(sentence, drafting);
  }

  /**
   * @param matches all of the sentence, by the chunks they explain
   */
  public List<Draft> of(List<Match> matches) {
    List<Draft> drafts = new ArrayList<>();
    List<Figure.SessionDate> dates = new ArrayList<>();
    discourse.dated(sentence);
    for (Match match : matches) {
      Figure figure = figures.of(match, matches);
      if (figure instanceof Figure.SessionDate date) {
        dates.add(date);
      } else if (figure instanceof Figure.Tag tag) {
        asides.add(printed.tag(tag, attachments.subject(tag, null)));
      } else if (figure != null) { // null says nothing about a price after all
        read(figure, drafts);
      }
    }
    for (Figure.SessionDate date : dates) {
      Draft draft = printed.sessionDate(date, drafts);
      if (draft != null) {
        asides.add(draft);
      }
    }
    List<@Nullable PriceField> hours = new ArrayList<>();
    for (Draft draft : drafts) {
      hours.add(draft.claim().build().field());
    }
    attachments.told(hours);
    return drafts;
  }

  /** Tags and dates of sessions in the sentence, once it has been read. */
  public List<Draft> asides() {
    return List.copyOf(asides);
  }

  private void read(Figure figure, List<Draft> drafts) {
    List<Subject> several = isShared(figure) ? attachments.several(figure.match()) : List.of();
    for (Subject subject : several) {
      add(draft(figure, attachments.subject(figure, subject)), drafts);
    }
    if (several.isEmpty()) {
      add(draft(figure, attachments.subject(figure, null)), drafts);
    }
  }

  private void add(@Nullable Draft draft, List<Draft> drafts) {
    if (draft != null) {
      drafts.add(draft);
      if (draft.subject().trades()) {
        discourse.speaksOf(draft.subject());
      }
    }
  }

  /** Whether several companies can share the figure: "X and Y both rose 2%". */
  private static boolean isShared(Figure figure) {
    return switch (figure.match().rule().product()) {
      case MOVE, RELATIVE, MULTIPLY -> true;
      default -> false;
    };
  }

  private @Nullable Draft draft(Figure figure, Subject subject) {
    return switch (figure) {
      case Figure.Move move -> moves.move(move, subject);
      case Figure.Multiple multiple -> moves.multiple(multiple, subject);
      case Figure.Limit limit -> moves.limit(limit, subject);
      case Figure.Level level -> levels.level(level, subject);
      case Figure.Threshold threshold -> levels.threshold(threshold, subject);
      case Figure.Extreme extreme -> extremes.extreme(extreme, subject);
      case Figure.LargestMove move -> extremes.largestMove(move, subject);
      case Figure.Streak streak -> extremes.streak(streak, subject);
      case Figure.Rank rank -> extremes.rank(rank, subject);
      case Figure.Parity parity -> others.parity(parity, subject);
      case Figure.Forecast forecast -> others.forecast(forecast, subject);
      case Figure.Worth worth -> others.worth(worth, subject);
      case Figure.Turnover turnover -> others.turnover(turnover, subject);
      case Figure.Pair pair -> others.pair(pair, subject);
      case Figure.Rate rate -> others.rate(rate, subject);
      case Figure.Comparison comparison -> others.comparison(comparison, subject);
      case Figure.OtherPrice other -> others.other(other, subject);
      case Figure.SessionDate date -> throw apart(date);
      case Figure.Tag tag -> throw apart(tag);
    };
  }

  private static IllegalArgumentException apart(Figure figure) {
    return new IllegalArgumentException("not of a price: " + figure);
  }
}
