package io.quotemark.market.verdicts;

import io.quotemark.domain.Claim;
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

  /**
   * Whether it is clear enough to accuse anybody which session is meant, and which market's price.
   */
  public boolean isClear() {
    return stated || anchored || close || anyway;
  }
}
