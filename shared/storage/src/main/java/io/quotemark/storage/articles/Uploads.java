package io.quotemark.storage.articles;

import io.quotemark.storage.articles.UploadRecord.Status;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
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
    return Table.amongOthers(() -> recordOnce(event, status, articleId, reason));
  }

  /**
   * Writes that an article of the upload can be read, if nothing is known of the key.
   *
   * @return whether it is written
   */
  boolean done(ArticleLedger.Event event, String articleId) {
    Item first = item(event, Status.PROCESSING, articleId, null, null);
    return table.putNew(settled(first.without(Attributes.PENDING), false)).isEmpty();
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
      articles.addAll(old.texts(Attributes.ARTICLES));
      pending.addAll(old.texts(Attributes.PENDING));
      reasons.addAll(old.texts(Attributes.REASONS));
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
      stale.addAll(old.texts(Attributes.STALE));
      stale.addAll(old.texts(Attributes.ARTICLES));
      stale.removeAll(articles);
    }
    Item item =
        new Item(Articles.KEY.of(UploadRecord.digest(event.key())), Articles.UPLOAD)
            .text(Attributes.KEY, event.key())
            .text(Attributes.SEQUENCER, event.sequencer())
            .texts(Attributes.ARTICLES, articles)
            .texts(Attributes.PENDING, pending)
            .texts(Attributes.STALE, stale)
            .texts(Attributes.REASONS, reasons.stream().limit(50).toList())
            .number(Attributes.SIZE, event.size())
            .text(Attributes.TIME, event.time());
    return settled(item, status == Status.REMOVED);
  }

  /** With the status that follows from its articles, and the place that it has in a list for it. */
  private static Item settled(Item upload, boolean removed) {
    Status status =
        removed
            ? Status.REMOVED
            : !upload.texts(Attributes.PENDING).isEmpty()
                ? Status.PROCESSING
                : upload.texts(Attributes.ARTICLES).isEmpty() ? Status.FAILED : Status.DONE;
    upload.text(Attributes.STATUS, status.name());
    boolean listed = status != Status.PROCESSING;
    return upload
        .text(Articles.UPLOADS_BY_STATUS.pk(), listed ? Articles.STATUS.of(status.name()) : null)
        .text(
            Articles.UPLOADS_BY_STATUS.sk(),
            listed
                ? upload.text(Attributes.TIME)
                    + "#"
                    + UploadRecord.digest(upload.text(Attributes.KEY))
                : null);
  }

  static Stamp stamp(Item upload) {
    return new Stamp(upload.text(Attributes.SEQUENCER), upload.text(Attributes.TIME));
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
    return upload.text(Attributes.STATUS).equals(Status.REMOVED.name());
  }

  /** The key's record if this event is its newest and has to do with the article. */
  Optional<Item> current(ArticleLedger.Event event, String articleId) {
    Optional<Item> upload = of(event.key());
    boolean current =
        upload.isPresent()
            && stamp(upload.get()).compareTo(event.stamp()) == 0
            && upload.get().texts(Attributes.ARTICLES).contains(articleId);
    return current ? upload : Optional.empty();
  }

  /** What the reasons of this event's entry begin with. */
  private static String label(ArticleLedger.Event event) {
    return event.entry().isEmpty() ? "" : event.entry() + ": ";
  }

  Optional<Item> of(String key) {
    return table.get(Articles.KEY.of(UploadRecord.digest(key)), Articles.UPLOAD);
  }

  /**
   * Notes that nothing of the key's former articles is left to be taken back.
   *
   * @param readable an article of the upload that can be read now, null for none
   * @throws Table.Changed where the record is not as it was read
   */
  void finished(Item upload, @Nullable String readable) {
    TreeSet<String> pending = new TreeSet<>(upload.texts(Attributes.PENDING));
    if (readable != null) {
      pending.remove(readable);
    }
    Item item = upload.copy().texts(Attributes.STALE, List.of()).texts(Attributes.PENDING, pending);
    table.update(settled(item, isRemoval(upload)), upload);
  }
}
