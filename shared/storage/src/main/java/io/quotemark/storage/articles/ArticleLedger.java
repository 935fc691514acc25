package io.quotemark.storage.articles;

import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.UploadRecord.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The writing side of the articles table, for the one function that writes it. Every method may be
 * repeated, interrupted between any two calls and repeated again, and ends in the same items:
 *
 * <ol>
 *   <li>the upload's record decides which event of a key is the newest; an older one changes
 *       nothing but leftovers of itself;
 *   <li>an article's META item holds a reference for each live upload; the newest reference decides
 *       its content, none makes it a tombstone;
 *   <li>list items follow from META, which names those to be written and those to be deleted.
 * </ol>
 */
public final class ArticleLedger {
  /** An item may hold 400 KB; larger bodies go to the bucket. */
  private static final int MOST_BODY = 300_000;

  private static final String META = "META";

  private final Table table;
  private final Bucket bucket;
  private final Check check;

  public ArticleLedger(DynamoDbClient client, String tableName, Bucket bucket, Check check) {
    this.table = new Table(client, tableName);
    this.bucket = bucket;
    this.check = check;
  }

  /**
   * Makes the stored form of an article; called again whenever another version or newer evidence
   * decides it.
   */
  @FunctionalInterface
  public interface Check {
    /**
     * @param article the article's compressed JSON
     * @param eventTime of the upload that decides, for articles that do not say when they were
     *     published
     */
    ArticleRecord of(String articleId, byte[] article, String eventTime);
  }

  /**
   * One event of an upload, or one entry of it.
   *
   * @param entry name inside a bundle, empty where the upload is the article
   * @param sequencer padded
   */
  public record Event(String key, String entry, String sequencer, long size, String time) {
    String reference() {
      return UploadRecord.digest(entry.isEmpty() ? key : key + "#" + entry);
    }
  }

  /**
   * An upload, or an entry of it, turned out to be this article.
   *
   * @return whether it counts; false where a newer event of the key came before
   */
  public boolean accepted(Event event, String articleId, String version, byte[] article) {
    boolean newest = record(event, Status.DONE, articleId, null);
    if (newest) {
      table.put(
          new Item("ART#" + articleId, "V#" + version)
              .bytes("article", article)
              .text("version", version));
      refer(articleId, event, version);
      newest = isCurrent(event, articleId);
    }
    if (!newest) {
      // a newer event got in between: whatever this one left is taken back
      dropReference(articleId, event);
    }
    dropStale(event);
    return newest;
  }

  /** No article came of an upload, or of an entry of it. */
  public boolean failed(Event event, String reason) {
    boolean newest = record(event, Status.FAILED, null, reason);
    dropStale(event);
    return newest;
  }

  public boolean removed(Event event) {
    boolean newest = record(event, Status.REMOVED, null, null);
    dropStale(event);
    return newest;
  }

  /** Checks a stored article again; nothing happens where it was removed meanwhile. */
  public boolean recheck(String articleId) {
    Optional<Item> meta = table.get("ART#" + articleId, META);
    if (meta.isEmpty() || meta.get().flag("removed")) {
      return false;
    }
    settle(articleId, meta.get(), meta.get().map("refs"));
    return true;
  }

  /** Writes what is known of the key unless a newer event has been recorded. */
  private boolean record(
      Event event, Status status, @Nullable String articleId, @Nullable String reason) {
    String pk = "UP#" + UploadRecord.digest(event.key());
    Item old = table.get(pk, "UPLOAD").orElse(null);
    int order = old == null ? 1 : event.sequencer().compareTo(old.text("seq"));
    if (order < 0) {
      return false;
    }
    TreeSet<String> articles = new TreeSet<>();
    TreeSet<String> stale = new TreeSet<>();
    TreeSet<String> reasons = new TreeSet<>();
    Status settled = status;
    if (old != null && order == 0) {
      // another entry of the same upload, or the same message again
      articles.addAll(old.texts("articles"));
      reasons.addAll(old.texts("reasons"));
      settled = old.text("status").equals(Status.DONE.name()) ? Status.DONE : status;
    }
    if (articleId != null) {
      articles.add(articleId);
    }
    if (reason != null) {
      reasons.add(event.entry().isEmpty() ? reason : event.entry() + ": " + reason);
    }
    if (old != null) {
      stale.addAll(old.texts("stale"));
      stale.addAll(old.texts("articles"));
      stale.removeAll(articles);
    }
    Item item =
        new Item(pk, "UPLOAD")
            .text("key", event.key())
            .text("seq", event.sequencer())
            .text("status", settled.name())
            .texts("articles", articles)
            .texts("stale", stale)
            .texts("reasons", reasons.stream().limit(50).toList())
            .number("size", event.size())
            .text("time", event.time())
            .text("gsi1pk", "UPLOAD#" + settled.name())
            .text("gsi1sk", event.time() + "#" + UploadRecord.digest(event.key()));
    if (old == null || !same(item, old)) {
      table.replace(item, old);
    }
    return true;
  }

  private boolean isCurrent(Event event, String articleId) {
    return table
        .get("UP#" + UploadRecord.digest(event.key()), "UPLOAD")
        .filter(
            u -> u.text("seq").equals(event.sequencer()) && u.texts("articles").contains(articleId))
        .isPresent();
  }

