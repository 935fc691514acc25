package io.quotemark.storage.articles;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.StreamedItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of the articles table that others may want to know of, as the table's stream tells it:
 * once it is stored, in the order of each item's changes, and the same however often it is told.
 */
public sealed interface TableChange {
  /**
   * An article before and after.
   *
   * @param before null where there was none
   * @param after null where nothing is left of it, not even that it went
   */
  record OfArticle(@Nullable State before, @Nullable State after) implements TableChange {}

  /**
   * What is stored of an article.
   *
   * @param summary as a list shows it; of one that is removed only its id and time
   * @param takenDown whether it was taken down, so that it does not come back by itself
   * @param body the findings, packed; null where they lie in the bucket, or it is removed
   * @param bodyAt key of the object that holds them, null where the item does
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record State(
      ArticleRecord.Summary summary,
      String version,
      boolean removed,
      boolean takenDown,
      byte @Nullable [] body,
      @Nullable String bodyAt) {}

  /**
   * What became of an upload that failed, or of parts of it.
   *
   * @param reasons why, of every part that did; those that are new with this change
   * @param status of the upload as a whole
   */
  record OfUpload(
      String key, String sequencer, String time, long size, String status, List<String> reasons)
      implements TableChange {
    public OfUpload {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * An article has a wrong figure.
   *
   * @param error the figure's key, as {@link Sources#first} takes it
   */
  record OfError(String error, ArticleRecord.Summary article) implements TableChange {}

  /**
   * Reads one record of the stream.
   *
   * @return empty where it tells of nothing that this knows
   * @throws Json.Malformed where it is no record of a stream with both images
   */
  static Optional<TableChange> of(Node record) {
    Node change = record.at("dynamodb");
    Item before = StreamedItem.read(change.at("OldImage"));
    Item after = StreamedItem.read(change.at("NewImage"));
    Item keys = StreamedItem.read(change.at("Keys"));
    if (keys == null) {
      throw new Json.Malformed("a change of no item: " + record.at("eventID"), null);
    }
    String pk = keys.text(Schema.PK);
    String sk = keys.text(Schema.SK);
    if (Articles.ARTICLE.has(pk) && sk.equals(Articles.META)) {
      return Optional.of(new OfArticle(state(before), state(after)));
    }
    if (after != null && Articles.KEY.has(pk) && sk.equals(Articles.UPLOAD)) {
      return failed(before, after);
    }
    if (after != null && before == null && Articles.ERROR.has(pk)) {
      return Optional.of(new OfError(Articles.ERROR.name(pk), ArticleRecord.summary(after)));
    }
    return Optional.empty();
  }

  private static @Nullable State state(@Nullable Item item) {
    return item == null
        ? null
        : new State(
            ArticleRecord.summary(item),
            item.text(Attributes.VERSION),
            item.flag(Attributes.REMOVED),
            item.textOrNull(Attributes.TAKEN_DOWN) != null,
            item.bytes(Attributes.BODY),
            item.textOrNull(Attributes.BODY_AT));
  }

  /** What failed with this change and not before, of the same upload. */
  private static Optional<TableChange> failed(@Nullable Item before, Item after) {
    List<String> reasons = after.texts(Attributes.REASONS);
    boolean same =
        before != null
            && before.text(Attributes.SEQUENCER).equals(after.text(Attributes.SEQUENCER))
            && before.text(Attributes.TIME).equals(after.text(Attributes.TIME));
    if (before != null && same) {
      List<String> known = before.texts(Attributes.REASONS);
      reasons = reasons.stream().filter(reason -> !known.contains(reason)).toList();
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OfUpload(
                after.text(Attributes.KEY),
                after.text(Attributes.SEQUENCER),
                after.text(Attributes.TIME),
                after.number(Attributes.SIZE),
                after.text(Attributes.STATUS),
                reasons));
  }
}
