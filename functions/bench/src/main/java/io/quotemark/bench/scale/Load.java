package io.quotemark.bench.scale;

import java.util.List;

/**
 * How many articles come when.
 *
 * @param newsADay news of a day, spread evenly but for the bursts
 * @param bursts times at which the rate of the news is higher
 * @param hot the share of the news that is about one issuer
 * @param archive archived articles, put within {@link #HOURS_OF_AN_ARCHIVE} hours
 */
record Load(double newsADay, List<Burst> bursts, double hot, double archive) {
  /** How long the command that puts an archive takes for it. */
  static final int HOURS_OF_AN_ARCHIVE = 6;

  /** From one moment to another, in microseconds, so many times the ordinary rate. */
  record Burst(long from, long to, double times) {}

  static Load steady(double newsADay) {
    return new Load(newsADay, List.of(), 0, 0);
  }

  Load withArchive(double articles) {
    return new Load(newsADay, bursts, hot, articles);
  }

  /** News a second at a moment of the first day; none after it. */
  double news(long at) {
    if (at >= Timeline.DAY) {
      return 0;
    }
    double rate = newsADay / (Timeline.DAY / Timeline.SECOND);
    for (Burst burst : bursts) {
      if (at >= burst.from() && at < burst.to()) {
        rate *= burst.times();
      }
    }
    return rate;
  }

  /** Archived articles a second at a moment. */
  double archive(long at) {
    double seconds = HOURS_OF_AN_ARCHIVE * Timeline.HOUR / (double) Timeline.SECOND;
    return at >= HOURS_OF_AN_ARCHIVE * Timeline.HOUR ? 0 : archive / seconds;
  }
}
