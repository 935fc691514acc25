package io.quotemark.storage.articles;

import io.quotemark.storage.articles.ArticleIndex.Page;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Articles that are gone, in the order in which they went. */
public final class Removals {
  private final Table table;

  Removals(Table table) {
    this.table = table;
  }

  /**
   * @param time when it went, RFC 3339
   * @param takenDown whether it was taken down, so that it does not come back by itself; else its
   *     last upload was removed
   */
  public record Removal(String id, String time, boolean takenDown) {}

  /**
   * @param since inclusive; null for the first there was
   * @throws ArticleIndex.BadCursor where {@code cursor} is none of this list's
   */
  public Page<Removal> since(@Nullable Instant since, int limit, @Nullable String cursor) {
    String from = since == null ? SortKeys.FIRST : Changes.time(since);
    String list = UploadRecord.digest(Articles.GONE + from).substring(0, 8);
    LaneReader reader =
        new LaneReader(
            table,
            Articles.GONE,
            cursor == null ? from : Cursors.place(list, cursor),
            SortKeys.LAST,
            false,
            limit + 1,
            new LaneReader.Allowance(limit + 1));
    List<Removal> out = new ArrayList<>();
    while (true) {
      LaneReader.State state = reader.state();
      if (state == LaneReader.State.ENDED) {
        return new Page<>(out, null);
      }
      if (state == LaneReader.State.SPENT || out.size() == limit) {
        return new Page<>(out, Cursors.of(list, reader.reach()));
      }
      Item item = reader.next();
      out.add(
          new Removal(
              item.text(Attributes.ID),
              item.text(Attributes.UPDATED),
              item.textOrNull(Attributes.TAKEN_DOWN) != null));
      reader.take();
    }
  }

  /** Time of the latest removal, empty where there was none. */
  public Optional<String> changed() {
    return Changes.latest(table, Articles.GONE);
  }
}
