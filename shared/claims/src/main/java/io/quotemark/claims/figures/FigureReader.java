package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.claim.ClaimKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the matches of a sentence say. */
public final class FigureReader {
  private final Sentence sentence;

  public FigureReader(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * What a match says; null where it says nothing about a price after all.
   *
   * @param matches all of the sentence
   */
  public @Nullable Figure of(Match match, List<Match> matches) {
    return switch (match.rule().product()) {
      case MOVE -> new MoveReader(sentence).move(match, matches);
      case SIGNED -> new MoveReader(sentence).signed(match);
      case GAP -> new MoveReader(sentence).gap(match, matches);
      case MULTIPLY -> new MultipleReader(sentence).multiple(match);
      case LIMIT -> new MultipleReader(sentence).limit(match, matches);
      case LEVEL -> new LevelReader(sentence).level(match, matches);
      case THRESHOLD -> new ThresholdReader(sentence).threshold(match);
      case EXTREME -> new ExtremeReader(sentence).extreme(match);
      case EXTREME_MOVE -> new LargestMoveReader(sentence).largestMove(match);
      case STREAK -> new StreakReader(sentence).streak(match);
      case RELATIVE -> new SumReader(sentence).comparison(match);
      case CAP -> new SumReader(sentence).worth(match, ClaimKind.MARKET_CAP);
      case CAP_CHANGE -> new SumReader(sentence).worth(match, ClaimKind.CAP_CHANGE);
      case TURNOVER -> new SumReader(sentence).turnover(match);
      case PAIR -> new SumReader(sentence).pair(match);
      case RATE -> new SumReader(sentence).rate(match);
      case TARGET -> new SumReader(sentence).other(match, ClaimKind.TARGET);
      case DEAL_PRICE -> new SumReader(sentence).other(match, ClaimKind.DEAL_PRICE);
      case EPS -> new SumReader(sentence).other(match, ClaimKind.EPS);
      case DIVIDEND -> new SumReader(sentence).other(match, ClaimKind.DIVIDEND);
      case YIELD -> new SumReader(sentence).other(match, ClaimKind.YIELD);
      case COMMODITY -> new SumReader(sentence).other(match, ClaimKind.COMMODITY);
      case FLOW -> new SumReader(sentence).other(match, ClaimKind.FLOW);
      case RANK -> new RankReader(sentence).rank(match);
      case PARITY -> new ParityReader(sentence).parity(match);
      case FORECAST -> new SumReader(sentence).forecast(match);
      case LISTING_TAG -> new PrintedReader(sentence).tag(match);
      case SESSION_DATE -> new PrintedReader(sentence).sessionDate(match);
      case NONE -> null;
    };
  }
}
