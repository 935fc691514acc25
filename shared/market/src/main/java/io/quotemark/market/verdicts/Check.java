package io.quotemark.market.verdicts;

/** How one kind of claim is decided on one session of one source. Checks hold no state. */
@FunctionalInterface
interface Check {

  /** The question's session has a bar. */
  Finding check(Question question);
}
