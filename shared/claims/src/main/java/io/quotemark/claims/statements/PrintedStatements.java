package io.quotemark.claims.statements;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text prints that needs no price to be decided: tags, and dates of sessions. */
final class PrintedStatements {
  private final Sentence sentence;
  private final Drafting drafting;

  PrintedStatements(Sentence sentence, Drafting drafting) {
    this.sentence = sentence;
    this.drafting = drafting;
  }

  /** A tag says that the company bears that ticker on that exchange. */
  Draft tag(Figure.Tag tag, Subject subject) {
    ClaimBuilder claim =
        drafting
            .printed(ClaimKind.LISTING_TAG, tag.match(), tag.tag().from(), tag.tag().to())
            .tagged(tag.tag().said());
    return drafting.draft(claim, ClaimKind.LISTING_TAG, subject, sentence, tag.match());
  }

  /**
   * Of the session that another statement of the sentence is of; a date of anything else is no
   * claim.
   *
   * @param drafts the other statements of the sentence
   */
  @Nullable Draft sessionDate(Figure.SessionDate date, List<Draft> drafts) {
    Subject subject = trading(new SessionWords.OnDate(date.date()), drafts);
    if (subject == null) {
      return null;
    }
    Match match = date.match();
    ClaimBuilder claim =
        drafting
            .claim(ClaimKind.SESSION_DATE, sentence, match, match.value(), match.value())
            .session(new SessionWords.OnDate(date.date()));
    return drafting.draft(claim, ClaimKind.SESSION_DATE, subject, sentence, match);
  }

  private static @Nullable Subject trading(SessionWords session, List<Draft> drafts) {
    for (Draft draft : drafts) {
      Claim claim = draft.claim().build();
      if (draft.subject().trades() && claim.kind().checkable() && claim.session().equals(session)) {
        return draft.subject();
      }
    }
    return null;
  }
}
