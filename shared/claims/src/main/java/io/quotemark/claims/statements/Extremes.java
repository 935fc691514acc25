package io.quotemark.claims.statements;

import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Lexeme;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.PartialDate;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Highest and lowest. */
final class Extremes {
  private final Row row;
  private final Subjects subjects;
  private final Context context;
  private final Drafting drafting;
  private final Elsewhere elsewhere;

  Extremes(Row row, Subjects subjects, Context context, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
    this.elsewhere = new Elsewhere(row);
  }

  @Nullable Draft extreme(Hit hit) {
    int before = row.symbol(hit.start() - 1) == Symbol.ITS ? hit.start() - 2 : hit.start() - 1;
    boolean below = row.symbol(before) == Symbol.CROSS && row.symbol(before - 1) == Symbol.PCT;
    if (row.symbol(before) == Symbol.FROM || below) {
      // "up 50% from a 52-week low": a point of reference, not today's
      return null;
    }
    TimeExpression since = row.get(hit.start()).time();
    boolean event =
        since != null
            && (since.openSince() || (!row.eastern() && since.since() != null))
            && row.symbol(hit.start() + 1) == Symbol.PEAK;
    if (event || standing(row, hit.start(), hit.end()) || elsewhere.holds(hit.start(), hit.end())) {
      return null;
    }
    Subject subject = subject(hit);
    if (!subject.trades() || (subject.kind() == Kind.COMPANY && !priced(hit))) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.EXTREME, row, hit, hit.start(), hit.end() - 1)
            .direction(direction(hit))
            .over(lately(hit))
            .session(session(hit));
    if (!stretch(hit, claim)) {
      return null;
    }
    for (int i = hit.start(); i < hit.end(); i++) {
      Item item = row.get(i);
      if (item.symbol() == Symbol.ORDINAL && item.lexeme() != null) {
        claim.rank(item.lexeme().number());
      }
      PriceField field = item.lexeme() == null ? null : item.lexeme().field();
      if (field != null) {
        claim.field(field);
      }
    }
    return drafting.draft(claim, ClaimKind.EXTREME, subject, row, hit);
  }

  private @Nullable Window lately(Hit hit) {
    return switch (row.symbol(hit.value())) {
      case PEAK, TRADE, RECORDPEAK -> elsewhere.lately(hit.end());
      default -> null;
    };
  }

  private SessionWords session(Hit hit) {
    boolean unseen = row.symbol(hit.value()) == Symbol.UNSEEN;
    // the day a level was last seen is not the day it is seen again
    SessionWords around =
        unseen ? SessionWords.Unstated.UNSTATED : context.session(hit.start(), hit.end() - 1);
    return around instanceof SessionWords.Unstated ? context.asideTo(hit.start()) : around;
  }

  /**
   * "X has a 52-week low of $20 and a high of $30": figures that stand beside a share all year; no
   * verb says that it is there today.
   */
  static boolean standing(Row row, int start, int end) {
    boolean span = false;
    for (int i = start; i < end; i++) {
      span |= row.symbol(i) == Symbol.SPAN;
    }
    int next =
        switch (row.symbol(end)) {
          case OF, AT, COLON -> end + 1;
          default -> end;
        };
    if (!span || !row.symbol(next).isAmount()) {
      return false;
    }
    String before = " " + row.get(start).skipped();
    if (before.contains(" has ") || before.contains(" have ") || before.contains(" had ")) {
      return true;
    }
    for (int i = start - 1; i >= 0; i--) {
      switch (row.symbol(i)) {
        case MOTION, REACH, TRADE, TO, AT, COMMA, CROSS, MOVE, COMPARATIVE, FROM, IN, DASH -> {
          return false;
        }
        case ISSUER, STOCK, NAME, INDEX, PRONOUN -> {
          return true;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  private Subject subject(Hit hit) {
    int behind = hit.end();
    if (row.symbol(behind) == Symbol.IN || row.symbol(behind) == Symbol.OF) {
      // "a record high in crude": what follows says it.
      Symbol next = row.symbol(behind + 1);
      if (next == Symbol.COMMODITY || next == Symbol.YIELD || next == Symbol.METRIC) {
        return Subject.NOBODY;
      }
      if (row.symbol(behind) == Symbol.OF
          && next == Symbol.MONEY
          && Levels.isLarge(row.get(behind + 1))) {
        return Subject.NOBODY;
      }
    }
    return subjects.loosely(hit.start());
  }

  /** A company's own record needs a word of the market beside it. */
  private boolean priced(Hit hit) {
    for (int i = 0; i < row.size(); i++) {
      switch (row.symbol(i)) {
        case STOCK, PRICE, TRADE -> {
          return true;
        }
        case MOTION -> {
          // "X tumbled 12%, hitting a 10-month low"
          boolean figure = row.symbol(i + 1) == Symbol.PCT;
          boolean level = row.symbol(i + 1) == Symbol.TO && row.symbol(i + 2) == Symbol.MONEY;
          if (i < hit.start() && (figure || (level && !Levels.isLarge(row.get(i + 2))))) {
            return true;
          }
        }
        default -> {
          // look on
        }
      }
    }
    int next = hit.end();
    if (row.symbol(next) == Symbol.OF || row.symbol(next) == Symbol.AT) {
      next++;
    }
    if (row.symbol(next) == Symbol.MONEY && !Levels.isLarge(row.get(next))) {
      return true;
    }
    Item item = row.get(hit.value());
    return item.lexeme() != null && item.lexeme().field() != null;
  }

  private Direction direction(Hit hit) {
    for (int i = hit.start(); i < hit.end(); i++) {
      Item item = row.get(i);
      if (item.symbol() == Symbol.HIGHEST
          || item.symbol() == Symbol.PEAK
          || item.symbol() == Symbol.RECORDPEAK) {
        if (item.has("low")) {
          return Direction.LOW;
        }
        if (item.has("high")) {
          return Direction.HIGH;
        }
      }
    }
    if (row.symbol(hit.value()) == Symbol.UNSEEN) {
      for (int i = hit.start() - 1; i >= 0; i--) {
        Lexeme word = row.get(i).lexeme();
        if (word != null && word.direction() != null) {
          return word.direction() == Direction.DOWN ? Direction.LOW : Direction.HIGH;
        }
      }
    }
    return Direction.HIGH;
  }

  /** Writes since or window into the claim; false where the hit has neither. */
  private boolean stretch(Hit hit, Claim.Builder claim) {
    boolean record = false;
    TimeExpression time = null;
    for (int i = hit.start(); i < hit.end(); i++) {
      Item item = row.get(i);
      record |= item.symbol() == Symbol.RECORD || item.symbol() == Symbol.RECORDPEAK;
      if (item.time() != null) {
        time = item.time();
      }
    }
    if (time == null && !record) {
      return false;
    }
    if (time != null && time.since() != null) {
      claim.since(time.since());
      return true;
    }
    if (time != null
        && row.symbol(hit.value()) == Symbol.UNSEEN
        && time.session() instanceof SessionWords.Period(LocalDate from, LocalDate to)
        && from.isBefore(to)) {
      boolean month = from.getMonthValue() == to.getMonthValue();
      claim.since(new PartialDate(from.getYear(), month ? from.getMonthValue() : null, null));
      return true;
    }
    if (time != null && time.session() instanceof SessionWords.OnDate(LocalDate date)) {
      return record && date != null && window(claim, Window.AllTime.RECORD);
    }
    if (time != null && time.window() != null && !record) {
      return window(claim, time.window());
    }
    return record ? window(claim, Window.AllTime.RECORD) : time != null && time.openSince();
  }

  private static boolean window(Claim.Builder claim, Window window) {
    claim.window(window);
    return true;
  }
}
