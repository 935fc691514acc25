package io.quotemark.claims.amounts;

import java.math.BigDecimal;

/**
 * An amount on tokens {@code [first, end)} whose currency may still be a class.
 *
 * @param prefixed whether its unit stands before the number
 * @param sign -1 or +1 as printed, 0 where none is
 * @param linked whether it forms a range with the amount before it
 * @param elided whether its unit is not printed but understood
 */
record Raw(
    int first,
    int end,
    Quantity quantity,
    Unit unit,
    boolean prefixed,
    int sign,
    boolean linked,
    boolean elided) {

  static Raw of(int first, int end, Quantity quantity, Unit unit, boolean prefixed, int sign) {
    return new Raw(first, end, quantity, unit, prefixed, sign, false, false);
  }

  Raw asLinked() {
    return new Raw(first, end, quantity, unit, prefixed, sign, true, elided);
  }

  Raw asElided() {
    return new Raw(first, end, quantity, unit, prefixed, sign, linked, true);
  }

  Raw with(Quantity newQuantity) {
    return new Raw(first, end, newQuantity, unit, prefixed, sign, linked, elided);
  }

  Raw with(Unit newUnit) {
    return new Raw(first, end, quantity, newUnit, prefixed, sign, linked, elided);
  }

  /** In major units, unsigned. */
  BigDecimal value() {
    return quantity.scaledValue().multiply(unit.factor());
  }

  BigDecimal step() {
    return quantity.scaledStep().multiply(unit.factor());
  }
}
