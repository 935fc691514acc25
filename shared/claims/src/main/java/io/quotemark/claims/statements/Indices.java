package io.quotemark.claims.statements;

import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.domain.Issuer;
import org.jspecify.annotations.Nullable;

/** What the name of an index stands for where it stands. */
final class Indices {
  private final Row row;
  private final Memory memory;

  Indices(Row row, Memory memory) {
    this.row = row;
    this.memory = memory;
  }

  /** The index, or the companies in it, or what is counted of it. */
  Subject of(int i) {
    return ofMembers(i) ? new Subject(Kind.OTHER, i, null, null) : ofIndex(i);
  }

  /** "S&P 500 companies": what they report is not the index. */
  private boolean ofMembers(int i) {
    return row.symbol(i + 1) == Symbol.WORD && row.get(i + 1).has("members");
  }

  /** An index, but where "short interest on the Nasdaq", "futures for the S&P 500" stand before. */
  private Subject ofIndex(int i) {
    Symbol before = row.symbol(i - 1);
    if (before == Symbol.OF
        && row.symbol(i - 2) == Symbol.STOCK
        && row.symbol(i - 3) != Symbol.OF) {
      // "shares of Nasdaq": the company of that name
      return new Subject(Kind.STOCK, i - 2, null, null);
    }
    boolean belongs = before == Symbol.OF || before == Symbol.IN || before == Symbol.AT;
    for (int j = i - 2; belongs && j >= Math.max(0, i - 4); j--) {
      switch (row.symbol(j)) {
        case METRIC -> {
          return new Subject(Kind.OTHER, j, null, null);
        }
        case PCT, WORD, MOTION -> {
          // "short interest fell 10 percent on the Nasdaq"
        }
        default -> belongs = false;
      }
    }
    return new Subject(Kind.INDEX, i, name(row.get(i)), null);
  }

  /** The index a word of the vocabulary names. */
  private @Nullable Issuer issuer(Item item) {
    String id = item.lexeme() == null ? null : item.lexeme().marks().get("id");
    return id == null ? null : memory.index(id);
  }

  Mentioned name(Item item) {
    return item.name() != null
        ? item.name()
        : new Mentioned(
            item.from(),
            item.to(),
            row.tokens().printed(item.from(), item.to() - 1),
            issuer(item),
            null,
            0.99,
            false);
  }
}
