package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import org.jspecify.annotations.Nullable;

/** The words of time and of trading hours around a figure. */
final class Context {
  private static final int REACH = 8;

  private final Row row;

  Context(Row row) {
    this.row = row;
  }

  /** The session the figure belongs to; unstated where no word says. */
  SessionWords session(int anchor, int value) {
    TimeExpression time = time(anchor, value, false);
    return time == null || time.session() == null ? SessionWords.Unstated.UNSTATED : time.session();
  }

  /** The stretch a return is measured over, else null. */
  @Nullable TimeExpression period(int anchor, int value) {
    return time(anchor, value, true);
  }

  private @Nullable TimeExpression time(int anchor, int value, boolean period) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    for (int i = first; i <= last; i++) {
      if (fits(i, period)) {
        return row.get(i).time();
      }
    }
    for (int i = last + 1; i < Math.min(row.size(), last + REACH); i++) {
      if (fits(i, period)) {
        return row.get(i).time();
      }
      if (ends(i)) {
        break;
      }
    }
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      if (fits(i, period)) {
        return row.get(i).time();
      }
      Symbol symbol = row.symbol(i);
      if (symbol == Symbol.MOTION
          || symbol == Symbol.BUT
          || symbol == Symbol.SEMICOLON
          || symbol == Symbol.WHICH
          || symbol == Symbol.COMMA
          || symbol.isAmount()) {
        break;
      }
    }
    for (int i = 0; i < Math.min(3, first); i++) {
      if (fits(i, period) && row.symbol(i + 1) == Symbol.COMMA) {
        return row.get(i).time();
      }
    }
    return null;
  }

  private boolean fits(int i, boolean period) {
    Item item = row.get(i);
    // "up 2% from Friday" compares with Friday; the move is another day's
    boolean reference = !period && row.symbol(i - 1) == Symbol.FROM;
    return item.symbol() == Symbol.TIME
        && item.time() != null
        && !reference
        && (period ? item.time().isPeriod() : item.time().session() != null);
  }

  /** Whether what follows speaks of another move. */
  private boolean ends(int i) {
    return switch (row.symbol(i)) {
      case MOTION,
          BUT,
          SEMICOLON,
          ISSUER,
          INDEX,
          STOCK,
          WHICH,
          AND,
          REACH,
          PEAK,
          HIGHEST,
          BIGGEST,
          METRIC,
          MOVE,
          SAY ->
          true;
      default -> false;
    };
  }

  /** Open, pre or post market, as the words around the figure say; else null. */
  @Nullable PriceField hours(int anchor, int value) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    for (int i = first; i < Math.min(row.size(), last + REACH); i++) {
      if (i > last && ends(i)) {
        break;
      }
      PriceField field = field(i);
      if (field != null) {
        return field;
      }
    }
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      PriceField field = field(i);
      if (field != null) {
        return field;
      }
      Symbol symbol = row.symbol(i);
      if (symbol == Symbol.MOTION || symbol == Symbol.BUT || symbol.isAmount()) {
        break;
      }
    }
    return null;
  }

  private @Nullable PriceField field(int i) {
    Item item = row.get(i);
    return item.symbol() == Symbol.HOURS && item.lexeme() != null ? item.lexeme().field() : null;
  }
}
