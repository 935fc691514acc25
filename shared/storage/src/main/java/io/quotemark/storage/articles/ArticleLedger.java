package io.quotemark.storage.articles;

import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.UploadRecord.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The writing side of the articles table, for the one function that writes it. Every method may be
 * repeated, interrupted between any two calls and repeated again, and ends in the same items:
 *
 * <ol>
 *   <li>the upload's record decides which event of a key is the newest, by its {@link Stamp}; an
 *       older one changes nothing but leftovers of itself;
 *   <li>an article's META item holds a reference for each live upload; the newest reference decides
 *       its content, none makes it a tombstone;
 *   <li>list items follow from META, which names those to be written and those to be deleted.
 * </ol>
 */
public final class ArticleLedger {
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
  private final Uploads uploads;
  private final Versions versions;
  private final Copies copies;
  private final Versions.Retention retention;
  private final Check check;

  public ArticleLedger(
      DynamoDbClient client,
      String tableName,
      Bucket bucket,
      Versions.Retention retention,
      Check check) {
    this.table = new Table(client, tableName);
    this.entries = new ListEntries(table, new BatchWriter(client, tableName));
    this.bucket = bucket;
    this.uploads = new Uploads(table);
    this.versions = new Versions(table, bucket);
    this.copies = new Copies(table, bucket, versions);
    this.retention = retention;
    this.check = check;
  }

  /** What an event came to. */
  public enum Outcome {
    STORED,

    /** A newer event of the key came before. */
    SUPERSEDED,

    /** The article was taken down and does not come back; the upload failed for that reason. */
    TAKEN_DOWN,

    /** There is no such article, or no longer. */
    UNKNOWN,

    /** The text is gone after its retention: what was found of it is final. */
    TEXT_EXPIRED
  }

  /**
   * Makes the stored form of an article; called again whenever another version or newer evidence
   * decides it.
   */
  @FunctionalInterface
  public interface Check {
    /**
     * @param eventTime of the upload that decides, for articles that do not say when they were
     *     published
     */
    ArticleRecord of(String articleId, PackedArticle article, String eventTime);
  }

  /**
   * One event of an upload, or one entry of it.
   *
   * @param entry name inside a bundle, empty where the upload is the article
   * @param sequencer padded
   */
  public record Event(String key, String entry, String sequencer, long size, String time) {
    String reference() {
      return UploadRecord.reference(key, entry);
    }

    Stamp stamp() {
      return new Stamp(sequencer, time);
    }
  }

  /** An upload, or an entry of it, turned out to be this article. */
  public Outcome accepted(Event event, String articleId, String version, PackedArticle article) {
    Item known = table.get("ART#" + articleId, META).orElse(null);
    if (known != null && known.textOrNull(TAKEN_DOWN) != null) {
      boolean newest =
          ended(
              event,
              Status.FAILED,
              articleId,
              "taken_down: this article was taken down; it comes back after"
                  + " ./quotemark purge --lift "
                  + articleId);
      return newest ? Outcome.TAKEN_DOWN : Outcome.SUPERSEDED;
    }
    boolean newest = uploads.record(event, Status.PROCESSING, articleId, null).isPresent();
    Set<ListKey> listed = Set.of();
    if (newest) {
      versions.keep(articleId, version, article.gzip(), retention.end(event.time()));
      listed = refer(articleId, known, event, new Versions.InHand(version, article));
      newest = finish(event, articleId);
    }
    if (!newest) {
      // a newer event got in between: whatever this one left is taken back
      dropReference(articleId, event);
      unlist(articleId, check.of(articleId, article, event.time()), listed);
      finish(uploads.of(event.key()), null);
    }
    return newest ? Outcome.STORED : Outcome.SUPERSEDED;
  }

