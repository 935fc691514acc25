package io.quotemark.claims.amounts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One sum printed in a currency's major and minor unit, tied to each other: {@code 868円45銭}. */
final class Change {
  private static final int MOST_MINOR = 100;

  private Change() {}

  /** The amounts with each such sum as one. */
  static List<Raw> joined(List<Raw> raws) {
    List<Raw> out = new ArrayList<>();
    for (Raw raw : raws) {
      Raw before = out.isEmpty() ? null : out.getLast();
      if (before != null && tied(before, raw)) {
        out.set(out.size() - 1, sum(before, raw));
      } else {
        out.add(raw);
      }
    }
    return out;
  }

  private static boolean tied(Raw major, Raw minor) {
    return major.end() == minor.first()
        && Denomination.same(major.unit().currency(), minor.unit().currency())
        && !major.unit().isMinor()
        && minor.unit().isMinor()
        && minor.quantity().value().compareTo(BigDecimal.valueOf(MOST_MINOR)) < 0;
  }

  private static Raw sum(Raw major, Raw minor) {
    Quantity whole = major.quantity();
    BigDecimal value = major.value().add(minor.value());
    Quantity quantity =
        new Quantity(
            whole.first(),
            minor.quantity().end(),
            value,
            minor.step(),
            0,
            whole.digits(),
            false,
            false,
            whole.grouped());
    return new Raw(
        major.first(),
        minor.end(),
        quantity,
        major.unit(),
        major.prefixed(),
        major.sign(),
        major.linked(),
        major.elided());
  }
}
