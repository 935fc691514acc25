package io.quotemark.claims.statements;

import io.quotemark.claims.attachment.Attachments;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Window;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Highs and lows, biggest moves, moves in a row. */
final class ExtremeStatements {
  private final Sentence sentence;
  private final Attachments attachments;
  private final Drafting drafting;

  ExtremeStatements(Sentence sentence, Attachments attachments, Drafting drafting) {
    this.sentence = sentence;
    this.attachments = attachments;
    this.drafting = drafting;
  }

  /** A claim whose words are those of the match. */
  private ClaimBuilder claim(ClaimKind kind, Match match) {
    return drafting.claim(kind, sentence, match, match.start(), match.end() - 1);
  }

  @Nullable Draft extreme(Figure.Extreme extreme, Subject subject) {
    // a company's own record needs a word of the market beside it
    boolean other = subject.kind() == Subject.Kind.COMPANY && !extreme.priced();
    if (!subject.trades() || other) {
      return null;
    }
    ClaimBuilder claim =
        claim(ClaimKind.EXTREME, extreme.match())
            .direction(extreme.direction())
            .since(extreme.since())
            .window(extreme.window())
            .over(extreme.over())
            .rank(extreme.rank())
            .field(extreme.field())
            .session(attachments.session(extreme, subject));
    Subject quoted = attachments.inPair(subject, null);
    return drafting.draft(claim, ClaimKind.EXTREME, quoted, sentence, extreme.match());
  }

  @Nullable Draft largestMove(Figure.LargestMove move, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    ClaimBuilder claim =
        claim(ClaimKind.EXTREME_MOVE, move.match())
            .direction(move.direction())
            .session(attachments.session(move, subject));
    if (move.ranked()) {
      TimeExpression compared = move.compared();
      claim
          .since(compared.since())
          .window(compared.since() == null ? compared.window() : null)
          .over(move.over());
    }
    return drafting.draft(claim, ClaimKind.EXTREME_MOVE, subject, sentence, move.match());
  }

  @Nullable Draft rank(Figure.Rank rank, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    TimeExpression compared = rank.compared();
    ClaimBuilder claim =
        claim(ClaimKind.RANK, rank.match())
            .value(BigDecimal.valueOf(rank.count()), BigDecimal.ONE)
            .direction(rank.direction())
            .session(attachments.session(rank, subject));
    if (compared != null) {
      claim.since(compared.since()).window(compared.since() == null ? compared.window() : null);
    }
    return drafting.draft(claim, ClaimKind.RANK, subject, sentence, rank.match());
  }

  @Nullable Draft streak(Figure.Streak streak, Subject subject) {
    // "the team had five losses in a row": words alone make no streak of a price
    boolean spelled = sentence.category(streak.match().value()) == Category.WORD;
    if (!subject.trades() && (spelled || !subject.isNobody())) {
      return null;
    }
    boolean sessions = streak.unit() == Window.Unit.D;
    ClaimBuilder claim =
        claim(ClaimKind.STREAK, streak.match())
            .value(BigDecimal.valueOf(streak.count()), BigDecimal.ONE)
            .direction(streak.direction())
            .ended(streak.ended())
            .window(sessions ? null : new Window.Last(streak.count(), streak.unit()))
            .session(attachments.session(streak, subject));
    return drafting.draft(claim, ClaimKind.STREAK, subject, sentence, streak.match());
  }
}
