package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.Attachments;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Moves of one session and returns over longer stretches. */
final class MoveStatements {
  private final Sentence sentence;
  private final Attachments attachments;
  private final Drafting drafting;

  MoveStatements(Sentence sentence, Attachments attachments, Drafting drafting) {
    this.sentence = sentence;
    this.attachments = attachments;
    this.drafting = drafting;
  }

  @Nullable Draft move(Figure.Move move, Subject about) {
    Match match = move.match();
    Subject subject = attachments.inPair(about, quote(match.value()));
    boolean unknown = subject.kind() == Kind.COMPANY && subject.issuer() == null;
    boolean flat = move.direction() == Direction.FLAT;
    if ((match.rule().is(Rule.Flag.KNOWN_COMPANY) && unknown) || (flat && !isFlat(move, subject))) {
      return null;
    }
    TimeExpression period = attachments.window(move, subject);
    ClaimKind kind = kind(move, subject, period);
    if (kind == null || isReport(move, subject)) {
      return null;
    }
    FoundAmount amount = move.amount();
    ClaimBuilder claim =
        drafting
            .figure(kind, sentence, match)
            .value(move.signed(), move.step())
            .direction(move.direction())
            .hedge(amount == null ? null : amount.hedge())
            .session(attachments.session(move, subject));
    if (kind == ClaimKind.MOVE_ABS) {
      claim.currency(currency(move), amount == null ? null : amount.unit());
    }
    if (kind == ClaimKind.PERIOD_RETURN && period != null) {
      claim.window(period.window());
    }
    PriceField field = field(move, kind, subject);
    if (field != null) {
      claim.field(field);
    }
    return drafting.draft(claim, kind, quoted(subject), sentence, match);
  }

  /** A currency that its words name with another one is that pair: "欧元兑美元". */
  private Subject quoted(Subject subject) {
    return subject.kind() == Kind.CURRENCY && subject.issuer() == null
        ? attachments.quoted(subject, attachments.pair(subject, null))
        : subject;
  }

  /** The currency of the rate beside a move: "fell 0.15 percent to 93.07 yen"; else null. */
  private @Nullable String quote(int value) {
    boolean behind =
        sentence.category(value + 1) == Category.TO || sentence.category(value + 1) == Category.AT;
    boolean before = sentence.category(value - 2) == Category.COMMA;
    int at = behind ? value + 2 : before ? value - 3 : -1;
    FoundAmount amount = sentence.category(at) == Category.MONEY ? sentence.amount(at) : null;
    return amount == null ? null : amount.currency();
  }

  /** The hours it was traded in; null for the session. */
  private @Nullable PriceField field(Figure.Move move, ClaimKind kind, Subject subject) {
    // "it rose to $48 after hours. The shares are down 8 percent this year": to the close
    PriceField hours =
        kind == ClaimKind.PERIOD_RETURN
            ? attachments.hoursSaid(move.match())
            : attachments.hours(move.match(), subject);
    if (hours == PriceField.PRE || hours == PriceField.POST || hours == PriceField.OPEN) {
      return hours;
    }
    if (move.opening()) {
      return PriceField.OPEN;
    }
    boolean ofSession =
        switch (kind) {
          case MOVE_PCT, MOVE_ABS, INDEX_MOVE_PCT, INDEX_MOVE_PTS -> true;
          default -> false;
        };
    return ofSession && attachments.edge(move.match()) == PriceField.CLOSE
        ? PriceField.CLOSE
        : null;
  }

  /** "little changed" is no figure; over a stretch said it is close enough to none. */
  private boolean isFlat(Figure.Move move, Subject subject) {
    boolean stretch = subject.trades() && attachments.window(move, subject) != null;
    return stretch
        && subject.name() != null
        && sentence.category(move.match().value() - 1) != Category.TO;
  }

  /** "X was up 9 percent from the same period": sales or profits, where no share is spoken of. */
  private static boolean isReport(Figure.Move move, Subject subject) {
    return switch (subject.kind()) {
      case STOCK, CURRENCY -> false;
      case COMPANY -> move.comparesPeriods() || move.comparesYears();
      case INDEX, COMMODITY, YIELD, WORTH, OTHER -> move.comparesPeriods();
    };
  }

  /** A move in bare points is in dollars; a sum whose currency nobody tells stays without. */
  private static @Nullable String currency(Figure.Move move) {
    FoundAmount amount = move.amount();
    return amount == null || !amount.isMoney() ? "USD" : amount.currency();
  }

  private @Nullable ClaimKind kind(
      Figure.Move move, Subject subject, @Nullable TimeExpression period) {
    if (subject.kind() == Kind.COMMODITY) {
      return ClaimKind.COMMODITY;
    }
    if (subject.kind() == Kind.YIELD) {
      return ClaimKind.YIELD;
    }
    if (!subject.trades()) {
      return null;
    }
    if (period != null) {
      return move.unit() == Figure.Move.Unit.PERCENT ? ClaimKind.PERIOD_RETURN : null;
    }
    boolean index =
        subject.kind() == Kind.INDEX
            || (subject.kind() == Kind.STOCK && subject.name() == null && move.nearPoints());
    return switch (move.unit()) {
      case PERCENT -> percent(move, index);
      case MONEY -> money(move, index);
      case POINTS -> points(move, subject, index);
    };
  }

  private static ClaimKind percent(Figure.Move move, boolean index) {
    if (move.peak()) {
      return ClaimKind.PEAK_MOVE_PCT;
    }
    return index ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
  }

  private @Nullable ClaimKind money(Figure.Move move, boolean index) {
    if (index) {
      return sentence.language().indicesInMoney() ? ClaimKind.INDEX_MOVE_PTS : null;
    }
    return sentence.isLargeSum(move.match().value()) ? null : ClaimKind.MOVE_ABS;
  }

  private static @Nullable ClaimKind points(Figure.Move move, Subject subject, boolean index) {
    if (subject.kind() == Kind.CURRENCY || (!index && move.counts())) {
      return null;
    }
    return index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
  }

  /** "doubled", "lost a third": about so many percent. */
  @Nullable Draft multiple(Figure.Multiple multiple, Subject subject) {
    TimeExpression period = attachments.window(multiple, subject);
    SessionWords session = attachments.session(multiple, subject);
    BigDecimal percent = multiple.percent();
    Direction direction = multiple.direction();
    boolean open = period == null && session instanceof SessionWords.Unstated;
    if (!subject.trades()
        || percent == null
        || direction == null
        || multiple.ofAnother()
        || open) { // over which stretch nobody tells
      return null;
    }
    ClaimKind kind =
        period != null
            ? ClaimKind.PERIOD_RETURN
            : subject.kind() == Kind.INDEX ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
    ClaimBuilder claim =
        drafting
            .figure(kind, sentence, multiple.match())
            .value(direction == Direction.DOWN ? percent.negate() : percent, BigDecimal.TEN)
            .hedge(multiple.over() ? Hedge.OVER : Hedge.ABOUT)
            .direction(direction)
            .session(session);
    if (period != null) {
      claim.window(period.window());
    }
    return drafting.draft(claim, kind, subject, sentence, multiple.match());
  }

  /** Limit-up or limit-down without a figure. */
  Draft limit(Figure.Limit limit, Subject subject) {
    ClaimBuilder claim =
        drafting
            .figure(ClaimKind.MOVE_PCT, sentence, limit.match())
            .limit(true)
            .direction(limit.direction())
            .session(attachments.session(limit, subject));
    return drafting.draft(claim, ClaimKind.MOVE_PCT, subject, sentence, limit.match());
  }
}
