package io.quotemark.refresh;

import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.prices.Bookmarks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents of the inbox that no record tells of, because their notification was lost, and
 * queues them. A run looks at a bounded number of objects and the next goes on where it ended, so
 * that its cost does not grow with the inbox. What it queues has the least sequencer there is, so
 * that it never displaces what an event wrote.
 */
final class Sweep {
  /** A thousand objects each. */
  private static final int MOST_PAGES = 20;

  /** Younger documents may still be on their way. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final Inbox inbox;
  private final String bucket;
  private final Records records;
  private final Bookmarks bookmarks;
  private final Consumer<List<byte[]>> uploads;
  private final Clock clock;
  private final JsonLog log;

  /** Those of the keys that something is recorded of. */
  @FunctionalInterface
  interface Records {
    Set<String> of(Collection<String> keys);
  }

  /**
   * What to sweep.
   *
   * @param run names this run in the bookmark
   * @param fromTheStart whether to begin anew rather than where the last run ended
   * @param grace how old a document must be
   */
  record Order(String run, boolean fromTheStart, Duration grace) {
    static Order scheduled(String run) {
      return new Order(run, false, GRACE);
    }
  }

  /** The documents there are, by key, a page at a time. */
  @FunctionalInterface
  interface Inbox {
    Bucket.Listing after(@Nullable String key);
  }

  /**
   * @param bucket its name, as notifications give it
   */
  Sweep(
      Inbox inbox,
      String bucket,
      Records records,
      Bookmarks bookmarks,
      Consumer<List<byte[]>> uploads,
      Clock clock,
      JsonLog log) {
    this.inbox = inbox;
    this.bucket = bucket;
    this.records = records;
    this.bookmarks = bookmarks;
    this.uploads = uploads;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @param timeLeft whether another page may be begun
   */
  void run(Order order, BooleanSupplier timeLeft) {
    Instant latest = clock.instant().minus(order.grace());
    @Nullable String after =
        order.fromTheStart() ? null : bookmarks.sweep().map(Bookmarks.Sweep::after).orElse(null);
    long seen = 0;
    long requeued = 0;
    int pages = 0;
    do {
      Bucket.Listing page = inbox.after(after);
      List<Bucket.Listing.Entry> old =
          page.objects().stream()
              .filter(object -> !object.key().endsWith("/"))
              .filter(object -> !object.modified().isAfter(latest))
              .toList();
      requeued += requeue(old);
      seen += page.objects().size();
      after = page.next();
      pages++;
    } while (after != null && pages < MOST_PAGES && timeLeft.getAsBoolean());
    bookmarks.write(new Bookmarks.Sweep(order.run(), after, seen, requeued));
    log.measured(
        "swept",
        List.of(Metric.count("SweepSeen", seen), Metric.count("SweepRequeued", requeued)),
        "after",
        after);
  }

  private long requeue(List<Bucket.Listing.Entry> objects) {
    Set<String> known = records.of(objects.stream().map(Bucket.Listing.Entry::key).toList());
    List<byte[]> lost =
        objects.stream()
            .filter(object -> !known.contains(object.key()))
            .map(object ->
                new ObjectEvent(
                        ObjectEvent.Kind.CREATED,
                        bucket,
                        object.key(),
                        ObjectEvent.padded("0"),
                        object.size(),
                        object.etag(),
                        object.modified())
                    .toNotification())
            .toList();
    uploads.accept(lost);
    return lost.size();
  }
}
