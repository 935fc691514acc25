package io.quotemark.enrich;

import io.quotemark.domain.Article;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.Upload;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message of the articles queue to what the table then holds; a re-check takes the same path.
 */
final class Enricher {
  private final ArticleLedger ledger;
  private final Bucket bucket;
  private final JsonLog log;

  Enricher(ArticleLedger ledger, Bucket bucket, JsonLog log) {
    this.ledger = ledger;
    this.bucket = bucket;
    this.log = log;
  }

  JsonLog log() {
    return log;
  }

  void on(ArticleMessage message) {
    switch (message) {
      case ArticleMessage.Parsed(Upload upload, @Nullable String entry, Article article) ->
          accept(upload, entry, ArticleMessage.compressed(article), article);
      case ArticleMessage.ParsedElsewhere(Upload upload, @Nullable String entry, String at) -> {
        byte[] stored =
            bucket
                .bytes(at)
                .orElseThrow(() ->
                    new IllegalStateException(
                        "the article that the message points at is gone: " + at));
        accept(upload, entry, stored, ArticleMessage.expanded(stored));
      }
      case ArticleMessage.Rejected rejected -> {
        boolean newest =
            ledger.failed(
                event(rejected.upload(), rejected.entry()),
                rejected.code().name().toLowerCase(Locale.ROOT) + ": " + rejected.reason());
        log.info(
            "upload_failed",
            "key",
            rejected.upload().key(),
            "code",
            rejected.code(),
            "newest",
            newest);
      }
      case ArticleMessage.Removed(Upload upload) -> {
        boolean newest = ledger.removed(event(upload, null));
        log.info("upload_removed", "key", upload.key(), "newest", newest);
      }
      case ArticleMessage.Manifest(Upload upload, List<String> entries) ->
          log.info("bundle", "key", upload.key(), "entries", entries.size());
      case ArticleMessage.Recheck(String articleId, String why) -> {
        boolean there = ledger.recheck(articleId);
        log.info("rechecked", "article", articleId, "why", why, "there", there);
      }
    }
  }

  private void accept(Upload upload, @Nullable String entry, byte[] compressed, Article article) {
    long began = System.nanoTime();
    String id = Identity.id(article, upload, entry);
    boolean newest =
        ledger.accepted(event(upload, entry), id, Identity.version(article), compressed);
    log.info(
        "article_stored",
        "article",
        id,
        "key",
        upload.key(),
        "bytes",
        upload.size(),
        "newest",
        newest,
        "millis",
        (System.nanoTime() - began) / 1_000_000);
  }

  private static ArticleLedger.Event event(Upload upload, @Nullable String entry) {
    return new ArticleLedger.Event(
        upload.key(),
        entry == null ? "" : entry,
        upload.sequencer(),
        upload.size(),
        upload.time().toString());
  }
}
