package io.quotemark.claims.statements;

import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Figures that are said of several companies at once. */
final class Distribution {
  private static final Set<String> RESPECTIVELY =
      Set.of(
          "respectively",
          "beziehungsweise",
          "respectivamente",
          "respectivement",
          "rispettivamente",
          "respectievelijk");

  private final Row row;
  private final Memory memory;

  Distribution(Row row, Memory memory) {
    this.row = row;
    this.memory = memory;
  }

  /**
   * Whom a hit speaks of where it speaks of several: "X and Y both rose 2%", "shares of X and Y",
   * "X and Y rose 1% and 2%, respectively". Empty where it speaks of one.
   */
  List<Subject> of(Hit hit) {
    int anchor = hit.anchor() < 0 ? hit.value() : Math.min(hit.anchor(), hit.value());
    int before = anchor - 1;
    int respective = respective(hit, anchor);
    if (row.symbol(before) == Symbol.BOTH) {
      List<Subject> listed = listed(before - 1);
      return listed.isEmpty() && before == 0 ? memory.recent() : listed;
    }
    if (respective >= 0) {
      for (int i = before; i >= 1; i--) {
        List<Subject> listed = listed(i);
        if (!listed.isEmpty()) {
          return respective < listed.size() ? List.of(listed.get(respective)) : List.of();
        }
      }
    }
    List<Subject> listed = listed(before);
    boolean shares = false;
    for (int i = Math.max(0, before - 6); i < before; i++) {
      shares |= row.symbol(i) == Symbol.STOCK && row.symbol(i + 1) == Symbol.OF;
    }
    return shares ? listed : List.of();
  }

  /** The companies of "X, Y and Z" that ends at the item, first to last; empty for fewer. */
  private List<Subject> listed(int last) {
    List<Subject> found = new ArrayList<>();
    int i = last;
    while (i >= 0 && (row.symbol(i) == Symbol.ISSUER || row.symbol(i) == Symbol.NAME)) {
      found.addFirst(new Subject(Kind.COMPANY, i, row.get(i).name(), null));
      boolean and = row.symbol(i - 1) == Symbol.AND;
      boolean comma = found.size() > 1 && row.symbol(i - 1) == Symbol.COMMA;
      if (!and && !comma) {
        break;
      }
      i -= and && row.symbol(i - 2) == Symbol.COMMA ? 3 : 2;
    }
    return found.size() > 1 ? found : List.of();
  }

  /** Which of several figures of one verb the hit is, where "respectively" follows; else −1. */
  private int respective(Hit hit, int anchor) {
    int last = row.get(row.size() - 1).to();
    boolean said = false;
    for (int i = row.get(hit.value()).to(); i < last && !said; i++) {
      said = RESPECTIVELY.contains(row.tokens().get(i).lower());
    }
    int count = -1;
    for (int i = anchor; said && i <= hit.value(); i++) {
      count += row.symbol(i) == row.symbol(hit.value()) ? 1 : 0;
    }
    return count;
  }
}
