package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.ClaimKind;

/** Which check decides which kind; a new kind does not compile until it stands here. */
sealed interface Checks {
  record ByBars(Check check) implements Checks {}

  record ByText(TextCheck check) implements Checks {}

  enum Never implements Checks {
    NEVER
  }

  static Checks of(ClaimKind kind) {
    return switch (kind) {
      case PRICE_LEVEL, INDEX_LEVEL -> new ByBars(new LevelCheck());
      case MOVE_PCT, INDEX_MOVE_PCT -> new ByBars(MoveCheck.inPercent());
      case MOVE_ABS, INDEX_MOVE_PTS -> new ByBars(MoveCheck.inUnits());
      case PEAK_MOVE_PCT -> new ByBars(new PeakMoveCheck());
      case EXTREME -> new ByBars(new ExtremeCheck());
      case EXTREME_MOVE -> new ByBars(new ExtremeMoveCheck());
      case PERIOD_RETURN -> new ByBars(new PeriodReturnCheck());
      case STREAK -> new ByBars(new StreakCheck());
      case THRESHOLD -> new ByBars(new ThresholdCheck());
      case RANK -> new ByBars(new RankCheck());
      case RELATIVE -> new ByBars(new RelativeCheck());
      case MARKET_CAP, CAP_CHANGE -> new ByBars(new CapCheck());
      case FX_RATE -> new ByBars(new FxRateCheck());
      case RATIO_PARITY -> new ByBars(new ParityCheck());
      case TURNOVER -> new ByBars(new TurnoverCheck());
      case FX_PAIR -> new ByText(new FxPairCheck());
      case LISTING_TAG -> new ByText(new TagCheck());
      case SESSION_DATE -> new ByText(new SessionDateCheck());
      case TARGET, DEAL_PRICE, YIELD, COMMODITY, FORECAST, EPS, DIVIDEND, FLOW -> Never.NEVER;
    };
  }
}
