package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.ClaimKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the matches of a sentence say. */
public final class FigureReader {
  private final MoveReader moves;
  private final MultipleReader multiples;
  private final LevelReader levels;
  private final ExtremeReader extremes;
  private final LargestMoveReader largestMoves;
  private final StreakReader streaks;
  private final SumReader sums;
  private final RankReader ranks;
  private final ParityReader parities;
  private final PrintedReader printed;

  public FigureReader(Sentence sentence) {
    this.moves = new MoveReader(sentence);
    this.multiples = new MultipleReader(sentence);
    this.levels = new LevelReader(sentence);
    this.extremes = new ExtremeReader(sentence);
    this.largestMoves = new LargestMoveReader(sentence);
    this.streaks = new StreakReader(sentence);
    this.sums = new SumReader(sentence);
    this.ranks = new RankReader(sentence);
    this.parities = new ParityReader(sentence);
    this.printed = new PrintedReader(sentence);
  }

  /**
   * What a match says; null where it says nothing about a price after all.
   *
   * @param matches all of the sentence
   */
  public @Nullable Figure of(Match match, List<Match> matches) {
    return switch (match.rule().product()) {
      case MOVE -> moves.move(match, matches);
      case SIGNED -> moves.signed(match);
      case GAP -> moves.gap(match, matches);
      case MULTIPLY -> multiples.multiple(match);
      case LIMIT -> multiples.limit(match, matches);
      case LEVEL -> levels.level(match, matches);
      case THRESHOLD -> levels.threshold(match);
      case EXTREME -> extremes.extreme(match);
      case EXTREME_MOVE -> largestMoves.largestMove(match);
      case STREAK -> streaks.streak(match);
      case RELATIVE -> sums.comparison(match);
      case CAP -> sums.worth(match, ClaimKind.MARKET_CAP);
      case CAP_CHANGE -> sums.worth(match, ClaimKind.CAP_CHANGE);
      case TURNOVER -> sums.turnover(match);
      case PAIR -> sums.pair(match);
      case RATE -> sums.rate(match);
      case TARGET -> sums.other(match, ClaimKind.TARGET);
      case DEAL_PRICE -> sums.other(match, ClaimKind.DEAL_PRICE);
      case EPS -> sums.other(match, ClaimKind.EPS);
      case DIVIDEND -> sums.other(match, ClaimKind.DIVIDEND);
      case YIELD -> sums.other(match, ClaimKind.YIELD);
      case COMMODITY -> sums.other(match, ClaimKind.COMMODITY);
      case FLOW -> sums.other(match, ClaimKind.FLOW);
      case RANK -> ranks.rank(match);
      case PARITY -> parities.parity(match);
      case FORECAST -> sums.forecast(match);
      case LISTING_TAG -> printed.tag(match);
      case SESSION_DATE -> printed.sessionDate(match);
      case NONE -> null;
    };
  }
}
