package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import org.jspecify.annotations.Nullable;

/** Whose shares a word for shares means. */
final class Owners {
  private final Row row;
  private final Memory memory;

  Owners(Row row, Memory memory) {
    this.row = row;
    this.memory = memory;
  }

  static boolean isName(Symbol symbol) {
    return symbol == Symbol.ISSUER || symbol == Symbol.NAME;
  }

  /** Whose shares: "shares of X", "X's shares", "X shares", "its shares", "the stock". */
  @Nullable Mentioned of(int stock) {
    Symbol next = row.symbol(stock + 1);
    if ((next == Symbol.FROM || next == Symbol.BY) && isName(row.symbol(stock + 2))) {
      return row.get(stock + 2).name(); // "die Aktie von X", "la capitalizzazione di X"
    }
    if (next == Symbol.OF || next == Symbol.IN) {
      for (int i = stock + 2; i < Math.min(row.size(), stock + 7); i++) {
        Symbol symbol = row.symbol(i);
        if (symbol == Symbol.ISSUER || symbol == Symbol.NAME) {
          return row.get(i).name();
        }
        if (symbol == Symbol.MOTION || symbol == Symbol.TRADE || symbol == Symbol.COMMA) {
          break;
        }
      }
    }
    for (int i = stock - 1; i >= Math.max(0, stock - 5); i--) {
      Symbol symbol = row.symbol(i);
      if (symbol == Symbol.ISSUER || symbol == Symbol.NAME) {
        return row.get(i).name();
      }
      if (symbol != Symbol.POSSESSIVE
          && symbol != Symbol.WORD
          && symbol != Symbol.VENUE
          && symbol != Symbol.DASH
          && symbol != Symbol.STOCK
          && symbol != Symbol.PRICE
          && !(symbol == Symbol.TRADE)) {
        break;
      }
    }
    if (ofMarket(stock)) {
      return null;
    }
    boolean named = false;
    Mentioned stranger = null;
    for (int i = 0; i < stock; i++) {
      named |= row.symbol(i) == Symbol.ISSUER;
      if (row.symbol(i) == Symbol.NAME && Memory.isCompany(row, i)) {
        stranger = row.get(i).name();
      }
    }
    if (stranger != null && !named) {
      return stranger;
    }
    Mentioned referent = memory.referent(row.get(stock), named);
    return referent == null ? nearestIssuer(stock) : referent;
  }

  /** "stocks rose", "European shares fell": the market's, nobody's own. */
  private boolean ofMarket(int stock) {
    Symbol before = row.symbol(stock - 1);
    boolean own = before == Symbol.ITS || before == Symbol.POSSESSIVE;
    if (row.get(stock).has("market")) {
      return !own;
    }
    int place = stock - 1;
    boolean venue =
        before == Symbol.VENUE
            && !row.tokens().printed(row.get(place).from(), row.get(place).to() - 1).contains("-");
    boolean opens =
        switch (row.symbol(place - 1)) {
          case STOP, BUT, AND, COMMA, SEMICOLON -> true;
          default -> false;
        };
    return venue && opens && row.get(place).skipped().isEmpty() && !row.eastern();
  }

  /** The first company of the sentence before the item, else who the article last spoke of. */
  private @Nullable Mentioned nearestIssuer(int before) {
    for (int i = 0; i < before; i++) {
      if (row.symbol(i) == Symbol.ISSUER) {
        return row.get(i).name();
      }
    }
    if (memory.issuer() != null) {
      return memory.issuer();
    }
    for (int i = 0; i < before; i++) {
      if (row.symbol(i) == Symbol.NAME) {
        return row.get(i).name();
      }
    }
    return memory.only(row);
  }
}
