package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.PriceField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours a figure was traded in: the words around it, a close that it comes after, and what the
 * sentences before said of the hours they speak of.
 */
final class Hours {
  private static final int REACH = 8;

  private final Row row;

  /** What the sentences before speak of; null where of the session itself. */
  private final @Nullable PriceField before;

  Hours(Row row, @Nullable PriceField before) {
    this.row = row;
    this.before = before;
  }

  /** Open, pre or post market, as the words of the sentence say; else null. */
  @Nullable PriceField of(int anchor, int value) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    for (int i = first; i < Math.min(row.size(), last + REACH); i++) {
      if (i > last && Context.ends(row, this, i)) {
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

  /** The hours of the sentences before, where this one names no others. */
  @Nullable PriceField carried() {
    for (int i = 0; before != null && i < row.size(); i++) {
      Item item = row.get(i);
      boolean closed = item.symbol() == Symbol.TRADE && closes(item);
      boolean floor = item.symbol() == Symbol.VENUE && row.symbol(i - 1) == Symbol.IN;
      if (closed || floor || item.symbol() == Symbol.HOURS || item.symbol() == Symbol.INDEX) {
        return null; // "slid to $37 on the New York Stock Exchange"
      }
    }
    return before;
  }

  /**
   * What the sentences behind this one may inherit.
   *
   * @param drafts the claims of this one
   * @return pre or post where it speaks of prices of those hours, null where of others or of none
   */
  @Nullable PriceField told(List<Draft> drafts) {
    PriceField told = null;
    for (Draft draft : drafts) {
      PriceField field = draft.claim().build().field();
      told = field == PriceField.POST || field == PriceField.PRE ? field : told;
    }
    for (int i = 0; i < row.size(); i++) {
      PriceField field = field(i);
      boolean outside = field == PriceField.POST || field == PriceField.PRE;
      if (field != null && !outside) {
        return null;
      }
      for (int j = i - 3; outside && j < i; j++) {
        // "also declined after the bell"
        told = row.symbol(j) == Symbol.MOTION ? field : told;
      }
    }
    return told;
  }

  /** Whether the sentence speaks of the session itself: "closed at", "in regular trading". */
  boolean ended() {
    for (int i = 0; i < row.size(); i++) {
      Item item = row.get(i);
      if ((item.symbol() == Symbol.TRADE && closes(item)) || item.symbol() == Symbol.HOURS) {
        return true;
      }
    }
    return false;
  }

  /** "rose to $31 after closing at $30", "slid to $25 from a close of $26". */
  boolean afterClose(int anchor, int value) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    if (row.symbol(first - 1) == Symbol.TRADE || row.symbol(first) == Symbol.TRADE) {
      return false;
    }
    for (int i = last + 1; i < Math.min(row.size(), last + REACH); i++) {
      switch (row.symbol(i)) {
        case TIME -> {
          TimeExpression time = row.get(i).time();
          if (time != null && time.session() != null) {
            return false; // "rose to $31 on Tuesday after closing at $30 on Monday"
          }
        }
        case BUT -> {
          return row.get(i).has("after") && closing(i + 1);
        }
        case FROM -> {
          if (fromClose(i)) {
            return undated(i);
          }
        }
        case SEMICOLON, WHICH, AND, MOTION -> {
          return false;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** Whether a close and its price follow: "closing down 3 percent at $30". */
  private boolean closing(int start) {
    for (int i = start; i < Math.min(row.size(), start + 2); i++) {
      if (row.symbol(i) == Symbol.TRADE && closes(row.get(i))) {
        return priced(i + 1);
      }
    }
    return false;
  }

  private boolean priced(int start) {
    for (int i = start; i < Math.min(row.size(), start + REACH); i++) {
      switch (row.symbol(i)) {
        case AT, TO -> {
          if (row.symbol(i + 1) == Symbol.MONEY) {
            return !Levels.isLarge(row.get(i + 1));
          }
        }
        case MOTION, COMPARATIVE, PCT, MONEY, BY, OR, COMMA, IN, VENUE, INDEX, TIME, HOURS -> {
          // "down 3 percent on the Nasdaq at $30"
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "from its New York close of $26", not "from Friday's close". */
  private boolean undated(int from) {
    for (int i = from; i < Math.min(row.size(), from + REACH); i++) {
      TimeExpression time = row.get(i).time();
      if (time != null && time.session() != null) {
        return false;
      }
    }
    return true;
  }

  /** "from a close of $23 on Thursday": the day is the close's. */
  boolean fromClose(int from) {
    for (int i = from + 1; i < Math.min(row.size(), from + 6); i++) {
      Item item = row.get(i);
      switch (item.symbol()) {
        case TRADE, PRICE -> {
          return closes(item);
        }
        case ITS, TIME, VENUE, INDEX, WORD, POSSESSIVE -> {
          // whose close, and where
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean closes(Item item) {
    return item.lexeme() != null && item.lexeme().field() == PriceField.CLOSE;
  }

  private @Nullable PriceField field(int i) {
    Item item = row.get(i);
    return item.symbol() == Symbol.HOURS && item.lexeme() != null ? item.lexeme().field() : null;
  }
}
