package io.quotemark.fetch;

import io.quotemark.fetch.feeds.FeedsFile;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A scheduled run over the feeds of the operator's list. */
final class FeedRun {
  private final @Nullable String list;
  private final Function<String, Optional<byte[]>> objects;
  private final Supplier<FeedVisit.Means> means;
  private final JsonLog log;

  /**
   * @param list key of the list, null where no feed is fetched
   * @param objects of the bucket, by their keys
   * @param means of one run
   */
  FeedRun(
      @Nullable String list,
      Function<String, Optional<byte[]>> objects,
      Supplier<FeedVisit.Means> means,
      JsonLog log) {
    this.list = list;
    this.objects = objects;
    this.means = means;
    this.log = log;
  }

  void run(BooleanSupplier timeLeft) {
    if (list == null) {
      log.info("feeds_off");
      return;
    }
    Optional<byte[]> text = objects.apply(list);
    if (text.isEmpty()) {
      log.warn("feeds_missing", "key", list);
      return;
    }
    FeedsFile file = FeedsFile.parse(new String(text.get(), StandardCharsets.UTF_8));
    file.problems().forEach(problem -> log.warn("feeds_line", "key", list, "problem", problem));
    FeedVisit.Means shared = means.get();
    List<FeedVisit> visits = new ArrayList<>();
    for (FeedsFile.Feed feed : file.feeds()) {
      FeedVisit visit = new FeedVisit(shared, feed);
      if (visit.isDue()) {
        visits.add(visit);
        visit.begin();
      }
    }
    try {
      shared.agenda().run(timeLeft);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run over the feeds was stopped", stopped);
    }
    int fetched = 0;
    int failed = 0;
    for (FeedVisit visit : visits) {
      fetched += visit.fetched();
      if (visit.state().failures() > 0) {
        failed++;
        log.warn(
            "feed_failed",
            "feed",
            visit.state().address(),
            "failures",
            visit.state().failures(),
            "outcome",
            visit.state().outcome());
      }
    }
    log.measured(
        "feeds_asked",
        List.of(
            Metric.count("FeedsAsked", visits.size()),
            Metric.count("FeedsFailed", failed),
            Metric.count("PagesFetched", fetched)),
        "feeds",
        file.feeds().size(),
        "asked",
        visits.size(),
        "failed",
        failed,
        "pages",
        fetched);
  }
}
