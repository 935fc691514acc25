package io.quotemark.claims.statements;

import io.quotemark.claims.attachment.Elsewhere;
import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
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
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final TimeAttachment context;
  private final Drafting drafting;
  private final Elsewhere elsewhere;

  Extremes(
      Sentence sentence, SubjectResolution subjects, TimeAttachment context, Drafting drafting) {
    this.sentence = sentence;
    this.subjects = subjects;
    this.context = context;
    this.drafting = drafting;
    this.elsewhere = new Elsewhere(sentence);
  }

  @Nullable Draft extreme(Match match) {
    int before =
        sentence.category(match.start() - 1) == Category.ITS
            ? match.start() - 2
            : match.start() - 1;
    boolean below =
        sentence.category(before) == Category.CROSS
            && sentence.category(before - 1) == Category.PCT;
    if (sentence.category(before) == Category.FROM || below) {
      // "up 50% from a 52-week low": a point of reference, not today's
      return null;
    }
    TimeExpression since = sentence.time(match.start());
    boolean event =
        since != null
            && (since.openSince() || (!sentence.caseless() && since.since() != null))
            && sentence.category(match.start() + 1) == Category.PEAK;
    if (event
        || standing(sentence, match.start(), match.end())
        || elsewhere.holds(match.start(), match.end())) {
      return null;
    }
    Subject subject = subject(match);
    if (!subject.trades() || (subject.kind() == Kind.COMPANY && !priced(match))) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.EXTREME, sentence, match, match.start(), match.end() - 1)
            .direction(direction(match))
            .over(lately(match))
            .session(session(match));
    if (!stretch(match, claim)) {
      return null;
    }
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.ORDINAL) {
        claim.rank(chunk.number());
      }
      PriceField field = chunk.field();
      if (field != null) {
        claim.field(field);
      }
    }
    return drafting.draft(claim, ClaimKind.EXTREME, subject, sentence, match);
  }

  private @Nullable Window lately(Match match) {
    return switch (sentence.category(match.value())) {
      case PEAK, TRADE, RECORDPEAK -> elsewhere.lately(match.end());
      default -> null;
    };
  }

  private SessionWords session(Match match) {
    boolean unseen = sentence.category(match.value()) == Category.UNSEEN;
    // the day a level was last seen is not the day it is seen again
    SessionWords around =
        unseen ? SessionWords.Unstated.UNSTATED : context.session(match.start(), match.end() - 1);
    return around instanceof SessionWords.Unstated ? context.asideTo(match.start()) : around;
  }

  /**
   * "X has a 52-week low of $20 and a high of $30": figures that stand beside a share all year; no
   * verb says that it is there today.
   */
  static boolean standing(Sentence sentence, int start, int end) {
    boolean span = false;
    for (int i = start; i < end; i++) {
      span |= sentence.category(i) == Category.SPAN;
    }
    int next =
        switch (sentence.category(end)) {
          case OF, AT, COLON -> end + 1;
          default -> end;
        };
    if (!span || !sentence.category(next).isAmount()) {
      return false;
    }
    if (sentence.isBehind(start, WordGroup.HAVE)) {
      return true;
    }
    for (int i = start - 1; i >= 0; i--) {
      switch (sentence.category(i)) {
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

  private Subject subject(Match match) {
    int behind = match.end();
    if (sentence.category(behind) == Category.IN || sentence.category(behind) == Category.OF) {
      // "a record high in crude": what follows says it.
      Category next = sentence.category(behind + 1);
      if (next == Category.COMMODITY || next == Category.YIELD || next == Category.METRIC) {
        return Subject.NOBODY;
      }
      if (sentence.category(behind) == Category.OF
          && next == Category.MONEY
          && sentence.isLargeSum(behind + 1)) {
        return Subject.NOBODY;
      }
    }
    return subjects.loosely(match.start());
  }

  /** A company's own record needs a word of the market beside it. */
  private boolean priced(Match match) {
    for (int i = 0; i < sentence.size(); i++) {
      switch (sentence.category(i)) {
        case STOCK, PRICE, TRADE -> {
          return true;
        }
        case MOTION -> {
          // "X tumbled 12%, hitting a 10-month low"
          boolean figure = sentence.category(i + 1) == Category.PCT;
          boolean level =
              sentence.category(i + 1) == Category.TO && sentence.category(i + 2) == Category.MONEY;
          if (i < match.start() && (figure || (level && !sentence.isLargeSum(i + 2)))) {
            return true;
          }
        }
        default -> {
          // look on
        }
      }
    }
    int next = match.end();
    if (sentence.category(next) == Category.OF || sentence.category(next) == Category.AT) {
      next++;
    }
    if (sentence.category(next) == Category.MONEY && !sentence.isLargeSum(next)) {
      return true;
    }
    Chunk chunk = sentence.get(match.value());
    return chunk.field() != null;
  }

  private Direction direction(Match match) {
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.HIGHEST
          || chunk.category() == Category.PEAK
          || chunk.category() == Category.RECORDPEAK) {
        if (chunk.has("low")) {
          return Direction.LOW;
        }
        if (chunk.has("high")) {
          return Direction.HIGH;
        }
      }
    }
    if (sentence.category(match.value()) == Category.UNSEEN) {
      for (int i = match.start() - 1; i >= 0; i--) {
        Direction direction = sentence.get(i).direction();
        if (direction != null) {
          return direction == Direction.DOWN ? Direction.LOW : Direction.HIGH;
        }
      }
    }
    return Direction.HIGH;
  }

  /** Writes since or window into the claim; false where the hit has neither. */
  private boolean stretch(Match match, Claim.Builder claim) {
    boolean record = false;
    TimeExpression time = null;
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      record |= chunk.category() == Category.RECORD || chunk.category() == Category.RECORDPEAK;
      time = chunk instanceof Chunk.Time said ? said.time() : time;
    }
    if (time == null && !record) {
      return false;
    }
    if (time != null && time.since() != null) {
      claim.since(time.since());
      return true;
    }
    if (time != null
        && sentence.category(match.value()) == Category.UNSEEN
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