  /**
   * Takes this key's references out of the articles that it no longer stands for, then forgets that
   * it did.
   */
  private void dropStale(Event event) {
    String pk = "UP#" + UploadRecord.digest(event.key());
    Item upload = table.get(pk, "UPLOAD").orElse(null);
    if (upload == null || upload.texts("stale").isEmpty()) {
      return;
    }
    for (String articleId : upload.texts("stale")) {
      dropOlderReferences(articleId, event.key(), upload.text("seq"));
    }
    Item cleaned = Item.of(upload.values()).texts("stale", List.of());
    table.replace(cleaned, upload);
  }

  private void refer(String articleId, Event event, String version) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    Map<String, String> refs = old == null ? new TreeMap<>() : old.map("refs");
    String mine = Reference.text(event, version);
    String known = refs.get(event.reference());
    if (known == null || Reference.sequencer(known).compareTo(event.sequencer()) <= 0) {
      refs.put(event.reference(), mine);
    }
    settle(articleId, old, refs);
  }

  private void dropReference(String articleId, Event event) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map("refs");
    String known = refs.get(event.reference());
    if (known != null
        && Reference.sequencer(known).compareTo(event.sequencer()) <= 0
        && !isCurrent(event, articleId)) {
      refs.remove(event.reference());
      settle(articleId, old, refs);
    }
  }

  private void dropOlderReferences(String articleId, String key, String sequencer) {
    Item old = table.get("ART#" + articleId, META).orElse(null);
    if (old == null) {
      return;
    }
    Map<String, String> refs = old.map("refs");
    boolean changed =
        refs.values()
            .removeIf(
                r -> Reference.isOf(r, key) && Reference.sequencer(r).compareTo(sequencer) <= 0);
    if (changed || !old.texts("unlisted").isEmpty()) {
      settle(articleId, old, refs);
    }
  }

  /** Brings META to what its references say, then the lists to what META says. */
  private void settle(String articleId, @Nullable Item old, Map<String, String> refs) {
    TreeSet<String> unlisted = new TreeSet<>(old == null ? List.of() : old.texts("unlisted"));
    unlisted.addAll(old == null ? List.of() : old.texts("listed"));
    Item meta = new Item("ART#" + articleId, META).map("refs", refs);
    ArticleRecord record = null;
    List<String> listed = new ArrayList<>();
    if (refs.isEmpty()) {
      meta.flag("removed", true).text("id", articleId);
      // what a page or a list said of it is gone; when it went is all that stays
      meta.text("order", old == null ? null : old.text("order"));
    } else {
      String newest = refs.values().stream().max(Reference.NEWEST).orElseThrow();
      record =
          check.of(
              articleId, version(articleId, Reference.version(newest)), Reference.time(newest));
      listed.addAll(record.listKeys());
      unlisted.removeAll(listed);
      ArticleRecord.summary(meta, record)
          .text("version", record.version())
          .text("day", record.day())
          .text("order", record.order())
          .texts("listed", listed);
      body(meta, record);
      if (record.verdicts().getOrDefault("contradicted", 0) > 0) {
        meta.text("gsi1pk", "VERDICT#contradicted")
            .text("gsi1sk", record.order() + "#" + articleId);
      }
    }
    meta.texts("unlisted", unlisted);
    Item stored = old != null && same(meta, old) ? old : meta;
    if (stored == meta) {
      table.replace(meta, old);
    }
    if (record != null) {
      list(record);
    }
    for (String key : unlisted) {
      int bar = key.indexOf('|');
      table.delete(key.substring(0, bar), key.substring(bar + 1));
    }
    if (!unlisted.isEmpty()) {
      Item cleaned = Item.of(stored.values()).texts("unlisted", List.of());
      table.replace(cleaned, stored);
    }
  }

  private void list(ArticleRecord record) {
    for (String key : record.listKeys()) {
      int bar = key.indexOf('|');
      String pk = key.substring(0, bar);
      // the directory says which days, and which months of a listing, have articles at all
      if (pk.startsWith("DAY#")) {
        table.put(new Item("DAYS", record.day()));
      } else {
        table.put(new Item(pk.substring(0, pk.length() - 8), record.day().substring(0, 7)));
      }
      table.put(ArticleRecord.summary(new Item(pk, key.substring(bar + 1)), record));
    }
  }

  private byte[] version(String articleId, String version) {
    byte[] article =
        table.get("ART#" + articleId, "V#" + version).map(i -> i.bytes("article")).orElse(null);
    if (article == null) {
      throw new IllegalStateException(
          "version " + version + " of article " + articleId + " is not stored");
    }
    return article;
  }

  private void body(Item meta, ArticleRecord record) {
    if (record.body().length <= MOST_BODY) {
      meta.bytes("body", record.body());
      return;
    }
    String at = "bodies/" + record.id() + "/" + record.version() + ".json.gz";
    bucket.write(at, record.body(), "application/gzip");
    meta.text("body_at", at);
  }

  /** Whether two items agree in all but their revision. */
  private static boolean same(Item a, Item b) {
    Map<String, Object> left = new TreeMap<>(a.values());
    Map<String, Object> right = new TreeMap<>(b.values());
    left.remove("rev");
    right.remove("rev");
    return left.equals(right);
  }
}
