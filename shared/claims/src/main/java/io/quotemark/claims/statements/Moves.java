package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Amount;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.Hedge;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.Window;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Moves of one session and returns over longer stretches. */
final class Moves {
  /** Words that say a figure was gathered over a stretch, whichever it was. */
  private static final java.util.List<String> ACCUMULATED =
      java.util.List.of("acumula", "累计", "累計", "区间", "cumulative");

  private @Nullable TimeExpression inherited;
  private final Row row;
  private final Subjects subjects;
  private final Context context;
  private final Drafting drafting;

  Moves(Row row, Subjects subjects, Context context, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
  }

  /** A move with a word that says which way. */
  @Nullable Draft move(Hit hit) {
    int anchor = hit.anchor() < 0 ? hit.value() : hit.anchor();
    Subject subject = subject(anchor, hit.value());
    if (row.symbol(hit.value()) == Symbol.FLAT) {
      return subject.kind() == Kind.COMPANY || !subject.trades() || subject.name() == null
          ? null
          : finish(hit, subject, BigDecimal.ZERO, BigDecimal.ONE, Direction.FLAT);
    }
    Direction direction = direction(anchor, hit.value());
    Figure figure = Figure.of(row, hit.value());
    if (direction == null || figure == null) {
      return null;
    }
    return finish(hit, subject, figure.value(), figure.step(), direction);
  }

  /** A figure with a printed sign: "X (+4.88 percent)". */
  @Nullable Draft signed(Hit hit) {
    FoundAmount amount = row.get(hit.value()).amount();
    if (amount == null || amount.sign() == 0) {
      return null;
    }
    Subject subject = subjects.loosely(hit.value());
    Direction direction = amount.sign() > 0 ? Direction.UP : Direction.DOWN;
    return finish(hit, subject, amount.value(), amount.step(), direction);
  }