  /**
   * Brings the lists back to what META says after an overtaken event may have written there, when
   * the newer one had them in order. Entries under keys that META does not name go; META names them
   * first, as those to be deleted, so that whoever lists one of them at the same time is noticed.
   *
   * @param overtaken what the event says the article is
   * @param listed keys that this delivery of the event put the article under
   */
  private void unlist(String articleId, ArticleRecord overtaken, Set<ListKey> listed) {
    Item meta = table.get("ART#" + articleId, META).orElse(null);
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

  /** No article came of an upload, or of an entry of it. */
  public boolean failed(Event event, String reason) {
    return ended(event, Status.FAILED, null, reason);
  }

  public boolean removed(Event event) {
    return ended(event, Status.REMOVED, null, null);
  }

  private boolean ended(
      Event event, Status status, @Nullable String articleId, @Nullable String reason) {
    Optional<Item> recorded = uploads.record(event, status, articleId, reason);
    finish(recorded.or(() -> uploads.of(event.key())), null);
    return recorded.isPresent();
  }

  /** Checks a stored article again. */
  public Outcome recheck(String articleId) {
    Item meta = table.get("ART#" + articleId, META).orElse(null);
    if (meta == null || meta.flag("removed")) {
      return Outcome.UNKNOWN;
    }
    Map<String, String> refs = meta.map("refs");
    settle(articleId, meta, refs, null);
    return versions.deciding(articleId, refs, null, retention) == null
        ? Outcome.TEXT_EXPIRED
        : Outcome.STORED;
  }

  /**
   * Removes all that is kept of an article but a tombstone, and keeps it from coming back.
   *
   * @param time when that was asked for; the tombstone tells
   */
  public Outcome takeDown(String articleId, String time) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null) {
      return Outcome.UNKNOWN;
    }
    Item marked = old;
    if (old.textOrNull(TAKEN_DOWN) == null) {
      marked = Item.of(old.values()).text(TAKEN_DOWN, time);
      table.replace(marked, old);
    }
    settle(articleId, marked, old.map("refs"), null);
    return Outcome.TAKEN_DOWN;
  }

  /** Lets an article that was taken down come back with its next upload. */
  public Outcome lift(String articleId) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null || old.textOrNull(TAKEN_DOWN) == null) {
      return Outcome.UNKNOWN;
    }
    table.replace(
        Item.of(old.values())
            .text(TAKEN_DOWN, null)
            .texts(COPIES_LEFT, List.of())
            .map("refs", Map.of()),
        old);
    return Outcome.STORED;
  }

  /**
   * Says in the upload's record that the article can be read.
   *
   * @return whether this still is the newest event of its key
   */
  private boolean finish(Event event, String articleId) {
    for (int tries = 1; ; tries++) {
      Optional<Item> upload = uploads.current(event, articleId);
      try {
        finish(upload, articleId);
        return upload.isPresent();
      } catch (Table.Changed e) {
        if (tries == Table.MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Takes a key's references out of the articles that it no longer stands for, then forgets that it
   * did.
   *
   * @param upload the key's record, empty for none
   * @param readable an article of it that can be read now, null for none
   */
  private void finish(Optional<Item> upload, @Nullable String readable) {
    if (upload.isPresent()) {
      Item record = upload.get();
      for (String articleId : record.texts("stale")) {
        dropOlderReferences(articleId, record.text("key"), Uploads.stamp(record));
      }
      uploads.finished(record, readable);
    }
  }

  /**
   * @return keys under which lists keep the article now
   */
  private Set<ListKey> refer(
      String articleId, @Nullable Item old, Event event, Versions.InHand given) {
    Map<String, String> refs = old == null ? new TreeMap<>() : old.map("refs");
    String mine = Reference.text(event, given.version());
    String known = refs.get(event.reference());
    if (known == null || Reference.stamp(known).compareTo(event.stamp()) <= 0) {
      refs.put(event.reference(), mine);
    }
    return settle(articleId, old, refs, given);
  }

  private void dropReference(String articleId, Event event) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map("refs");
    String known = refs.get(event.reference());
    if (known != null
        && Reference.stamp(known).compareTo(event.stamp()) <= 0
        && uploads.current(event, articleId).isEmpty()) {
      refs.remove(event.reference());
      settle(articleId, old, refs, null);
    }
  }

  private void dropOlderReferences(String articleId, String key, Stamp stamp) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map("refs");
    boolean changed =
        refs.values()
            .removeIf(r -> Reference.isOf(r, key) && Reference.stamp(r).compareTo(stamp) <= 0);
    if (changed || !ListKey.read(old, UNLISTED).isEmpty()) {
      settle(articleId, old, refs, null);
    }
  }

  /**
   * Brings META to what its references say, then the lists to what META says.
   *
   * @return keys under which lists keep the article now
   */
  private Set<ListKey> settle(
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
}
