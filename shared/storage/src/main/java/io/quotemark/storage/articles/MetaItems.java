package io.quotemark.storage.articles;

import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The META items of articles and what follows from them: an article's references decide what its
 * item says, and the item names the list entries to be written and those to be deleted. Each write
 * may be interrupted and repeated.
 */
final class MetaItems {
  private final Table table;
  private final ListEntries entries;
  private final Bucket bucket;
  private final Versions versions;
  private final Copies copies;
  private final Versions.Retention retention;
  private final ArticleLedger.Check check;

  MetaItems(
      Table table,
      ListEntries entries,
      Bucket bucket,
      Versions versions,
      Versions.Retention retention,
      ArticleLedger.Check check) {
    this.table = table;
    this.entries = entries;
    this.bucket = bucket;
    this.versions = versions;
    this.copies = new Copies(table, bucket, versions);
    this.retention = retention;
    this.check = check;
  }

  /** The item, a tombstone included; null where there never was one. */
  @Nullable Item get(String articleId) {
    return table.get(Articles.ARTICLE.of(articleId), Articles.META).orElse(null);
  }

  /**
   * Brings META to what its references say, then the lists to what META says.
   *
   * @return keys under which lists keep the article now
   */
  Set<ListKey> settle(
      String articleId,
      @Nullable Item old,
      Map<String, String> refs,
      Versions.@Nullable InHand given) {
    Item meta = new Item(Articles.ARTICLE.of(articleId), Articles.META).map(Attributes.REFS, refs);
    String takenDown = old == null ? null : old.textOrNull(Attributes.TAKEN_DOWN);
    Set<ListKey> unlisted = new TreeSet<>();
    if (old != null) {
      unlisted.addAll(ListKey.read(old, Attributes.UNLISTED));
      unlisted.addAll(ListKey.read(old, Attributes.LISTED));
    }
    ArticleRecord record = null;
    String updated;
    Set<ListKey> listed;
    if (takenDown != null || refs.isEmpty()) {
      meta.flag(Attributes.REMOVED, true)
          .text(Attributes.ID, articleId)
          .text(Attributes.TAKEN_DOWN, takenDown);
      // what a page or a list said of it is gone; when it went is all that stays
      meta.text(Attributes.ORDER, old == null ? null : old.text(Attributes.ORDER));
      meta.texts(
          Attributes.COPIES_LEFT, old == null ? List.of() : old.texts(Attributes.COPIES_LEFT));
      updated = Changes.time(meta, old, retention.clock());
      listed = Set.of(Changes.goneKey(articleId, updated));
    } else {
      Versions.Deciding deciding = versions.deciding(articleId, refs, given, retention);
      if (deciding == null) {
        withoutText(articleId, Objects.requireNonNull(old), refs);
        return Set.of();
      }
      record = check.of(articleId, deciding.article(), Reference.time(deciding.reference()));
      fill(meta, record);
      updated = Changes.time(meta, old, retention.clock());
      listed = record.listKeys(updated);
    }
    unlisted.removeAll(listed);
    meta.text(Attributes.UPDATED, updated);
    ListKey.write(meta, Attributes.LISTED, listed);
    ListKey.write(meta, Attributes.UNLISTED, unlisted);
    Item stored = table.update(meta, old);
    String oldBody = old == null ? null : old.textOrNull(Attributes.BODY_AT);
    if (oldBody != null && !oldBody.equals(meta.textOrNull(Attributes.BODY_AT))) {
      bucket.delete(oldBody);
    }
    if (record == null) {
      entries.gone(articleId, updated, takenDown, unlisted);
    } else {
      entries.of(record, updated, unlisted);
    }
    Item cleaned = stored.copy().without(Attributes.UNLISTED);
    if (takenDown != null) {
      Set<String> left = copies.wipe(articleId, refs);
      left.addAll(stored.texts(Attributes.COPIES_LEFT));
      cleaned.texts(Attributes.COPIES_LEFT, left);
    }
    table.update(cleaned, stored);
    return listed;
  }

  /**
   * No text is kept any more, so that nothing can be checked: what was found stays while an upload
   * stands for it, and goes with the last.
   */
  private void withoutText(String articleId, Item old, Map<String, String> refs) {
    boolean stands =
        refs.values().stream()
            .anyMatch(
                reference -> Reference.version(reference).equals(old.text(Attributes.VERSION)));
    if (stands) {
      table.update(old.copy().map(Attributes.REFS, refs), old);
    } else {
      settle(articleId, old, Map.of(), null);
    }
  }

  private void fill(Item meta, ArticleRecord record) {
    ArticleRecord.summary(meta, record)
        .text(Attributes.VERSION, record.version())
        .text(Attributes.DAY, record.day())
        .text(Attributes.ALIKE, String.join(" ", record.alike()));
    if (record.body().length <= Item.MOST_BYTES) {
      meta.bytes(Attributes.BODY, record.body());
      return;
    }
    String at = "bodies/" + record.id() + "/" + record.version() + ".json.z";
    bucket.write(at, record.body(), "application/zlib");
    meta.text(Attributes.BODY_AT, at);
  }

  /**
   * Brings the lists back to what META says after an overtaken event may have written there, when
   * the newer one had them in order. Entries under keys that META does not name go; META names them
   * first, as those to be deleted, so that whoever lists one of them at the same time is noticed.
   *
   * @param overtaken what the event says the article is
   * @param listed keys that this delivery of the event put the article under
   */
  void unlist(String articleId, ArticleRecord overtaken, Set<ListKey> listed) {
    Item meta = get(articleId);
    if (meta == null) {
      return; // what puts an article into lists writes META before
    }
    Set<ListKey> left = new TreeSet<>(overtaken.listKeys(meta.text(Attributes.UPDATED)));
    left.addAll(listed);
    left.removeAll(ListKey.read(meta, Attributes.LISTED));
    left.removeIf(key -> table.get(key.list(), key.place()).isEmpty());
    Item marked = meta;
    if (!left.isEmpty()) {
      left.addAll(ListKey.read(meta, Attributes.UNLISTED));
      marked = ListKey.write(meta.copy(), Attributes.UNLISTED, left);
      table.replace(marked, meta);
    }
    // entries under keys that both have may say what the older one said: they are written again
    settle(articleId, marked, marked.map(Attributes.REFS), null);
  }
}
