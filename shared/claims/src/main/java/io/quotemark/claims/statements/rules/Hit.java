package io.quotemark.claims.statements.rules;

/**
 * Where a rule matched.
 *
 * @param start first item
 * @param end behind its last item
 * @param anchor the item that says what happened, −1 where the rule has none
 * @param value the item with the figure, −1 where the rule has none
 * @param second another figure, −1 where the rule has none
 */
public record Hit(Rule rule, int start, int end, int anchor, int value, int second) {
  /** As records compare, without what that costs a function that has just started. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Hit hit
            && start == hit.start
            && end == hit.end
            && anchor == hit.anchor
            && value == hit.value
            && second == hit.second
            && rule.equals(hit.rule));
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  int length() {
    return end - start;
  }

  /** The item that only one hit may explain; the first sum of a pair may be a price as well. */
  int claimed() {
    if (rule.product() == Rule.Product.PAIR) {
      return second;
    }
    return value >= 0 ? value : anchor;
  }

  boolean overlaps(Hit other) {
    return start < other.end && other.start < end;
  }
}
