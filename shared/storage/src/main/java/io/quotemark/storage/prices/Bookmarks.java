package io.quotemark.storage.prices;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far work has come that takes several runs: the sweep of the inbox, and the re-check that a
 * release asks for. Kept beside the prices, which the same function writes.
 */
public final class Bookmarks {
  private final Table table;

  Bookmarks(Table table) {
    this.table = table;
  }

  /**
   * The sweep of the inbox.
   *
   * @param run which run wrote it
   * @param after key to go on behind, null where the end was reached
   * @param seen objects looked at in that run
   * @param requeued of them, those without a record
   */
  public record Sweep(String run, @Nullable String after, long seen, long requeued) {}

  /**
   * The re-check after a release.
   *
   * @param release versions of rules and master that the articles are checked with
   * @param after cursor of the articles' list to go on behind, null at its start
   * @param queued articles so far
   * @param done whether the end was reached
   */
  public record Release(String release, @Nullable String after, long queued, boolean done) {
    /** Nothing queued yet. */
    public static Release start(String release) {
      return new Release(release, null, 0, false);
    }
  }

  public Optional<Sweep> sweep() {
    return table
        .get(Prices.SWEEP, Prices.BOOKMARK)
        .map(item ->
            new Sweep(
                item.text(Attributes.RUN),
                item.textOrNull(Attributes.AFTER),
                item.number(Attributes.SEEN),
                item.number(Attributes.REQUEUED)));
  }

  public void write(Sweep sweep) {
    table.put(
        new Item(Prices.SWEEP, Prices.BOOKMARK)
            .text(Attributes.RUN, sweep.run())
            .number(Attributes.SEEN, sweep.seen())
            .number(Attributes.REQUEUED, sweep.requeued())
            .text(Attributes.AFTER, sweep.after()));
  }

  public Optional<Release> release() {
    return table
        .get(Prices.RELEASE, Prices.BOOKMARK)
        .map(item ->
            new Release(
                item.text(Attributes.RELEASE),
                item.textOrNull(Attributes.AFTER),
                item.number(Attributes.QUEUED),
                item.flag(Attributes.DONE)));
  }

  public void write(Release release) {
    table.put(
        new Item(Prices.RELEASE, Prices.BOOKMARK)
            .text(Attributes.RELEASE, release.release())
            .number(Attributes.QUEUED, release.queued())
            .text(Attributes.AFTER, release.after())
            .flag(Attributes.DONE, release.done()));
  }
}
