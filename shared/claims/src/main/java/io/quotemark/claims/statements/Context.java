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
  private final Hours hours;

  Context(Row row, Hours hours) {
    this.row = row;
    this.hours = hours;
  }

  /** The session the figure belongs to; unstated where no word says. */
  SessionWords session(int anchor, int value) {
    TimeExpression time = time(anchor, value, false);
    return time == null || time.session() == null ? SessionWords.Unstated.UNSTATED : time.session();
  }

  /**
   * The session of a comparison that ends before item {@code end}: named within it, else right
   * behind: "the biggest gain since May on Friday".
   */
  SessionWords session(int anchor, int value, int end) {
    SessionWords within = session(anchor, value);
    if (!(within instanceof SessionWords.Unstated) || end >= row.size()) {
      return within;
    }
    SessionWords behind = session(end, end);
    return behind instanceof SessionWords.Period ? within : behind;
  }

  /** The day of the price that the item is an aside to: "closed at $5 on Tuesday, its lowest". */
  SessionWords asideTo(int start) {
    int i = row.symbol(start - 1) == Symbol.ITS ? start - 2 : start - 1;
    if (row.symbol(i) != Symbol.COMMA && row.symbol(i) != Symbol.DASH) {
      return SessionWords.Unstated.UNSTATED;
    }
    for (i--; i >= 0; i--) {
      switch (row.symbol(i)) {
        case TIME -> {
          TimeExpression time = fits(i, false) ? row.get(i).time() : null;
          return time == null || time.session() == null
              ? SessionWords.Unstated.UNSTATED
              : time.session();
        }
        case MONEY, NUM, PTS, PCT, AT, TO, BY, OR, IN, VENUE, COMMA -> {
          // the price
        }
        default -> {
          return SessionWords.Unstated.UNSTATED;
        }
      }
    }
    return SessionWords.Unstated.UNSTATED;
  }

  /** The session named right behind the figure; unstated where none is. */
  SessionWords behind(int value) {
    for (int i = value + 1; i < Math.min(row.size(), value + REACH) && !ends(i); i++) {
      TimeExpression time = fits(i, false) ? row.get(i).time() : null;
      if (time != null && time.session() != null) {
        return time.session();
      }
    }
    return SessionWords.Unstated.UNSTATED;
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
      if (fits(i, period) && !ofAnother(i)) {
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
      if (symbol == Symbol.COMMA && setOff(i, period)) {
        return row.get(i - 1).time();
      }
      SessionWords day = period ? null : Elsewhere.dayOfWhen(row, i);
      if (day != null) {
        return TimeExpression.session(row.get(i).to(), day);
      }
      if (symbol == Symbol.MOTION
          || symbol == Symbol.BUT
          || symbol == Symbol.SEMICOLON
          || symbol == Symbol.WHICH
          || symbol == Symbol.COMMA
          || (symbol == Symbol.DASH && dashBefore(i))
          || (period && symbol == Symbol.AND && i == first - 1)
          || symbol.isAmount()) {
        break;
      }
    }
    return leading(first, period);
  }

  /** "one eighth of Tuesday's 416-point loss": the day is that loss's. */
  private boolean ofAnother(int time) {
    boolean amount = false;
    for (int i = time + 2; i <= time + 3; i++) {
      amount |=
          row.symbol(i).isAmount()
              || row.symbol(i) == Symbol.MOVE
              || row.symbol(i) == Symbol.MOTION;
    }
    return row.symbol(time + 1) == Symbol.POSSESSIVE && amount;
  }

  /** Whether the dash closes an aside: "shares -- up since April 19 -- were down". */
  private boolean dashBefore(int dash) {
    for (int i = 0; i < dash; i++) {
      if (row.symbol(i) == Symbol.DASH) {
        return true;
      }
    }
    return false;
  }

  /** A time before the comma that is a phrase of its own: ", over the past year, it rose". */
  private boolean setOff(int comma, boolean period) {
    return comma > 0
        && fits(comma - 1, period)
        && (row.eastern()
            || switch (row.symbol(comma - 2)) {
              case STOP, COMMA, SEMICOLON, BUT, COLON, AND, WHICH -> true;
              default -> false;
            });
  }

  /** A time that opens the sentence speaks for all of it: "Over the last year alone, …". */
  private @Nullable TimeExpression leading(int first, boolean period) {
    for (int i = 0; i < Math.min(4, first); i++) {
      boolean closed =
          row.symbol(i + 1) == Symbol.COMMA
              || (row.symbol(i + 1) == Symbol.WORD && row.symbol(i + 2) == Symbol.COMMA)
              || (i == 0 && period);
      if (fits(i, period) && closed) {
        return row.get(i).time();
      }
      if (row.symbol(i).isAmount() || row.symbol(i) == Symbol.MOTION) {
        break;
      }
    }
    return null;
  }

  private boolean fits(int i, boolean period) {
    Item item = row.get(i);
    // "up 2% from Friday" compares with Friday; the move is another day's
    Symbol from = row.symbol(row.symbol(i - 1) == Symbol.ITS ? i - 2 : i - 1);
    boolean reference = !period && (from == Symbol.FROM || from == Symbol.CROSS);
    return item.symbol() == Symbol.TIME
        && item.time() != null
        && !reference
        && !(period && another(i))
        && (period ? item.time().isPeriod() : item.time().session() != null);
  }

  /** "this year's high", "2020年以来最大の下落": the stretch is the extreme's, not the return's. */
  private boolean another(int i) {
    TimeExpression time = row.get(i).time();
    boolean date = time != null && (time.since() != null || time.openSince());
    return switch (row.symbol(i + 1)) {
      case PEAK, RECORDPEAK -> row.eastern() || !date;
      case BIGGEST -> row.eastern();
      default -> false;
    };
  }

  /** Whether what follows speaks of another move. */
  private boolean ends(int i) {
    return ends(row, hours, i);
  }

  static boolean ends(Row row, Hours hours, int i) {
    Symbol before = row.symbol(i - 1);
    boolean in =
        before == Symbol.IN && (row.symbol(i) == Symbol.STOCK || row.symbol(i) == Symbol.INDEX);
    if (in || (before == Symbol.OF && row.symbol(i) == Symbol.STOCK)) {
      return false; // "on the Nasdaq on Thursday"
    }
    if (row.symbol(i) == Symbol.FROM && hours.fromClose(i)) {
      return true;
    }
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
          BESTDAY,
          MOST,
          UNSEEN,
          FLAT,
          METRIC,
          MOVE,
          SAY ->
          true;
      default -> false;
    };
  }

  /**
   * Open, pre or post market, as the words around the figure say, or those of the sentences before
   * where these do not; else null.
   */
  @Nullable PriceField hours(int anchor, int value, Subject subject) {
    PriceField said = hoursSaid(anchor, value);
    boolean share = subject.kind() == Subject.Kind.STOCK || subject.kind() == Subject.Kind.COMPANY;
    if (said != null || !share) {
      return said;
    }
    if (hours.afterClose(anchor, value)) {
      return PriceField.POST;
    }
    boolean open = session(anchor, value) instanceof SessionWords.Unstated;
    return open ? hours.carried() : null;
  }

  /** Open, pre or post market, as the words beside the figure say; else null. */
  @Nullable PriceField hoursSaid(int anchor, int value) {
    return hours.of(anchor, value);
  }
}
