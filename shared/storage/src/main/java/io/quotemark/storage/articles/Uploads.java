package io.quotemark.storage.articles;

import io.quotemark.storage.articles.UploadRecord.Status;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One record for each key of the inbox: what came of its newest event. */
final class Uploads {
  /** Articles that the upload stands for. */
  private static final String ARTICLES = "articles";

  /** Those of them that cannot be read yet. */
  private static final String PENDING = "pending";

  private final Table table;

  Uploads(Table table) {
    this.table = table;
  }

  /**
   * Writes what is known of the key unless a newer event has been recorded.
   *
   * @param status PROCESSING where an article is found, which {@link #finished} makes DONE
   * @param articleId the article that is found, or that could not become of it; null for none
   * @return the record as it is now, empty where it is a newer event's
   * @throws Table.Changed where others go on writing it
   */
  Optional<Item> record(
      ArticleLedger.Event event,
      Status status,
      @Nullable String articleId,
      @Nullable String reason) {
    for (int tries = 1; ; tries++) {
      try {
        return recordOnce(event, status, articleId, reason);
      } catch (Table.Changed e) {
        if (tries == Table.MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private Optional<Item> recordOnce(
      ArticleLedger.Event event,
      Status status,
      @Nullable String articleId,
      @Nullable String reason) {
    Optional<Item> old;
    if (event.entry().isEmpty() && status != Status.REMOVED) {
      // nearly every upload is its key's first, which takes no reading
      Item first = item(event, status, articleId, reason, null);
      old = table.putNew(first);
      if (old.isEmpty()) {
        return Optional.of(first);
      }
    } else {
      old = of(event.key());
    }
    if (old.isPresent() && isOlder(event, status, old.get())) {
      return Optional.empty();
    }
    Item item = item(event, status, articleId, reason, old.orElse(null));
    return Optional.of(table.update(item, old.orElse(null)));
  }

  /**
   * What is known of the key with this event.
   *
   * @param old what was known, of this event or an older one; null for nothing
   */
  private static Item item(
      ArticleLedger.Event event,
      Status status,
      @Nullable String articleId,
      @Nullable String reason,
      @Nullable Item old) {
    TreeSet<String> articles = new TreeSet<>();
    TreeSet<String> pending = new TreeSet<>();
    TreeSet<String> stale = new TreeSet<>();
    TreeSet<String> reasons = new TreeSet<>();
    if (old != null && isSame(event, status, old)) {
      // another entry of the same upload, or the same message again
      articles.addAll(old.texts(ARTICLES));
      pending.addAll(old.texts(PENDING));
      reasons.addAll(old.texts("reasons"));
    }
    if (articleId != null && status == Status.PROCESSING) {
      if (articles.add(articleId)) {
        pending.add(articleId);
      }
      // read once more, an entry that failed before has come to something
      for (String known : List.copyOf(reasons)) {
        if (known.startsWith(label(event))) {
          reasons.remove(known);
        }
      }
    } else if (articleId != null && pending.remove(articleId)) {
      articles.remove(articleId);
    }
    if (reason != null) {
      reasons.add(label(event) + reason);
    }
    if (old != null) {
      stale.addAll(old.texts("stale"));
      stale.addAll(old.texts(ARTICLES));
      stale.removeAll(articles);
    }
    Item item =
        new Item("UP#" + UploadRecord.digest(event.key()), "UPLOAD")
            .text("key", event.key())
            .text("seq", event.sequencer())
            .texts(ARTICLES, articles)
            .texts(PENDING, pending)
            .texts("stale", stale)
            .texts("reasons", reasons.stream().limit(50).toList())
            .number("size", event.size())
            .text("time", event.time());
    return settled(item, status == Status.REMOVED);
  }

  /** With the status that follows from its articles, and the place that it has in a list for it. */
  private static Item settled(Item upload, boolean removed) {
    Status status =
        removed
            ? Status.REMOVED
            : !upload.texts(PENDING).isEmpty()
                ? Status.PROCESSING
                : upload.texts(ARTICLES).isEmpty() ? Status.FAILED : Status.DONE;
    upload.text("status", status.name());
    boolean listed = status != Status.PROCESSING;
    return upload
        .text("gsi1pk", listed ? "UPLOAD#" + status.name() : null)
        .text(
            "gsi1sk",
            listed ? upload.text("time") + "#" + UploadRecord.digest(upload.text("key")) : null);
  }

  static Stamp stamp(Item upload) {
    return new Stamp(upload.text("seq"), upload.text("time"));
  }

  /** Of an upload and a removal at the same moment the removal counts as the newer. */
  private static boolean isOlder(ArticleLedger.Event event, Status status, Item old) {
    int order = event.stamp().compareTo(stamp(old));
    return order < 0 || (order == 0 && isRemoval(old) && status != Status.REMOVED);
  }

  private static boolean isSame(ArticleLedger.Event event, Status status, Item old) {
    return event.stamp().compareTo(stamp(old)) == 0 && isRemoval(old) == (status == Status.REMOVED);
  }

  private static boolean isRemoval(Item upload) {
    return upload.text("status").equals(Status.REMOVED.name());
  }

  /** The key's record if this event is its newest and has to do with the article. */
  Optional<Item> current(ArticleLedger.Event event, String articleId) {
    Optional<Item> upload = of(event.key());
    boolean current =
        upload.isPresent()
            && stamp(upload.get()).compareTo(event.stamp()) == 0
            && upload.get().texts(ARTICLES).contains(articleId);
    return current ? upload : Optional.empty();
  }

  /** What the reasons of this event's entry begin with. */
  private static String label(ArticleLedger.Event event) {
    return event.entry().isEmpty() ? "" : event.entry() + ": ";
  }

  Optional<Item> of(String key) {
    return table.get("UP#" + UploadRecord.digest(key), "UPLOAD");
  }

  /**
   * Notes that nothing of the key's former articles is left to be taken back.
   *
   * @param readable an article of the upload that can be read now, null for none
   * @throws Table.Changed where the record is not as it was read
   */
  void finished(Item upload, @Nullable String readable) {
    TreeSet<String> pending = new TreeSet<>(upload.texts(PENDING));
    if (readable != null) {
      pending.remove(readable);
    }
    Item item = Item.of(upload.values()).texts("stale", List.of()).texts(PENDING, pending);
    table.update(settled(item, isRemoval(upload)), upload);
  }
}
