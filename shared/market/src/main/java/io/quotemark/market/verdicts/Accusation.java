package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim that the tape does not bear out, and what it was held against.
 *
 * @param question the listing's bars and the session; null where the text alone was looked at
 * @param stated whether the words, or the publication alone, say which session is meant
 * @param anchored whether another claim of the statement agrees with that session
 * @param close whether it is worded as the close, was printed after it and lies near it
 * @param anyway whether it needs no session: a sum, or a return that no session of the week comes
 *     near
 */
public record Accusation(
    Claim claim,
    @Nullable Question question,
    boolean stated,
    boolean anchored,
    boolean close,
    boolean anyway) {
  /** A claim further than this from the day's price speaks of something else (rule 11). */
  private static final BigDecimal SAME_PRICE = new BigDecimal("30");

  /**
   * @param asked null where the text alone was looked at
   * @param common the session of the whole statement, where its claims share one
   */
  static Accusation of(
      Claim claim, @Nullable Asked asked, Optional<LocalDate> common, boolean anchored) {
    Answer answer = asked == null ? null : asked.answer(common).orElse(null);
    if (answer != null && answer.question().bearOut()) {
      return new Accusation(claim, answer.question(), false, false, false, false);
    }
    return asked == null || answer == null
        ? new Accusation(claim, null, false, anchored, false, true)
        : new Accusation(
            claim,
            answer.question(),
            asked.sessions().stated(),
            anchored,
            closeOfTheDay(answer.question()),
            RunningReturn.isFarOff(answer.question(), answer.check()));
  }

  /**
   * Whether it is clear enough to accuse anybody which session is meant, and which market's price.
   */
  public boolean isClear() {
    return stated || anchored || close || anyway;
  }

  /** Worded as the close, printed after one, and near it: nobody means another day. */
  private static boolean closeOfTheDay(Question q) {
    if (!q.wordedAsClose() || !q.afterClose() || q.publication().at() == null) {
      return false;
    }
    return q.printed()
        .filter(p ->
            q.claim().kind() == ClaimKind.PRICE_LEVEL || q.claim().kind() == ClaimKind.INDEX_LEVEL)
        .map(p -> Percent.move(q.bar().close(), p.value()).abs().compareTo(SAME_PRICE) <= 0)
        .orElse(true);
  }
}
