package io.quotemark.domain.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A price statement of an answer, with what may be cited in its place.
 *
 * @param cited null where no price in store decides
 * @param origin of a contradicted or doubtful figure; null where none is unique
 * @param correction the figure's place in the text with the right figure; null where the statement
 *     is not contradicted, or its words would have to change too
 */
public record AnswerFinding(
    CheckedClaim claim,
    Standing standing,
    @Nullable CitedValue cited,
    @Nullable Origin origin,
    @Nullable Correction correction) {
  /** What prices say of a statement, in the words of those who check answers. */
  public enum Standing {
    SUPPORTED,
    CONTRADICTED,
    DOUBTFUL,
    /** Nothing in store decides it, or the session is not over. */
    UNSUPPORTED;

    /** Null for a statement that is about no price of a session: a target, a dividend. */
    public static @Nullable Standing of(Verdict.Outcome outcome) {
      return switch (outcome) {
        case VERIFIED, VERIFIED_LOOSE -> SUPPORTED;
        case CONTRADICTED -> CONTRADICTED;
        case DOUBTFUL -> DOUBTFUL;
        case UNVERIFIABLE, PENDING -> UNSUPPORTED;
        case NOT_CHECKABLE -> null;
      };
    }
  }

  /**
   * @param start code points of the text before the figure
   * @param end code points of the text before what follows it
   * @param text the right figure, printed as the wrong one is
   */
  public record Correction(int start, int end, String text) {}
}
