package io.quotemark.storage.articles;

import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.UploadRecord.Status;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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
  private final Table table;
  private final Uploads uploads;
  private final Versions versions;
  private final MetaItems items;
  private final Versions.Retention retention;
  private final Check check;

  ArticleLedger(Table table, Bucket bucket, Versions.Retention retention, Check check) {
    this.table = table;
    this.uploads = new Uploads(table);
    this.versions = new Versions(table, bucket);
    ListEntries entries = new ListEntries(table);
    this.items = new MetaItems(table, entries, bucket, versions, retention, check);
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

  /** The same for what was not tried before. */
  public Outcome accepted(Event event, String articleId, String version, PackedArticle article) {
    return accepted(event, articleId, version, article, false);
  }

  /**
   * An upload, or an entry of it, turned out to be this article.
   *
   * @param again whether this was tried before, in vain or without anybody knowing
   */
  public Outcome accepted(
      Event event, String articleId, String version, PackedArticle article, boolean again) {
    // what another delivery of the article changed meanwhile is as if this one had been tried
    AtomicBoolean tried = new AtomicBoolean(again);
    return Table.amongOthers(
        () -> acceptedOnce(event, articleId, version, article, tried.getAndSet(true)));
  }

  private Outcome acceptedOnce(
      Event event, String articleId, String version, PackedArticle article, boolean again) {
    Item known = items.get(articleId);
    if (known != null && known.textOrNull(Attributes.TAKEN_DOWN) != null) {
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
    boolean first = !again && isFirst(event, known);
    boolean newest = first || uploads.record(event, Status.PROCESSING, articleId, null).isPresent();
    Set<ListKey> listed = Set.of();
    if (newest) {
      versions.keep(articleId, version, article.gzip(), retention.end(event.time()));
      listed = refer(articleId, known, event, new Versions.InHand(version, article));
      newest = first ? done(event, articleId) : finish(event, articleId);
    }
    if (!newest) {
      // a newer event got in between: whatever this one left is taken back
      dropReference(articleId, event);
      items.unlist(articleId, check.of(articleId, article, event.time()), listed);
      finish(uploads.of(event.key()), null);
    }
    return newest ? Outcome.STORED : Outcome.SUPERSEDED;
  }

  /**
   * Whether nothing is known of the key and of what an earlier delivery may have begun. Nearly
   * every upload is its key's first and is delivered once: its record is written at the end alone,
   * which takes one write less. Where the delivery ends before, the next finds the article's
   * reference, and writes the record first, as does every delivery after the first.
   */
  private boolean isFirst(Event event, @Nullable Item known) {
    return event.entry().isEmpty()
        && (known == null || !known.map(Attributes.REFS).containsKey(event.reference()))
        && uploads.of(event.key()).isEmpty();
  }

  /**
   * Records an upload whose article can be read.
   *
   * @return whether it is the newest event of its key
   */
  private boolean done(Event event, String articleId) {
    return uploads.done(event, articleId)
        || (uploads.record(event, Status.PROCESSING, articleId, null).isPresent()
            && finish(event, articleId));
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
    Item meta = items.get(articleId);
    if (meta == null || meta.flag(Attributes.REMOVED)) {
      return Outcome.UNKNOWN;
    }
    Map<String, String> refs = meta.map(Attributes.REFS);
    items.settle(articleId, meta, refs, null);
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
    Item old = items.get(articleId);
    if (old == null) {
      return Outcome.UNKNOWN;
    }
    Item marked = old;
    if (old.textOrNull(Attributes.TAKEN_DOWN) == null) {
      marked = old.copy().text(Attributes.TAKEN_DOWN, time);
      table.replace(marked, old);
    }
    items.settle(articleId, marked, old.map(Attributes.REFS), null);
    return Outcome.TAKEN_DOWN;
  }

  /** Lets an article that was taken down come back with its next upload. */
  public Outcome lift(String articleId) {
    Item old = items.get(articleId);
    if (old == null || old.textOrNull(Attributes.TAKEN_DOWN) == null) {
      return Outcome.UNKNOWN;
    }
    table.replace(
        old.copy()
            .text(Attributes.TAKEN_DOWN, null)
            .texts(Attributes.COPIES_LEFT, List.of())
            .map(Attributes.REFS, Map.of()),
        old);
    return Outcome.STORED;
  }

  /**
   * Says in the upload's record that the article can be read.
   *
   * @return whether this still is the newest event of its key
   */
  private boolean finish(Event event, String articleId) {
    return Table.amongOthers(() -> {
      Optional<Item> upload = uploads.current(event, articleId);
      finish(upload, articleId);
      return upload.isPresent();
    });
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
      for (String articleId : record.texts(Attributes.STALE)) {
        dropOlderReferences(articleId, record.text(Attributes.KEY), Uploads.stamp(record));
      }
      uploads.finished(record, readable);
    }
  }

  /**
   * @return keys under which lists keep the article now
   */
  private Set<ListKey> refer(
      String articleId, @Nullable Item old, Event event, Versions.InHand given) {
    Map<String, String> refs = old == null ? new TreeMap<>() : old.map(Attributes.REFS);
    String mine = Reference.text(event, given.version());
    String known = refs.get(event.reference());
    if (known == null || Reference.stamp(known).compareTo(event.stamp()) <= 0) {
      refs.put(event.reference(), mine);
    }
    return items.settle(articleId, old, refs, given);
  }

  private void dropReference(String articleId, Event event) {
    Item old = items.get(articleId);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map(Attributes.REFS);
    String known = refs.get(event.reference());
    if (known != null
        && Reference.stamp(known).compareTo(event.stamp()) <= 0
        && uploads.current(event, articleId).isEmpty()) {
      refs.remove(event.reference());
      items.settle(articleId, old, refs, null);
    }
  }

  private void dropOlderReferences(String articleId, String key, Stamp stamp) {
    Item old = items.get(articleId);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map(Attributes.REFS);
    boolean changed =
        refs.values()
            .removeIf(r -> Reference.isOf(r, key) && Reference.stamp(r).compareTo(stamp) <= 0);
    if (changed || !ListKey.read(old, Attributes.UNLISTED).isEmpty()) {
      items.settle(articleId, old, refs, null);
    }
  }
}