  /** "doubled", "halved": about 100 or 50 percent. */
  @Nullable Draft multiply(Hit hit) {
    Item item = row.get(hit.value());
    Subject subject = subjects.of(hit.value());
    TimeExpression period = context.period(hit.value(), hit.value());
    Integer percent = item.lexeme() == null ? null : item.lexeme().number();
    if (!subject.trades()
        || period == null
        || percent == null
        || row.symbol(hit.value() + 1) == Symbol.WORD
        || row.symbol(hit.value() + 1) == Symbol.ITS) {
      return null;
    }
    BigDecimal value = BigDecimal.valueOf(item.has("down") ? -percent : percent);
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.PERIOD_RETURN, row, hit)
            .value(value, BigDecimal.TEN)
            .hedge(Hedge.ABOUT)
            .direction(item.has("down") ? Direction.DOWN : Direction.UP)
            .window(period.window());
    return drafting.draft(claim, ClaimKind.PERIOD_RETURN, subject, row, hit);
  }

  /** Limit-up or limit-down without a figure. */
  @Nullable Draft limit(Hit hit) {
    Item item = row.get(hit.value());
    Subject subject = subjects.loosely(hit.value());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.MOVE_PCT, row, hit)
            .limit(true)
            .direction(item.has("down") ? Direction.DOWN : Direction.UP)
            .session(context.session(hit.value(), hit.value()));
    return drafting.draft(claim, ClaimKind.MOVE_PCT, subject, row, hit);
  }

  private Subject subject(int anchor, int value) {
    Symbol symbol = row.symbol(anchor);
    if (symbol == Symbol.MOVE) {
      return subjects.ofNoun(anchor);
    }
    boolean asNoun = symbol == Symbol.MOTION && value == anchor - 1;
    boolean nounOf = symbol == Symbol.MOTION && row.symbol(anchor + 1) == Symbol.OF;
    return nounOf || (asNoun && row.symbol(anchor + 1) == Symbol.IN)
        ? subjects.ofNoun(anchor)
        : subjects.of(Math.min(anchor, symbol == Symbol.COMPARATIVE ? value : anchor));
  }

  private @Nullable Direction direction(int anchor, int value) {
    Direction direction = null;
    for (int i = anchor; i < value; i++) {
      Item item = row.get(i);
      if (item.symbol() == Symbol.MOTION && item.lexeme() != null && i <= anchor + 1) {
        direction = item.lexeme().direction() == null ? direction : item.lexeme().direction();
      }
    }
    Item item = row.get(anchor);
    if (direction == null && item.lexeme() != null) {
      direction = item.lexeme().direction();
    }
    if (direction == null && row.symbol(value + 1) == Symbol.COMPARATIVE) {
      Item behind = row.get(value + 1);
      direction = behind.lexeme() == null ? null : behind.lexeme().direction();
    }
    return direction;
  }

  private @Nullable Draft finish(
      Hit hit, Subject subject, BigDecimal size, BigDecimal step, Direction direction) {
    TimeExpression period = period(hit);
    ClaimKind kind = kind(hit, subject, period);
    if (kind == null) {
      return null;
    }
    FoundAmount amount = row.get(hit.value()).amount();
    Hedge hedge = amount == null ? null : amount.hedge();
    BigDecimal value = direction == Direction.DOWN ? size.negate() : size;
    Claim.Builder claim =
        drafting
            .figure(kind, row, hit)
            .value(value, step)
            .direction(direction)
            .hedge(hedge)
            .session(context.session(hit.anchor(), hit.value()));
    if (kind == ClaimKind.MOVE_ABS) {
      claim.currency(currency(amount), amount == null ? null : amount.unit());
    }
    if (kind == ClaimKind.PERIOD_RETURN && period != null) {
      inherited = period;
      claim.window(period.window());
    }
    PriceField hours = context.hours(hit.anchor(), hit.value());
    if (hours == PriceField.PRE || hours == PriceField.POST || hours == PriceField.OPEN) {
      claim.field(hours);
    }
    return drafting.draft(claim, kind, subject, row, hit);
  }

  private static String currency(@Nullable FoundAmount amount) {
    return amount == null || amount.currency() == null ? "USD" : amount.currency();
  }

  private @Nullable TimeExpression period(Hit hit) {
    TimeExpression period = context.period(hit.anchor(), hit.value());
    if (period != null) {
      return period;
    }
    if (inherited != null && compared(hit)) {
      return inherited;
    }
    for (int i = Math.max(0, hit.start() - 2); i < hit.end(); i++) {
      if (ACCUMULATED.stream().anyMatch(row.get(i).skipped()::contains)) {
        return TimeExpression.openSince(row.get(i).to());
      }
      TimeExpression span = row.get(i).time();
      if (row.symbol(i) == Symbol.SPAN && span != null && !isOneDay(span)) {
        return span;
      }
    }
    return null;
  }

  /** "up 13 percent this year compared with the 35 percent gain of X": over the same stretch. */
  private boolean compared(Hit hit) {
    for (int i = hit.start(); i >= Math.max(1, hit.start() - 6); i--) {
      if (row.symbol(i) == Symbol.BUT) {
        String word = row.tokens().printed(row.get(i).from(), row.get(i).to() - 1);
        boolean perfect =
            row.get(hit.anchor() < 0 ? hit.value() : hit.anchor())
                .skipped()
                .matches(".*\\bha(ve|s|d) .*");
        return word.startsWith("compared") || word.startsWith("versus") || perfect;
      }
    }
    return false;
  }

  private static boolean isOneDay(TimeExpression span) {
    return span.window() instanceof Window.Last last
        && last.unit() == Window.Unit.D
        && last.count() == 1;
  }

  private boolean pointsNear(Hit hit) {
    for (int i = Math.max(0, hit.start() - 3); i < Math.min(row.size(), hit.end() + 3); i++) {
      if (row.symbol(i) == Symbol.PTS) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ClaimKind kind(Hit hit, Subject subject, @Nullable TimeExpression period) {
    if (subject.kind() == Kind.COMMODITY) {
      return ClaimKind.COMMODITY;
    }
    if (subject.kind() == Kind.YIELD) {
      return ClaimKind.YIELD;
    }
    if (!subject.trades()) {
      return null;
    }
    FoundAmount amount = row.get(hit.value()).amount();
    Item anchor = row.get(hit.anchor() < 0 ? hit.value() : hit.anchor());
    Amount.Type type = amount == null ? null : amount.type();
    boolean index =
        subject.kind() == Kind.INDEX
            || (subject.kind() == Kind.STOCK && subject.name() == null && pointsNear(hit));
    if (type == Amount.Type.PERCENT || row.symbol(hit.value()) == Symbol.FLAT) {
      if (period != null) {
        return ClaimKind.PERIOD_RETURN;
      }
      boolean peak = anchor.has("peak") || (amount != null && amount.hedge() == Hedge.AS_MUCH_AS);
      if (peak) {
        return ClaimKind.PEAK_MOVE_PCT;
      }
      return index ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
    }
    if (period != null || subject.kind() == Kind.CURRENCY) {
      return null;
    }
    if (type == Amount.Type.MONEY) {
      boolean small = amount != null && !Levels.isLarge(row.get(hit.value()));
      return !index && small ? ClaimKind.MOVE_ABS : null;
    }
    if (type == Amount.Type.POINTS) {
      return index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
    }
    return index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
  }
}
