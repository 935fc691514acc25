package io.quotemark.reading.html;

/**
 * How much a reading of a page trusts what its elements are called, and that hidden text is none.
 * Each level keeps what the one before it keeps, and more.
 */
enum Prejudice {
  /** Every name counts. */
  FULL,
  /** A word that a page gives to a good part of its text says nothing. */
  FEW,
  /** Only what is surely foreign is left out, and hidden text is read. */
  LEAST
}
