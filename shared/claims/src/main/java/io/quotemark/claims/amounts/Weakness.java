package io.quotemark.claims.amounts;

import java.math.BigDecimal;

/**
 * Refuses weak units: {@code R20} is a sum only in a text that speaks of South Africa, {@code
 * R1.5bn} anywhere.
 */
record Weakness(Evidence evidence, AmountContext context) {
  private static final BigDecimal SMALL = BigDecimal.valueOf(1000);

  boolean refuses(Quantity quantity, Unit unit) {
    Denomination currency = unit.currency();
    if (!unit.weak() || currency == null) {
      return false;
    }
    boolean small =
        quantity.power() == 0
            && quantity.value().scale() <= 0
            && (quantity.value().compareTo(SMALL) < 0 || !quantity.grouped());
    return small && !speaksOf(currency);
  }

  private boolean speaksOf(Denomination currency) {
    return currency instanceof Denomination.Shared shared
        ? Currencies.of(shared, context.language()).candidates().stream().anyMatch(this::speaksOf)
        : currency.code() != null && speaksOf(currency.code());
  }

  private boolean speaksOf(String code) {
    return evidence.speaksOf(code) || code.equals(context.home());
  }
}
