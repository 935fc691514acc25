package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.Figure;
import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.attachment.WindowAttachment;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
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
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final TimeAttachment context;
  private final Drafting drafting;
  private final WindowAttachment periods;

  Moves(
      Sentence sentence,
      SubjectResolution subjects,
      TimeAttachment context,
      WindowAttachment periods,
      Drafting drafting) {
    this.sentence = sentence;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
    this.periods = periods;
  }

  /** A move with a word that says which way. */
  @Nullable Draft move(Match match) {
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    Subject subject = subject(anchor, match.value(), match.rule().is(Rule.Flag.SUBJECT_BETWEEN));
    if (sentence.category(match.value()) == Category.FLAT) {
      if (sentence.tokens().is(sentence.get(match.value()).to(), "-")) {
        return null; // "flat-screen"
      }
      // "little changed" is no figure; over a stretch said it is close enough to none
      boolean stretch = subject.trades() && periods.of(match, subject) != null;
      return !stretch
              || subject.name() == null
              || sentence.category(match.value() - 1) == Category.TO
          ? null
          : finish(match, subject, BigDecimal.ZERO, BigDecimal.ONE, Direction.FLAT);
    }
    Direction direction = direction(anchor, match.value());
    Figure figure = Figure.of(sentence, match.value());
    if (direction == null || figure == null || denied(anchor)) {
      return null;
    }
    return finish(match, subject, figure.value(), figure.step(), direction);
  }

  /** "never dipped 30 percent", "did not fall 3 percent". */
  private boolean denied(int anchor) {
    return sentence.category(anchor) == Category.MOTION
        && (sentence.get(anchor).skippedHas("no")
            || (anchor > 0 && sentence.get(anchor - 1).has("no")));
  }

  /** "X rose 2%, Y 1.5% and Z 3%": the verb of the move before goes on. */
  @Nullable Draft gap(Match match, List<Match> matches) {
    Direction direction = null;
    for (Match other : matches) {
      boolean before = other.value() >= 0 && other.value() < match.start();
      if (before && other.rule().product() == Rule.Product.MOVE) {
        int anchor = other.anchor() < 0 ? other.value() : other.anchor();
        boolean alike =
            sentence.category(other.value()) == sentence.category(match.value())
                || match.rule().is(Rule.Flag.ANY_UNIT);
        direction = alike ? direction(anchor, other.value()) : null;
      }
    }
    Figure figure = Figure.of(sentence, match.value());
    if (direction == null || figure == null) {
      return null;
    }
    Subject subject = subjects.loosely(match.value());
    return finish(match, subject, figure.value(), figure.step(), direction);
  }

  /** A figure with a printed sign: "X (+4.88 percent)". */
  @Nullable Draft signed(Match match) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || amount.sign() == 0) {
      return null;
    }
    Subject subject = subjects.loosely(match.value());
    if (match.rule().is(Rule.Flag.KNOWN_COMPANY)
        && subject.kind() == Kind.COMPANY
        && subject.issuer() == null) {
      return null;
    }
    Direction direction = amount.sign() > 0 ? Direction.UP : Direction.DOWN;
    return finish(match, subject, amount.value(), amount.step(), direction);
  }

  /** "doubled", "a six-fold increase", "lost a third": about so many percent. */
  @Nullable Draft multiply(Match match) {
    Chunk chunk = sentence.get(match.value());
    boolean noun = sentence.category(match.value() + 1) == Category.MOVE;
    Subject subject =
        noun
            ? subjects.ofNoun(match.value() + 1)
            : subjects.of(match.anchor() < 0 ? match.value() : match.anchor());
    String percent = chunk.mark("n");
    TimeExpression period =
        noun ? context.period(match.value() + 1, match.value() + 1) : periods.of(match, subject);
    Direction direction = multiplied(match, noun);
    if (!subject.trades() || percent == null || direction == null || ownThing(match, noun)) {
      return null;
    }
    SessionWords session = context.session(match.value(), match.value());
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
            .figure(kind, sentence, match)
            .value(direction == Direction.DOWN ? size.negate() : size, BigDecimal.TEN)
            .hedge(chunk.has("over") || chunk.skippedHas("over") ? Hedge.OVER : Hedge.ABOUT)
            .direction(direction)
            .session(session);
    if (period != null) {
      claim.window(period.window());
    }
    return drafting.draft(claim, kind, subject, sentence, match);
  }

  private @Nullable Direction multiplied(Match match, boolean noun) {
    Chunk says =
        sentence.get(
            noun ? match.value() + 1 : match.anchor() < 0 ? match.value() : match.anchor());
    return says.direction();
  }

  /** "doubled its stake", "lost a quarter of its customers": something else than the price. */
  private boolean ownThing(Match match, boolean noun) {
    if (noun) {
      return false;
    }
    int next = match.value() + 1;
    return switch (sentence.category(next)) {
      case WORD, METRIC, NAME, ISSUER -> true;
      // "double last year's output"
      case TIME -> sentence.category(next + 1) == Category.POSSESSIVE;
      case ITS -> sentence.category(next + 1) != Category.CAP;
      case OF ->
          sentence.category(next + 1) != Category.ITS
              || sentence.category(next + 2) != Category.CAP;
      default -> false;
    };
  }

  /** Limit-up or limit-down without a figure. */
  @Nullable Draft limit(Match match, List<Match> matches) {
    Chunk chunk = sentence.get(match.value());
    if (sentence.category(match.value() + 1) == Category.MARK) {
      return null; // "the limit-down threshold" is a rule of trading
    }
    for (Match other : matches) {
      if (other.rule().product() == Rule.Product.STREAK && other.anchor() == match.value()) {
        return null;
      }
    }
    Subject subject = subjects.loosely(match.value());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.MOVE_PCT, sentence, match)
            .limit(true)
            .direction(chunk.has("down") ? Direction.DOWN : Direction.UP)
            .session(context.session(match.value(), match.value()));
    return drafting.draft(claim, ClaimKind.MOVE_PCT, subject, sentence, match);
  }

  /**
   * @param inverted whether the subject stands between verb and figure
   */
  private Subject subject(int anchor, int value, boolean inverted) {
    Category category = sentence.category(anchor);
    if (inverted) {
      return subjects.loosely(value);
    }
    if (category == Category.MOVE) {
      return subjects.ofNoun(anchor);
    }
    boolean asNoun = category == Category.MOTION && value == anchor - 1;
    Subject reported =
        asNoun && sentence.category(anchor + 1) == Category.TIME
            ? subjects.reported(anchor + 1)
            : null;
    if (reported != null) {
      return reported;
    }
    boolean higher = category == Category.COMPARATIVE && value == anchor - 1;
    if (higher && sentence.category(anchor + 1) == Category.METRIC) {
      return Subject.NOBODY; // "on 3 percent higher revenues"
    }
    boolean nounOf = category == Category.MOTION && sentence.category(anchor + 1) == Category.OF;
    return nounOf || (asNoun && sentence.category(anchor + 1) == Category.IN)
        ? subjects.ofNoun(anchor)
        : subjects.of(Math.min(anchor, category == Category.COMPARATIVE ? value : anchor));
  }

  private @Nullable Direction direction(int anchor, int value) {
    Direction direction = null;
    for (int i = anchor; i < value; i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.MOTION && i <= anchor + 1) {
        direction = chunk.direction() == null ? direction : chunk.direction();
      }
    }
    Chunk chunk = sentence.get(anchor);
    if (direction == null) {
      direction = chunk.direction();
    }
    if (direction == null && sentence.category(value + 1) == Category.COMPARATIVE) {
      Chunk behind = sentence.get(value + 1);
      direction = behind.direction();
    }
    return direction;
  }

  private @Nullable Draft finish(
      Match match, Subject subject, BigDecimal size, BigDecimal step, Direction direction) {
    TimeExpression period = periods.of(match, subject);
    ClaimKind kind = kind(match, subject, period);
    if (kind == null || reported(match, subject)) {
      return null;
    }
    FoundAmount amount = sentence.amount(match.value());
    Hedge hedge = amount == null ? null : amount.hedge();
    BigDecimal value = direction == Direction.DOWN ? size.negate() : size;
    Claim.Builder claim =
        drafting
            .figure(kind, sentence, match)
            .value(value, step)
            .direction(direction)
            .hedge(hedge)
            .session(context.session(match.anchor(), match.value()));
    if (kind == ClaimKind.MOVE_ABS) {
      claim.currency(currency(amount), amount == null ? null : amount.unit());
    }
    if (kind == ClaimKind.PERIOD_RETURN && period != null) {
      claim.window(period.window());
    }
    // "it rose to $48 after hours. The shares are down 8 percent this year": to the close
    PriceField hours =
        kind == ClaimKind.PERIOD_RETURN
            ? context.hoursSaid(match.anchor(), match.value())
            : context.hours(match.anchor(), match.value(), subject);
    if (hours == PriceField.PRE || hours == PriceField.POST || hours == PriceField.OPEN) {
      claim.field(hours);
    } else if (opened(match)) {
      claim.field(PriceField.OPEN);
    }
    return drafting.draft(claim, kind, subject, sentence, match);
  }

  /** "X was up 9 percent from the same period": sales or profits, where no share is spoken of. */
  private boolean reported(Match match, Subject subject) {
    int last = Math.max(match.end(), match.value() + 1);
    boolean report = false;
    for (int i = match.start(); i <= Math.min(sentence.size() - 1, last + 1); i++) {
      Chunk chunk = sentence.get(i);
      if (i > match.value() && sentence.category(i) == Category.COMMA) {
        break;
      }
      report |= chunk.has("compared") || (chunk.has("yearago") && subject.kind() == Kind.COMPANY);
    }
    boolean share = subject.kind() == Kind.STOCK || subject.kind() == Kind.CURRENCY;
    return report && !share;
  }

  /** "opened 2% higher": the move to the first price of the day. */
  private boolean opened(Match match) {
    Chunk before = sentence.get(Math.max(0, match.start() - 1));
    return before.category() == Category.TRADE && before.field() == PriceField.OPEN;
  }

  /** A move in bare points is in dollars; a sum whose currency nobody tells stays without. */
  private static @Nullable String currency(@Nullable FoundAmount amount) {
    return amount == null || amount.type() != Amount.Type.MONEY ? "USD" : amount.currency();
  }

  /** "at times", "earlier rising": a figure the session showed and left again. */
  private boolean running(Match match) {
    int from = match.anchor() < 0 ? match.value() : Math.min(match.anchor(), match.value());
    for (int i = from; i < match.end(); i++) {
      if (sentence.get(i).skippedHas("peak")) {
        return true;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
      switch (sentence.category(i)) {
        case COMMA, SEMICOLON, BUT, AND, WHICH, MOTION, PCT, MONEY, PTS -> {
          return false;
        }
        default -> {
          if (sentence.get(i).skippedHas("peak")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean pointsNear(Match match) {
    for (int i = Math.max(0, match.start() - 3);
        i < Math.min(sentence.size(), match.end() + 3);
        i++) {
      if (sentence.category(i) == Category.PTS) {
        return true;
      }
    }
    return false;
  }

  /** "added 630,000 customers", "laid off 1,000": no share moves that far in bare points. */
  private boolean counts(int value) {
    Figure figure = Figure.of(sentence, value);
    return figure != null && figure.value().compareTo(BigDecimal.valueOf(1000)) >= 0;
  }

  private @Nullable ClaimKind kind(Match match, Subject subject, @Nullable TimeExpression period) {
    if (subject.kind() == Kind.COMMODITY) {
      return ClaimKind.COMMODITY;
    }
    if (subject.kind() == Kind.YIELD) {
      return ClaimKind.YIELD;
    }
    if (!subject.trades()) {
      return null;
    }
    FoundAmount amount = sentence.amount(match.value());
    Chunk anchor = sentence.get(match.anchor() < 0 ? match.value() : match.anchor());
    Amount.Type type = amount == null ? null : amount.type();
    boolean index =
        subject.kind() == Kind.INDEX
            || (subject.kind() == Kind.STOCK && subject.name() == null && pointsNear(match));
    if (type == Amount.Type.PERCENT || sentence.category(match.value()) == Category.FLAT) {
      if (period != null) {
        return ClaimKind.PERIOD_RETURN;
      }
      boolean peak =
          anchor.has("peak")
              || match.rule().is(Rule.Flag.RUNNING)
              || (amount != null && amount.hedge() == Hedge.AS_MUCH_AS)
              || running(match);
      if (peak) {
        return ClaimKind.PEAK_MOVE_PCT;
      }
      return index ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
    }
    if (period != null) {
      return null;
    }
    if (type == Amount.Type.MONEY) {
      boolean small = amount != null && !sentence.isLargeSum(match.value());
      if (index) {
        return sentence.language().indicesInMoney() ? ClaimKind.INDEX_MOVE_PTS : null;
      }
      return small ? ClaimKind.MOVE_ABS : null;
    }
    if (subject.kind() == Kind.CURRENCY || (!index && counts(match.value()))) {
      return null;
    }
    return index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
  }
}
