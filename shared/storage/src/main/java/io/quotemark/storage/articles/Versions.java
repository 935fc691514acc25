package io.quotemark.storage.articles;

import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of articles, one for each version that was uploaded: the only place where they are
 * kept. Each is deleted by the table, or by the bucket's lifecycle where it is too large for an
 * item, once its retention is over; readers see it as gone from that moment on.
 */
public final class Versions {
  private final Table table;
  private final Bucket bucket;

  Versions(Table table, Bucket bucket) {
    this.table = table;
    this.bucket = bucket;
  }

  /**
   * Keeps a version until {@code expires}, or longer where it is kept longer already.
   *
   * @param article its JSON under gzip
   */
  void keep(String articleId, String version, byte[] article, Instant expires) {
    Item item =
        new Item(Articles.ARTICLE.of(articleId), Articles.VERSION.of(version))
            .text(Attributes.VERSION, version)
            .number(Attributes.EXPIRES, expires.getEpochSecond());
    if (article.length <= Item.MOST_BYTES) {
      item.bytes(Attributes.ARTICLE, article);
    } else {
      String at = "texts/" + articleId + "/" + version + ".json.gz";
      bucket.write(at, article, "application/gzip");
      item.text(Attributes.ARTICLE_AT, at);
    }
    table.putIfGreater(item, Attributes.EXPIRES);
  }

  /** Its JSON under gzip, empty where it was never there or its time is over. */
  Optional<byte[]> article(String articleId, String version, Instant now) {
    return article(kept(articleId, version), now);
  }

  /** The same of an article that was read, maybe with its versions. */
  Optional<byte[]> article(Head head, String articleId, String version, Instant now) {
    List<Item> texts = head.texts();
    if (texts != null) {
      for (Item text : texts) {
        if (text.text(Attributes.VERSION).equals(version)) {
          return article(text, now);
        }
      }
    }
    return article(articleId, version, now);
  }

  private @Nullable Item kept(String articleId, String version) {
    return table.get(Articles.ARTICLE.of(articleId), Articles.VERSION.of(version)).orElse(null);
  }

  private Optional<byte[]> article(@Nullable Item item, Instant now) {
    if (item == null || item.number(Attributes.EXPIRES) <= now.getEpochSecond()) {
      return Optional.empty();
    }
    String at = item.textOrNull(Attributes.ARTICLE_AT);
    return at == null ? Optional.ofNullable(item.bytes(Attributes.ARTICLE)) : bucket.bytes(at);
  }

  /** The version that an event has just brought. */
  record InHand(String version, PackedArticle article) {}

  /** A reference that decides what an article says, and the article. */
  record Deciding(String reference, PackedArticle article) {}

  /**
   * The newest reference whose text is still kept, null where none is.
   *
   * @throws IllegalStateException where a text is missing before its time
   */
  @Nullable Deciding deciding(
      String articleId, Map<String, String> refs, @Nullable InHand given, Retention retention) {
    for (String reference : refs.values().stream().sorted(Reference.NEWEST.reversed()).toList()) {
      String version = Reference.version(reference);
      if (given != null && given.version().equals(version)) {
        return new Deciding(reference, given.article());
      }
      Optional<byte[]> article = article(articleId, version, retention.clock().instant());
      if (article.isPresent()) {
        return new Deciding(reference, PackedArticle.of(article.get()));
      }
      if (!retention.over(Reference.time(reference))) {
        throw new IllegalStateException(
            "version " + version + " of article " + articleId + " is not stored");
      }
    }
    return null;
  }

  /** Deletes every version of the article. */
  void wipe(String articleId) {
    for (Item item :
        table.query(Range.of(Articles.ARTICLE.of(articleId)).family(Articles.VERSION))) {
      String at = item.textOrNull(Attributes.ARTICLE_AT);
      if (at != null) {
        bucket.delete(at);
      }
      table.delete(item.text(Schema.PK), item.text(Schema.SK));
    }
  }

  /**
   * How long texts are kept, and by whose clock.
   *
   * @param texts counted from the upload
   */
  public record Retention(Duration texts, Clock clock) {
    Instant end(String eventTime) {
      return Instant.parse(eventTime).plus(texts);
    }

    boolean over(@Nullable String eventTime) {
      return eventTime == null || !end(eventTime).isAfter(clock.instant());
    }
  }
}
