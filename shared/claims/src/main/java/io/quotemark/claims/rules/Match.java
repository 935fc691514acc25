package io.quotemark.claims.rules;

/**
 * Where a rule matched.
 *
 * @param start first chunk
 * @param end behind its last chunk
 * @param anchor the chunk that says what happened, −1 where the rule has none
 * @param value the chunk with the figure, −1 where the rule has none
 * @param second another figure, −1 where the rule has none
 */
public record Match(Rule rule, int start, int end, int anchor, int value, int second) {
  /** As records compare, without what that costs a function that has just started. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Match match
            && start == match.start
            && end == match.end
            && anchor == match.anchor
            && value == match.value
            && second == match.second
            && rule.equals(match.rule));
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  int length() {
    return end - start;
  }

  /** The chunk that only one hit may explain; the first sum of a pair may be a price as well. */
  int claimed() {
    if (rule.product() == Rule.Product.PAIR) {
      return second;
    }
    return value >= 0 ? value : anchor;
  }

  boolean overlaps(Match other) {
    return start < other.end && other.start < end;
  }
}
