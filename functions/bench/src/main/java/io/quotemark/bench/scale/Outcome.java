package io.quotemark.bench.scale;

import java.util.List;

/**
 * What became of a load. Times are microseconds, shares are 1 for full use.
 *
 * @param lost documents that neither are stored nor wait nor are dead letters
 * @param oldest the longest that a visible message of the news had waited, as the alarms see it
 * @param throttled calls that the table refused, each asked again
 * @param limits how near each part came to what it can take, in its busiest minute
 * @param minutes what a chart shows, minute by minute
 */
record Outcome(
    Scenario scenario,
    long uploaded,
    long done,
    long waiting,
    long deadLetters,
    long lost,
    long oldest,
    long newsMedian,
    long newsWorst,
    long archiveWorst,
    long throttled,
    long coldStarts,
    Costs costs,
    List<Limit> limits,
    List<Minute> minutes) {

  /**
   * A part of the stack that has a limit.
   *
   * @param parameter what moves it
   * @param use its use in its busiest minute
   */
  record Limit(String part, String parameter, double use) {}

  /**
   * Documents a second that came and were stored, messages that waited and the age of the oldest in
   * seconds.
   */
  record Minute(double came, double stored, long waiting, double age) {}

  double costOfAMillion() {
    return done == 0 ? 0 : costs.total() / done * 1e6;
  }

  /** The part that came nearest to its limit. */
  Limit first() {
    Limit first = limits.getFirst();
    for (Limit limit : limits) {
      if (limit.use() > first.use()) {
        first = limit;
      }
    }
    return first;
  }
}
