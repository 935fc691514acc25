package io.quotemark.storage.articles;

import io.quotemark.storage.articles.UploadRecord.Status;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One record for each key of the inbox: what came of its newest event. */
final class Uploads {
  private final Table table;

  Uploads(Table table) {
    this.table = table;
  }

  /**
   * Writes what is known of the key unless a newer event has been recorded.
   *
   * @return the record as it is now, empty where it is a newer event's
   */
  Optional<Item> record(
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
    if (old.isPresent() && item.sameAs(old.get())) {
      return old;
    }
    table.replace(item, old.orElse(null));
    return Optional.of(item);
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
    TreeSet<String> stale = new TreeSet<>();
    TreeSet<String> reasons = new TreeSet<>();
    Status settled = status;
    if (old != null && isSame(event, status, old)) {
      // another entry of the same upload, or the same message again
      articles.addAll(old.texts("articles"));
      reasons.addAll(old.texts("reasons"));
      settled = old.text("status").equals(Status.DONE.name()) ? Status.DONE : status;
    }
    if (articleId != null) {
      articles.add(articleId);
      // read once more, an entry that failed before has come to something
      reasons.removeIf(known -> known.startsWith(label(event)));
    }
    if (reason != null) {
      reasons.add(label(event) + reason);
    }
    if (old != null) {
      stale.addAll(old.texts("stale"));
      stale.addAll(old.texts("articles"));
      stale.removeAll(articles);
    }
    String digest = UploadRecord.digest(event.key());
    return new Item("UP#" + digest, "UPLOAD")
        .text("key", event.key())
        .text("seq", event.sequencer())
        .text("status", settled.name())
        .texts("articles", articles)
        .texts("stale", stale)
        .texts("reasons", reasons.stream().limit(50).toList())
        .number("size", event.size())
        .text("time", event.time())
        .text("gsi1pk", "UPLOAD#" + settled.name())
        .text("gsi1sk", event.time() + "#" + digest);
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
    return event.stamp().compareTo(stamp(old)) == 0
        && isRemoval(old) == (status == Status.REMOVED);
  }

  private static boolean isRemoval(Item upload) {
    return upload.text("status").equals(Status.REMOVED.name());
  }

  boolean isCurrent(ArticleLedger.Event event, String articleId) {
    return table
        .get("UP#" + UploadRecord.digest(event.key()), "UPLOAD")
        .filter(
            u ->
                stamp(u).compareTo(event.stamp()) == 0 && u.texts("articles").contains(articleId))
        .isPresent();
  }

  /** What the reasons of this event's entry begin with. */
  private static String label(ArticleLedger.Event event) {
    return event.entry().isEmpty() ? "" : event.entry() + ": ";
  }

  Optional<Item> of(String key) {
    return table.get("UP#" + UploadRecord.digest(key), "UPLOAD");
  }

  /** Notes that nothing of the key's former articles is left to be taken back. */
  void cleaned(Item upload) {
    table.replace(Item.of(upload.values()).texts("stale", List.of()), upload);
  }
}
