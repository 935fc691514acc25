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
