package io.quotemark.storage.articles;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what is stored of an article last changed, for whoever reads on from there. That is the
 * moment of the write, so that it is no part of what the same input gives; a write that changes
 * nothing a reader sees keeps the moment that stands.
 */
final class Changes {
  /** Partitions of the articles that are gone, a month each. */
  static final String GONE = "GONE";

  /** Always to the millisecond, so that texts sort as moments do. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final int MOST_QUERIES = 10;

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

  static String goneKey(String articleId, String updated) {
    return GONE + "#" + updated.substring(0, 7) + "|" + updated + "#" + articleId;
  }

  /** The latest time in a lane that is in order of it; days whose entries all moved on are few. */
  static Optional<String> latest(Table table, Lane lane) {
    LaneReader reader =
        new LaneReader(
            table,
            lane,
            SortKeys.FIRST,
            SortKeys.LAST,
            true,
            1,
            new LaneReader.Allowance(MOST_QUERIES, 1));
    return reader.state() == LaneReader.State.READY
        ? Optional.of(reader.next().text(ArticleRecord.UPDATE_TIME))
        : Optional.empty();
  }

  /** {@code LST#XHKG:9988} of {@code LST#XHKG:9988#2025-02}. */
  static String withoutMonth(String partition) {
    return partition.substring(0, partition.length() - 8);
  }

  /** Without what only the ledger reads. */
  private static Item seen(Item item) {
    return Item.of(item.values())
        .map("refs", Map.of())
        .text(ArticleRecord.UPDATE_TIME, null)
        .texts("listed", List.of())
        .texts("unlisted", List.of())
        .texts(ArticleLedger.COPIES_LEFT, List.of());
  }
}
