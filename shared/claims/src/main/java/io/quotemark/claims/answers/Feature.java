package io.quotemark.claims.answers;

/** What a word of a label says of the figure beside it; see labels.tsv. */
enum Feature {
  CLOSE,
  OPEN,
  HIGH,
  LOW,
  LAST,
  PREVIOUS,
  CHANGE,
  PERCENT,
  AMOUNT,
  RANGE,
  RETURN,
  CAP,
  RATE,
  PRE,
  POST,
  DAY,
  UP,
  DOWN,
  /** A company's name or ticker follows. */
  SUBJECT,
  /** A pair of currencies follows. */
  PAIR,
  /** Stands between the two currencies of a pair. */
  AGAINST,
  /** A date follows. */
  DATE,
  /** No price of a session: its figure is left alone. */
  OTHER,
  FILLER,
  /** May stand between a label and its figure in a sentence. */
  JOINER;

  /** Whether it says which figure it is, and not merely whose or since when. */
  boolean isBase() {
    return compareTo(DOWN) <= 0 && this != AMOUNT && this != DAY;
  }
}
