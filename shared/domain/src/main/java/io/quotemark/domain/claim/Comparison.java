package io.quotemark.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * The earlier prices that a statement compares with.
 *
 * @param since date of "highest since …"
 * @param window what the move or the extreme is over: a week, the year so far
 * @param over the stretch a statement is of that is not of one session: a week in "worst week in
 *     two years" and in "hit a record low last week"; else null
 * @param rank 2 for "second-highest"
 * @param ended a streak that was snapped, or a peak that was pared
 */
public record Comparison(
    @Nullable PartialDate since,
    @Nullable Window window,
    @Nullable Window over,
    @Nullable Integer rank,
    boolean ended) {
  /** With none. */
  public static final Comparison NONE = new Comparison(null, null, null, null, false);
}
