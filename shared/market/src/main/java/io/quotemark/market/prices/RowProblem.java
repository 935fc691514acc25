package io.quotemark.market.prices;

/**
 * What a reader of a price file should know about one line of it.
 *
 * @param line 1-based line of the file, 0 where the whole file is meant
 */
public record RowProblem(String file, long line, Effect effect, String reason) {
  public enum Effect {
    /** Nothing was dropped; what was assumed, and why. */
    NOTE,
    ROW_DROPPED,
    /** No bar of the file (or of one listing in it) was taken. */
    REFUSED
  }

  static RowProblem note(String file, String reason) {
    return new RowProblem(file, 0, Effect.NOTE, reason);
  }

  static RowProblem dropped(String file, long line, String reason) {
    return new RowProblem(file, line, Effect.ROW_DROPPED, reason);
  }

  static RowProblem refused(String file, String reason) {
    return new RowProblem(file, 0, Effect.REFUSED, reason);
  }

  /** {@code 9988.HK.csv:17: high 1.0 is below low 2.0}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + reason;
  }
}
