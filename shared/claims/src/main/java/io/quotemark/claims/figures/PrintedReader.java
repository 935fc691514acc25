package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import org.jspecify.annotations.Nullable;

/** What a sentence prints that needs no price to be decided. */
final class PrintedReader {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  PrintedReader(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "Alibaba (NYSE: BABA)". */
  @Nullable Figure tag(Match match) {
    Mention name = sentence.name(match.value());
    return name == null || name.tag() == null ? null : new Figure.Tag(match, name, name.tag());
  }

  /** "on Tuesday, May 16": both the day of the week and the date. */
  @Nullable Figure sessionDate(Match match) {
    TimeExpression time = sentence.time(match.value());
    return time != null
            && time.weekday() != null
            && time.session() instanceof SessionWords.OnDate on
        ? new Figure.SessionDate(match, on.date())
        : null;
  }
}
