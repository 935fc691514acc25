package io.quotemark.storage.articles;

import io.quotemark.storage.Bucket;
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
  static final String META = "META";
  static final String TAKEN_DOWN = "taken_down";
  static final String COPIES_LEFT = "copies_left";

  /** Entries that lists have of the article. */
  static final String LISTED = "listed";

  /** Entries that lists may still have of it and are to be deleted. */
  static final String UNLISTED = "unlisted";

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
    return table.get("ART#" + articleId, META).orElse(null);
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
    Item meta = new Item("ART#" + articleId, META).map("refs", refs);
    String takenDown = old == null ? null : old.textOrNull(TAKEN_DOWN);
    Set<ListKey> unlisted = new TreeSet<>();
    if (old != null) {
      unlisted.addAll(ListKey.read(old, UNLISTED));
      unlisted.addAll(ListKey.read(old, LISTED));
    }
    ArticleRecord record = null;
    String updated;
    Set<ListKey> listed;
    if (takenDown != null || refs.isEmpty()) {
      meta.flag("removed", true).text("id", articleId).text(TAKEN_DOWN, takenDown);
      // what a page or a list said of it is gone; when it went is all that stays
      meta.text("order", old == null ? null : old.text("order"));
      meta.texts(COPIES_LEFT, old == null ? List.of() : old.texts(COPIES_LEFT));
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
    meta.text(ArticleRecord.UPDATE_TIME, updated);
    ListKey.write(meta, LISTED, listed);
    ListKey.write(meta, UNLISTED, unlisted);
    Item stored = table.update(meta, old);
    String oldBody = old == null ? null : old.textOrNull("body_at");
    if (oldBody != null && !oldBody.equals(meta.textOrNull("body_at"))) {
      bucket.delete(oldBody);
    }
    if (record == null) {
      entries.gone(articleId, updated, takenDown, unlisted);
    } else {
      entries.of(record, updated, unlisted);
    }
    Item cleaned = Item.of(stored.values()).without(UNLISTED);
    if (takenDown != null) {
      Set<String> left = copies.wipe(articleId, refs);
      left.addAll(stored.texts(COPIES_LEFT));
      cleaned.texts(COPIES_LEFT, left);
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
            .anyMatch(reference -> Reference.version(reference).equals(old.text("version")));
    if (stands) {
      table.update(Item.of(old.values()).map("refs", refs), old);
    } else {
      settle(articleId, old, Map.of(), null);
    }
  }

  private void fill(Item meta, ArticleRecord record) {
    ArticleRecord.summary(meta, record)
        .text("version", record.version())
        .text("day", record.day())
        .bytes("sketch", record.sketch().bytes());
    if (record.body().length <= Item.MOST_BYTES) {
      meta.bytes("body", record.body());
      return;
    }
    String at = "bodies/" + record.id() + "/" + record.version() + ".json.z";
    bucket.write(at, record.body(), "application/zlib");
    meta.text("body_at", at);
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
    Set<ListKey> left = new TreeSet<>(overtaken.listKeys(meta.text(ArticleRecord.UPDATE_TIME)));
    left.addAll(listed);
    left.removeAll(ListKey.read(meta, LISTED));
    left.removeIf(key -> table.get(key.list(), key.place()).isEmpty());
    Item marked = meta;
    if (!left.isEmpty()) {
      left.addAll(ListKey.read(meta, UNLISTED));
      marked = ListKey.write(Item.of(meta.values()), UNLISTED, left);
      table.replace(marked, meta);
    }
    // entries under keys that both have may say what the older one said: they are written again
    settle(articleId, marked, marked.map("refs"), null);
  }
}
