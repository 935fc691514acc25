package io.quotemark.market.odds;

import io.quotemark.domain.claim.ClaimKind;

/** Kinds of claims whose figures can be compared in the same way. */
enum Group {
  /** A price or an index level. */
  LEVEL,
  /** A move of one session in per cent. */
  MOVE,
  /** A move of one session in money or points. */
  UNITS,
  /** A return over a stretch of time. */
  RETURN,
  /** A highest, lowest, biggest or first. */
  EXTREME,
  /** A rate of two currencies. */
  RATE,
  OTHER;

  static Group of(ClaimKind kind) {
    return switch (kind) {
      case PRICE_LEVEL, INDEX_LEVEL -> LEVEL;
      case MOVE_PCT, INDEX_MOVE_PCT, PEAK_MOVE_PCT -> MOVE;
      case MOVE_ABS, INDEX_MOVE_PTS -> UNITS;
      case PERIOD_RETURN -> RETURN;
      case EXTREME, EXTREME_MOVE, THRESHOLD -> EXTREME;
      case FX_RATE, FX_PAIR -> RATE;
      case STREAK,
          RANK,
          RELATIVE,
          MARKET_CAP,
          CAP_CHANGE,
          RATIO_PARITY,
          LISTING_TAG,
          SESSION_DATE,
          TURNOVER,
          TARGET,
          DEAL_PRICE,
          YIELD,
          COMMODITY,
          FORECAST,
          EPS,
          DIVIDEND,
          FLOW ->
          OTHER;
    };
  }
}
