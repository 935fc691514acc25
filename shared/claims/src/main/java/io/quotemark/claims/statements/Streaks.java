package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Lexeme;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves in one direction, counted in sessions, weeks or months. */
final class Streaks {
  /** Words behind which a streak is over; Dutch "na" too, which is another word elsewhere. */
  private static final Set<String> AFTER =
      Set.of("after", "following", "nach", "après", "tras", "dopo", "após");

  /** How words for a session begin. */
  private static final List<String> DAY =
      List.of(
          "day",
          "session",
          "trading",
          "tag",
          "sitzung",
          "handelstag",
          "börsentag",
          "jour",
          "séance",
          "día",
          "sesi",
          "giorn",
          "sedut",
          "dia",
          "sess",
          "preg",
          "dag",
          "日",
          "天",
          "交");

  /** How words for a week begin. */
  private static final List<String> WEEK =
      List.of("week", "woche", "wöch", "seman", "semaine", "settiman", "周", "週", "星");

  /** How words for a month begin. */
  private static final List<String> MONTH =
      List.of("month", "monat", "mois", "mensu", "mensil", "mens", "mese", "mês", "maand", "月");

  private final Row row;
  private final Subjects subjects;
  private final Context context;
  private final Drafting drafting;

  Streaks(Row row, Subjects subjects, Context context, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
  }

  @Nullable Draft streak(Hit hit) {
    Item value = row.get(hit.value());
    Integer count = count(value);
    if (count == null || !sessions(hit)) {
      return null;
    }
    Direction direction = direction(hit);
    Subject subject = subject(hit);
    if (direction == null || (!subject.trades() && !subject.isNobody())) {
      return null;
    }
    boolean after = after(hit);
    if (after && wentOn(hit, direction)) {
      // "rose again after three days of gains": longer than it says, and not over
      return null;
    }
    Window.Unit unit = unit(hit);
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.STREAK, row, hit, hit.start(), hit.end() - 1)
            .value(BigDecimal.valueOf(count), BigDecimal.ONE)
            .direction(direction)
            .ended(after || snapped(hit))
            .window(unit == Window.Unit.D ? null : new Window.Last(count, unit))
            .session(context.session(hit.start(), hit.end() - 1));
    return drafting.draft(claim, ClaimKind.STREAK, subject, row, hit);
  }

  /** "After three straight days of gains, X fell": whom the sentence goes on to speak of. */
  private Subject subject(Hit hit) {
    Subject before = subjects.loosely(hit.start());
    if (before.trades() && before.name() != null) {
      return before;
    }
    for (int i = hit.end(); i + 1 < row.size(); i++) {
      if (row.symbol(i) == Symbol.COMMA && hit.start() <= 2) {
        Subject after = subjects.loosely(i + 2);
        return after.trades() ? after : before;
      }
    }
    return before;
  }

  private boolean snapped(Hit hit) {
    int before = hit.start() - 1;
    return row.symbol(before) == Symbol.SNAPPED || (before >= 0 && word(before).startsWith("snap"));
  }

  /** "after three straight days of gains": a streak that is over. */
  private boolean after(Hit hit) {
    int before = hit.start() - 1;
    String word = before < 0 ? "" : word(before);
    return AFTER.contains(word) || (word.equals("na") && row.language().equals("nl"));
  }

  /** Whether the words beside the streak say that its direction went on. */
  private boolean wentOn(Hit hit, Direction direction) {
    for (int i = 0; i < row.size(); i++) {
      Lexeme lexeme = row.get(i).lexeme();
      boolean beside = i < hit.start() || i >= hit.end();
      if (beside && row.symbol(i) == Symbol.MOTION && lexeme != null) {
        return lexeme.direction() == direction;
      }
    }
    return false;
  }

  private String word(int item) {
    return row.tokens().get(row.get(item).from()).lower();
  }

  /** What a streak counts: sessions, unless the word it counts is a week or a month. */
  private Window.Unit unit(Hit hit) {
    TimeExpression counted = row.get(hit.value()).time();
    if (counted != null && counted.window() instanceof Window.Last last) {
      return last.unit();
    }
    for (int i = hit.start(); i < hit.end(); i++) {
      // "this week" behind "fifth straight session" is no week that is counted
      boolean counts =
          switch (row.symbol(i)) {
            case WORD, ORDINAL, SPAN, MOVE, STREAK -> true;
            default -> false;
          };
      for (int at = row.get(i).from(); counts && at < row.get(i).to(); at++) {
        String word = row.tokens().get(at).lower();
        if (DAY.stream().anyMatch(word::startsWith)) {
          return Window.Unit.D;
        }
        if (WEEK.stream().anyMatch(word::startsWith)) {
          return Window.Unit.W;
        }
        if (MONTH.stream().anyMatch(word::startsWith)) {
          return Window.Unit.M;
        }
      }
    }
    return Window.Unit.D;
  }

  private static @Nullable Integer count(Item item) {
    if (item.lexeme() != null) {
      return item.lexeme().number();
    }
    return item.time() != null && item.time().window() instanceof Window.Last last
        ? Integer.valueOf(last.count())
        : null;
  }

  /** A streak has "straight" or the like in it, and counts sessions, not quarters. */
  private boolean sessions(Hit hit) {
    boolean straight = false;
    for (int i = hit.start(); i < Math.min(row.size(), hit.end() + 3); i++) {
      Symbol symbol = row.symbol(i);
      straight |=
          symbol == Symbol.STRAIGHT || symbol == Symbol.STREAK || row.get(i).has("straight");
      String word = row.tokens().get(row.get(i).to() - 1).lower();
      if (word.startsWith("quarter") || word.startsWith("year") || word.startsWith("annual")) {
        return false;
      }
    }
    return straight;
  }

  private @Nullable Direction direction(Hit hit) {
    for (int i = hit.start(); i < Math.min(row.size(), hit.end() + 4); i++) {
      Item item = row.get(i);
      if (item.lexeme() != null && item.lexeme().direction() != null) {
        return item.lexeme().direction();
      }
    }
    for (int i = hit.start() - 1; i >= 0; i--) {
      Item item = row.get(i);
      if (item.symbol() == Symbol.MOTION && item.lexeme() != null) {
        return item.lexeme().direction();
      }
    }
    return null;
  }
}
