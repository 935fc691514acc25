package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.rules.Rule;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Amount;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.Hedge;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves of one session and returns over longer stretches. */
final class Moves {
  private final Row row;
  private final Subjects subjects;
  private final Context context;
  private final Drafting drafting;
  private final Periods periods;

  Moves(Row row, Subjects subjects, Context context, Periods periods, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
    this.periods = periods;
  }

  /** A move with a word that says which way. */
  @Nullable Draft move(Hit hit) {
    int anchor = hit.anchor() < 0 ? hit.value() : hit.anchor();
    Subject subject = subject(anchor, hit.value(), hit.rule().name().endsWith("inverted"));
    if (row.symbol(hit.value()) == Symbol.FLAT) {
      if (row.tokens().is(row.get(hit.value()).to(), "-")) {
        return null; // "flat-screen"
      }
      // "little changed" is no figure; over a stretch said it is close enough to none
      boolean stretch = subject.trades() && periods.of(hit, subject) != null;
      return !stretch || subject.name() == null || row.symbol(hit.value() - 1) == Symbol.TO
          ? null
          : finish(hit, subject, BigDecimal.ZERO, BigDecimal.ONE, Direction.FLAT);
    }
    Direction direction = direction(anchor, hit.value());
    Figure figure = Figure.of(row, hit.value());
    if (direction == null || figure == null || denied(anchor)) {
      return null;
    }
    return finish(hit, subject, figure.value(), figure.step(), direction);
  }

  /** "never dipped 30 percent", "did not fall 3 percent". */
  private boolean denied(int anchor) {
    return row.symbol(anchor) == Symbol.MOTION
        && (row.get(anchor).skippedHas("no") || (anchor > 0 && row.get(anchor - 1).has("no")));
  }

  /** "X rose 2%, Y 1.5% and Z 3%": the verb of the move before goes on. */
  @Nullable Draft gap(Hit hit, List<Hit> hits) {
    Direction direction = null;
    for (Hit other : hits) {
      boolean before = other.value() >= 0 && other.value() < hit.start();
      if (before && other.rule().product() == Rule.Product.MOVE) {
        int anchor = other.anchor() < 0 ? other.value() : other.anchor();
        boolean alike =
            row.symbol(other.value()) == row.symbol(hit.value())
                || hit.rule().name().equals("gap.wire");
        direction = alike ? direction(anchor, other.value()) : null;
      }
    }
    Figure figure = Figure.of(row, hit.value());
    if (direction == null || figure == null) {
      return null;
    }
    Subject subject = subjects.loosely(hit.value());
    return finish(hit, subject, figure.value(), figure.step(), direction);
  }

  /** A figure with a printed sign: "X (+4.88 percent)". */
  @Nullable Draft signed(Hit hit) {
    FoundAmount amount = row.get(hit.value()).amount();
    if (amount == null || amount.sign() == 0) {
      return null;
    }
    Subject subject = subjects.loosely(hit.value());
    if (hit.rule().name().equals("signed.any")
        && subject.kind() == Kind.COMPANY
        && subject.issuer() == null) {
      return null;
    }
    Direction direction = amount.sign() > 0 ? Direction.UP : Direction.DOWN;
    return finish(hit, subject, amount.value(), amount.step(), direction);
  }

  /** "doubled", "a six-fold increase", "lost a third": about so many percent. */
  @Nullable Draft multiply(Hit hit) {
    Item item = row.get(hit.value());
    boolean noun = row.symbol(hit.value() + 1) == Symbol.MOVE;
    Subject subject =
        noun
            ? subjects.ofNoun(hit.value() + 1)
            : subjects.of(hit.anchor() < 0 ? hit.value() : hit.anchor());
    String percent = item.lexeme() == null ? null : item.lexeme().marks().get("n");
    TimeExpression period =
        noun ? context.period(hit.value() + 1, hit.value() + 1) : periods.of(hit, subject);
    Direction direction = multiplied(hit, noun);
    if (!subject.trades() || percent == null || direction == null || ownThing(hit, noun)) {
      return null;
    }
    SessionWords session = context.session(hit.value(), hit.value());
    if (period == null && session instanceof SessionWords.Unstated) {
      // over which stretch is left open
      return null;
    }
    ClaimKind kind =
        period != null
            ? ClaimKind.PERIOD_RETURN
            : subject.kind() == Kind.INDEX ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
    BigDecimal size = new BigDecimal(percent);
    Claim.Builder claim =
        drafting
            .figure(kind, row, hit)
            .value(direction == Direction.DOWN ? size.negate() : size, BigDecimal.TEN)
            .hedge(item.has("over") || item.skippedHas("over") ? Hedge.OVER : Hedge.ABOUT)
            .direction(direction)
            .session(session);
    if (period != null) {
      claim.window(period.window());
    }
    return drafting.draft(claim, kind, subject, row, hit);
  }

  private @Nullable Direction multiplied(Hit hit, boolean noun) {
    Item says = row.get(noun ? hit.value() + 1 : hit.anchor() < 0 ? hit.value() : hit.anchor());
    return says.lexeme() == null ? null : says.lexeme().direction();
  }

  /** "doubled its stake", "lost a quarter of its customers": something else than the price. */
  private boolean ownThing(Hit hit, boolean noun) {
    if (noun) {
      return false;
    }
    int next = hit.value() + 1;
    return switch (row.symbol(next)) {
      case WORD, METRIC, NAME, ISSUER -> true;
      // "double last year's output"
      case TIME -> row.symbol(next + 1) == Symbol.POSSESSIVE;
      case ITS -> row.symbol(next + 1) != Symbol.CAP;
      case OF -> row.symbol(next + 1) != Symbol.ITS || row.symbol(next + 2) != Symbol.CAP;
      default -> false;
    };
  }

