package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.ListingId;
import org.jspecify.annotations.Nullable;

/** Which pair an exchange rate is of: "the euro" alone is not always the euro in dollars. */
final class CurrencyPairs {
  private final Row row;
  private final Memory memory;

  CurrencyPairs(Row row, Memory memory) {
    this.row = row;
    this.memory = memory;
  }

  /**
   * The pair a currency's figure is of: against the currency of the figure, else against another
   * one its clause names; null where neither says, and the usual pair is meant.
   */
  @Nullable ListingId of(Subject currency, @Nullable String figure) {
    Issuer usual = currency.issuer();
    String own = currency.iso() == null && usual != null ? own(usual) : currency.iso();
    String other = figure == null ? beside(currency.head(), own) : figure;
    return own == null || other == null || own.equals(other)
        ? null
        : ListingId.currencyPair(own, other);
  }

  /** A currency with the listing of the pair its figure is of. */
  Subject quoted(Subject currency, @Nullable ListingId pair) {
    if (pair == null) {
      return currency;
    }
    Mentioned name = currency.name();
    Mentioned quoted =
        new Mentioned(
            name == null ? 0 : name.from(),
            name == null ? 0 : name.to(),
            currency.printed(),
            memory.pair(pair),
            null,
            0.95,
            false);
    return new Subject(Subject.Kind.CURRENCY, currency.head(), quoted, currency.iso());
  }

  /** Another currency named in the clause of the item: "against the yen, the dollar …". */
  private @Nullable String beside(int head, @Nullable String own) {
    for (int i = head - 1; i >= 0 && !parts(row.symbol(i)); i--) {
      String iso = row.symbol(i) == Symbol.CURRENCY ? code(row.get(i)) : null;
      if (iso != null && !iso.equals(own)) {
        return iso;
      }
    }
    for (int i = head + 1; head >= 0 && i < row.size() && !parts(row.symbol(i)); i++) {
      String iso = row.symbol(i) == Symbol.CURRENCY ? code(row.get(i)) : null;
      if (iso != null && !iso.equals(own)) {
        return iso;
      }
    }
    return null;
  }

  private static boolean parts(Symbol symbol) {
    return symbol == Symbol.AND || symbol == Symbol.BUT || symbol == Symbol.SEMICOLON;
  }

  private static @Nullable String code(Item item) {
    Issuer issuer = item.name() == null ? null : item.name().issuer();
    if (issuer == null) {
      return Subjects.iso(item);
    }
    return own(issuer);
  }

  /** The currency a pair is named for: what is not the dollar in it, else its first. */
  private static String own(Issuer pair) {
    String symbol = pair.primary().id().ticker();
    return symbol.startsWith("USD") ? symbol.substring(3) : symbol.substring(0, 3);
  }
}
