package io.quotemark.storage.articles;

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
  /** List of the articles that are gone. */
  static final String GONE = "REMOVED";

  /** Always to the millisecond, so that texts sort as moments do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Changes() {}

  /**
   * @param meta what is to be written, without its time and its lists
   * @param old what is there, null where nothing is
   */
  static String time(Item meta, @Nullable Item old, Clock clock) {
    String known = old == null ? "" : old.text(ArticleRecord.UPDATE_TIME);
    return old != null && !known.isEmpty() && seen(meta).sameAs(seen(old))
        ? known
        : time(clock.instant());
  }

  static String time(Instant moment) {
    return TIME.format(moment);
  }

  static ListKey goneKey(String articleId, String updated) {
    return new ListKey(GONE, updated + "#" + articleId);
  }

  /** The latest time in a list that is in order of it. */
  static Optional<String> latest(Table table, String list) {
    return table.query(new Table.Range(list, null, null, true, 1, null)).stream()
        .findFirst()
        .map(entry -> entry.text(ArticleRecord.UPDATE_TIME));
  }

  /** Without what only the ledger reads. */
  private static Item seen(Item item) {
    return Item.of(item.values())
        .map("refs", Map.of())
        .text(ArticleRecord.UPDATE_TIME, null)
        .without(MetaItems.LISTED)
        .without(MetaItems.UNLISTED)
        .texts(MetaItems.COPIES_LEFT, List.of());
  }
}
