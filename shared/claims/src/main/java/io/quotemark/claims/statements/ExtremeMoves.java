package io.quotemark.claims.statements;

import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
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
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final TimeAttachment context;
  private final Drafting drafting;

  ExtremeMoves(
      Sentence sentence, SubjectResolution subjects, TimeAttachment context, Drafting drafting) {
    this.sentence = sentence;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
  }

  /** The stretch a move is the biggest of: behind it in most languages, before it in some. */
  private @Nullable TimeExpression compared(Match match) {
    TimeExpression time = null;
    for (int i = match.start(); i < match.end(); i++) {
      TimeExpression here = sentence.time(i);
      boolean stretch = here != null && here.session() == null && here.isPeriod();
      time = stretch ? here : time;
    }
    return time;
  }

  @Nullable Draft extremeMove(Match match) {
    Subject subject =
        match.anchor() < 0 ? subjects.loosely(match.start()) : subjects.of(match.anchor());
    for (int i = match.value(); i < match.end(); i++) {
      switch (sentence.category(i)) {
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
    for (int i = match.value(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      boolean moves = chunk.category() == Category.MOVE || chunk.category() == Category.MOTION;
      // "best day" and "worst week" say the direction themselves
      if ((moves || i == match.value()) && chunk.direction() != null) {
        direction = chunk.direction();
      }
    }
    if (direction == null && match.anchor() >= 0) {
      direction = sentence.get(match.anchor()).direction();
    }
    TimeExpression time = compared(match);
    boolean ever = sentence.category(match.end() - 1) == Category.RECORD;
    for (int i = match.value(); i < match.end(); i++) {
      ever |= sentence.category(i) == Category.RECORD;
    }
    ever |= sentence.get(match.value()).has("ever");
    if (match.rule().is(Rule.Flag.EVER) && !ever) {
      return null;
    }
    if (direction == null || (time == null && !ever)) {
      return null;
    }
    if (time == null || ever) {
      time = TimeExpression.ever(sentence.get(match.end() - 1).to());
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.EXTREME_MOVE, sentence, match, match.start(), match.end() - 1)
            .direction(direction)
            .session(session(match));
    if (!unranked(match)) {
      claim
          .since(time.since())
          .window(time.since() == null ? time.window() : null)
          .over(over(match));
    }
    return drafting.draft(claim, ClaimKind.EXTREME_MOVE, subject, sentence, match);
  }

  private SessionWords session(Match match) {
    SessionWords around = context.session(match.start(), match.value(), match.end());
    return around instanceof SessionWords.Unstated ? context.asideTo(match.start()) : around;
  }

  /** "its biggest point drop ever", "its best run in a year": nothing that a stretch ranks. */
  private boolean unranked(Match match) {
    for (int i = match.value(); i < match.end(); i++) {
      if (sentence.get(i).has("points") || sentence.get(i).has("run")) {
        return true;
      }
    }
    return false;
  }

  /** The stretch whose moves are compared: a week in "worst week"; null for one session. */
  private @Nullable Window over(Match match) {
    for (int i = match.value(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      String over = chunk.mark("over");
      if (over != null) {
        return Window.parse(over);
      }
      // "its biggest one-month slump in …", "its best two-day rally in …"
      TimeExpression span =
          chunk.category() == Category.SPAN && i > match.value() ? sentence.time(i) : null;
      Category next = sentence.category(i + 1);
      if (span != null && isLong(span) && (next == Category.MOVE || next == Category.MOTION)) {
        return span.window();
      }
    }
    TimeExpression around = asideTo(match.start() - 1);
    return around != null && isLong(around) ? around.window() : null;
  }

  /**
   * The stretch of the move that the phrase is an aside to: "up 13 percent this year, its best".
   */
  private @Nullable TimeExpression asideTo(int last) {
    for (int i = last; i >= 0; i--) {
      switch (sentence.category(i)) {
        case TIME -> {
          return sentence.time(i);
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
