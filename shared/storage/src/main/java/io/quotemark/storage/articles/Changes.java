package io.quotemark.storage.articles;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what is stored of an article last changed, for whoever reads on from there. That is the
 * moment of the write, so that it is no part of what the same input gives; a write that changes
 * nothing a reader sees keeps the moment that stands.
 */
final class Changes {
  /** Always to the millisecond, so that texts sort as moments do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Changes() {}

  /**
   * @param meta what is to be written, without its time and its lists
   * @param old what is there, null where nothing is
   */
  static String time(Item meta, @Nullable Item old, Clock clock) {
    String known = old == null ? "" : old.text(Attributes.UPDATED);
    return old != null && !known.isEmpty() && seen(meta).sameAs(seen(old))
        ? known
        : time(clock.instant());
  }

  static String time(Instant moment) {
    return TIME.format(moment);
  }

  static ListKey goneKey(String articleId, String updated) {
    return new ListKey(Articles.GONE, updated + "#" + articleId);
  }

  /** The latest time in a list that is in order of it. */
  static Optional<String> latest(Table table, String list) {
    return table.query(Range.of(list).descending(true).limit(1)).stream()
        .findFirst()
        .map(entry -> entry.text(Attributes.UPDATED));
  }

  /** Without what only the ledger reads. */
  private static Item seen(Item item) {
    return item.copy()
        .map(Attributes.REFS, Map.of())
        .text(Attributes.UPDATED, null)
        .without(Attributes.LISTED)
        .without(Attributes.UNLISTED)
        .texts(Attributes.COPIES_LEFT, List.of());
  }
}
