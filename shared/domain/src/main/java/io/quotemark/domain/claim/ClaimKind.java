package io.quotemark.domain.claim;

/**
 * What a statement says about the market; the kinds of claims, and what is named so that it is
 * never taken for one.
 */
public enum ClaimKind {
  PRICE_LEVEL,
  MOVE_PCT,
  MOVE_ABS,
  PEAK_MOVE_PCT,
  EXTREME,
  EXTREME_MOVE,
  PERIOD_RETURN,
  STREAK,
  THRESHOLD,
  RANK,
  RELATIVE,
  MARKET_CAP,
  CAP_CHANGE,
  INDEX_LEVEL,
  INDEX_MOVE_PCT,
  INDEX_MOVE_PTS,
  FX_RATE,
  FX_PAIR,
  RATIO_PARITY,
  LISTING_TAG,
  SESSION_DATE,
  TURNOVER,
  /** A price target or an analyst's estimate; never checkable, like all that follow. */
  TARGET(false),
  DEAL_PRICE(false),
  YIELD(false),
  COMMODITY(false),
  FORECAST(false),
  EPS(false),
  DIVIDEND(false),
  FLOW(false);

  private final boolean checkable;

  ClaimKind() {
    this(true);
  }

  ClaimKind(boolean checkable) {
    this.checkable = checkable;
  }

  /** Whether it says something about a price; a tag and a date do not. */
  public boolean ofPrices() {
    return this != LISTING_TAG && this != SESSION_DATE;
  }

  public boolean checkable() {
    return checkable;
  }
}