  /** Limit-up or limit-down without a figure. */
  @Nullable Draft limit(Hit hit, List<Hit> hits) {
    Item item = row.get(hit.value());
    if (row.symbol(hit.value() + 1) == Symbol.MARK) {
      return null; // "the limit-down threshold" is a rule of trading
    }
    for (Hit other : hits) {
      if (other.rule().product() == Rule.Product.STREAK && other.anchor() == hit.value()) {
        return null;
      }
    }
    Subject subject = subjects.loosely(hit.value());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.MOVE_PCT, row, hit)
            .limit(true)
            .direction(item.has("down") ? Direction.DOWN : Direction.UP)
            .session(context.session(hit.value(), hit.value()));
    return drafting.draft(claim, ClaimKind.MOVE_PCT, subject, row, hit);
  }

  /**
   * @param inverted whether the subject stands between verb and figure
   */
  private Subject subject(int anchor, int value, boolean inverted) {
    Symbol symbol = row.symbol(anchor);
    if (inverted) {
      return subjects.loosely(value);
    }
    if (symbol == Symbol.MOVE) {
      return subjects.ofNoun(anchor);
    }
    boolean asNoun = symbol == Symbol.MOTION && value == anchor - 1;
    Subject reported =
        asNoun && row.symbol(anchor + 1) == Symbol.TIME ? subjects.reported(anchor + 1) : null;
    if (reported != null) {
      return reported;
    }
    boolean higher = symbol == Symbol.COMPARATIVE && value == anchor - 1;
    if (higher && row.symbol(anchor + 1) == Symbol.METRIC) {
      return Subject.NOBODY; // "on 3 percent higher revenues"
    }
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
    TimeExpression period = periods.of(hit, subject);
    ClaimKind kind = kind(hit, subject, period);
    if (kind == null || reported(hit, subject)) {
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
      claim.window(period.window());
    }
    // "it rose to $48 after hours. The shares are down 8 percent this year": to the close
    PriceField hours =
        kind == ClaimKind.PERIOD_RETURN
            ? context.hoursSaid(hit.anchor(), hit.value())
            : context.hours(hit.anchor(), hit.value(), subject);
    if (hours == PriceField.PRE || hours == PriceField.POST || hours == PriceField.OPEN) {
      claim.field(hours);
    } else if (opened(hit)) {
      claim.field(PriceField.OPEN);
    }
    return drafting.draft(claim, kind, subject, row, hit);
  }

  /** "X was up 9 percent from the same period": sales or profits, where no share is spoken of. */
  private boolean reported(Hit hit, Subject subject) {
    int last = Math.max(hit.end(), hit.value() + 1);
    boolean report = false;
    for (int i = hit.start(); i <= Math.min(row.size() - 1, last + 1); i++) {
      Item item = row.get(i);
      if (i > hit.value() && row.symbol(i) == Symbol.COMMA) {
        break;
      }
      report |= item.has("compared") || (item.has("yearago") && subject.kind() == Kind.COMPANY);
    }
    boolean share = subject.kind() == Kind.STOCK || subject.kind() == Kind.CURRENCY;
    return report && !share;
  }

  /** "opened 2% higher": the move to the first price of the day. */
  private boolean opened(Hit hit) {
    Item before = row.get(Math.max(0, hit.start() - 1));
    return before.symbol() == Symbol.TRADE
        && before.lexeme() != null
        && before.lexeme().field() == PriceField.OPEN;
  }

  /** A move in bare points is in dollars; a sum whose currency nobody tells stays without. */
  private static @Nullable String currency(@Nullable FoundAmount amount) {
    return amount == null || amount.type() != Amount.Type.MONEY ? "USD" : amount.currency();
  }

  /** "at times", "earlier rising": a figure the session showed and left again. */
  private boolean running(Hit hit) {
    int from = hit.anchor() < 0 ? hit.value() : Math.min(hit.anchor(), hit.value());
    for (int i = from; i < hit.end(); i++) {
      if (row.get(i).skippedHas("peak")) {
        return true;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
      switch (row.symbol(i)) {
        case COMMA, SEMICOLON, BUT, AND, WHICH, MOTION, PCT, MONEY, PTS -> {
          return false;
        }
        default -> {
          if (row.get(i).skippedHas("peak")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean pointsNear(Hit hit) {
    for (int i = Math.max(0, hit.start() - 3); i < Math.min(row.size(), hit.end() + 3); i++) {
      if (row.symbol(i) == Symbol.PTS) {
        return true;
      }
    }
    return false;
  }

  /** "added 630,000 customers", "laid off 1,000": no share moves that far in bare points. */
  private boolean counts(int value) {
    Figure figure = Figure.of(row, value);
    return figure != null && figure.value().compareTo(BigDecimal.valueOf(1000)) >= 0;
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
      boolean peak =
          anchor.has("peak")
              || hit.rule().name().equals("fr:move.running")
              || (amount != null && amount.hedge() == Hedge.AS_MUCH_AS)
              || running(hit);
      if (peak) {
        return ClaimKind.PEAK_MOVE_PCT;
      }
      return index ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
    }
    if (period != null) {
      return null;
    }
    if (type == Amount.Type.MONEY) {
      boolean small = amount != null && !Levels.isLarge(row.get(hit.value()));
      if (index) {
        return row.language().equals("ja") ? ClaimKind.INDEX_MOVE_PTS : null;
      }
      return small ? ClaimKind.MOVE_ABS : null;
    }
    if (subject.kind() == Kind.CURRENCY || (!index && counts(hit.value()))) {
      return null;
    }
    return index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
  }
}
