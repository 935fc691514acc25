package io.quotemark.refresh;

import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.storage.articles.ArticleIndex.Page;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.prices.Bookmarks;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * After a release with other rules or another master, checks all stored articles again, newest
 * first and once each. A run queues a bounded number and the next goes on where it ended; a crash
 * queues the last page twice, which does no harm.
 */
final class ReleaseRecheck {
  private static final int MOST_PAGES = 200;

  private final String release;
  private final Articles articles;
  private final Bookmarks bookmarks;
  private final Consumer<List<byte[]>> queue;
  private final JsonLog log;

  /** The stored articles, newest first, a page at a time. */
  @FunctionalInterface
  interface Articles {
    Page<Summary> after(@Nullable String cursor);
  }

  /**
   * @param release what checks of now are stamped with
   */
  ReleaseRecheck(
      String release,
      Articles articles,
      Bookmarks bookmarks,
      Consumer<List<byte[]>> queue,
      JsonLog log) {
    this.release = release;
    this.articles = articles;
    this.bookmarks = bookmarks;
    this.queue = queue;
    this.log = log;
  }

  /**
   * @param timeLeft whether another page may be begun
   */
  void run(BooleanSupplier timeLeft) {
    Bookmarks.Release mark =
        bookmarks
            .release()
            .filter(m -> m.release().equals(release))
            .orElse(Bookmarks.Release.start(release));
    long before = mark.queued();
    for (int page = 0; page < MOST_PAGES && !mark.done() && timeLeft.getAsBoolean(); page++) {
      Page<Summary> next = articles.after(mark.after());
      queue.accept(
          next.items().stream()
              .map(article ->
                  new ArticleMessage.Recheck(article.id(), "release " + release).toJson())
              .toList());
      mark =
          new Bookmarks.Release(
              release, next.next(), mark.queued() + next.items().size(), next.next() == null);
      bookmarks.write(mark);
    }
    if (mark.queued() > before) {
      log.measured(
          "release_rechecked",
          List.of(Metric.count("RechecksQueued", mark.queued() - before)),
          "release",
          release,
          "queued",
          mark.queued(),
          "done",
          mark.done());
    }
  }
}
