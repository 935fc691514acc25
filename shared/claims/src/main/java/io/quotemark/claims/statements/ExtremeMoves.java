package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import org.jspecify.annotations.Nullable;

/**
 * Biggest moves, of one session or over a stretch ("worst week in two years"). Of "biggest point
 * drop ever" and "best run in a year" the claim says no stretch: returns do not rank them.
 */
final class ExtremeMoves {
  private final Row row;
  private final Subjects subjects;
  private final Context context;
  private final Drafting drafting;

  ExtremeMoves(Row row, Subjects subjects, Context context, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
  }

  /** The stretch a move is the biggest of: behind it in most languages, before it in some. */
  private @Nullable TimeExpression compared(Hit hit) {
    TimeExpression time = null;
    for (int i = hit.start(); i < hit.end(); i++) {
      TimeExpression here = row.get(i).time();
      boolean stretch = here != null && here.session() == null && here.isPeriod();
      time = stretch ? here : time;
    }
    return time;
  }

  @Nullable Draft extremeMove(Hit hit) {
    Subject subject = hit.anchor() < 0 ? subjects.loosely(hit.start()) : subjects.of(hit.anchor());
    for (int i = hit.value(); i < hit.end(); i++) {
      switch (row.symbol(i)) {
        case STOCK, INDEX, ISSUER -> subject = subjects.loosely(i + 1);
        case COMMODITY, YIELD -> subject = Subject.NOBODY;
        case METRIC -> subject = Subject.NOBODY;
        default -> {
          // part of the phrase
        }
      }
    }
    if (!subject.trades()) {
      return null;
    }
    Direction direction = null;
    for (int i = hit.value(); i < hit.end(); i++) {
      Item item = row.get(i);
      boolean moves = item.symbol() == Symbol.MOVE || item.symbol() == Symbol.MOTION;
      // "best day" and "worst week" say the direction themselves
      if ((moves || i == hit.value())
          && item.lexeme() != null
          && item.lexeme().direction() != null) {
        direction = item.lexeme().direction();
      }
    }
    if (direction == null && hit.anchor() >= 0 && row.get(hit.anchor()).lexeme() != null) {
      direction = java.util.Objects.requireNonNull(row.get(hit.anchor()).lexeme()).direction();
    }
    TimeExpression time = compared(hit);
    boolean ever = row.symbol(hit.end() - 1) == Symbol.RECORD;
    for (int i = hit.value(); i < hit.end(); i++) {
      ever |= row.symbol(i) == Symbol.RECORD;
    }
    ever |= row.get(hit.value()).has("ever");
    if (hit.rule().name().equals("extreme.ever") && !ever) {
      return null;
    }
    if (direction == null || (time == null && !ever)) {
      return null;
    }
    if (time == null || ever) {
      time = TimeExpression.ever(row.get(hit.end() - 1).to());
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.EXTREME_MOVE, row, hit, hit.start(), hit.end() - 1)
            .direction(direction)
            .session(session(hit));
    if (!unranked(hit)) {
      claim.since(time.since()).window(time.since() == null ? time.window() : null).over(over(hit));
    }
    return drafting.draft(claim, ClaimKind.EXTREME_MOVE, subject, row, hit);
  }

  private SessionWords session(Hit hit) {
    SessionWords around = context.session(hit.start(), hit.value(), hit.end());
    return around instanceof SessionWords.Unstated ? context.asideTo(hit.start()) : around;
  }

  /** "its biggest point drop ever", "its best run in a year": nothing that a stretch ranks. */
  private boolean unranked(Hit hit) {
    for (int i = hit.value(); i < hit.end(); i++) {
      if (row.get(i).has("points") || row.get(i).has("run")) {
        return true;
      }
    }
    return false;
  }

  /** The stretch whose moves are compared: a week in "worst week"; null for one session. */
  private @Nullable Window over(Hit hit) {
    for (int i = hit.value(); i < hit.end(); i++) {
      Item item = row.get(i);
      String over = item.lexeme() == null ? null : item.lexeme().marks().get("over");
      if (over != null) {
        return Window.parse(over);
      }
      // "its biggest one-month slump in …", "its best two-day rally in …"
      TimeExpression span = item.symbol() == Symbol.SPAN && i > hit.value() ? item.time() : null;
      Symbol next = row.symbol(i + 1);
      if (span != null && isLong(span) && (next == Symbol.MOVE || next == Symbol.MOTION)) {
        return span.window();
      }
    }
    TimeExpression around = asideTo(hit.start() - 1);
    return around != null && isLong(around) ? around.window() : null;
  }

  /**
   * The stretch of the move that the phrase is an aside to: "up 13 percent this year, its best".
   */
  private @Nullable TimeExpression asideTo(int last) {
    for (int i = last; i >= 0; i--) {
      switch (row.symbol(i)) {
        case TIME -> {
          return row.get(i).time();
        }
        case COMMA, DASH, ITS, PCT, PTS, MONEY, MOTION, BY, COMPARATIVE -> {
          // the move itself
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private static boolean isLong(TimeExpression time) {
    return switch (time.window()) {
      case Window.Last last -> last.unit() != Window.Unit.D || last.count() > 1;
      case Window.ToDate toDate -> true;
      case Window.CalendarYear year -> true;
      case null, default -> false;
    };
  }
}
