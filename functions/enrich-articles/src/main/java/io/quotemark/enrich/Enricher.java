package io.quotemark.enrich;

import io.quotemark.domain.article.Article;
import io.quotemark.market.sources.MissingPrices;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.runtime.messages.Upload;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.prices.PriceTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One message of the articles queue to what the table then holds; a re-check takes the same path.
 */
final class Enricher {
  private static final String SUPERSEDED = "Superseded";

  private final ArticleLedger ledger;
  private final Bucket bucket;
  private final Lacking lacking;
  private final @Nullable Asks asks;
  private final PriceTable prices;
  private final JsonLog log;

  /**
   * @param lacking what checks of the ledger found to be missing
   * @param asks null where no provider is configured
   * @param prices that articles are checked by
   */
  Enricher(
      ArticleLedger ledger,
      Bucket bucket,
      Lacking lacking,
      @Nullable Asks asks,
      PriceTable prices,
      JsonLog log) {
    this.ledger = ledger;
    this.bucket = bucket;
    this.lacking = lacking;
    this.asks = asks;
    this.prices = prices;
    this.log = log;
  }

  JsonLog log() {
    return log;
  }

  /** Messages that come from now on share no read with those before. */
  void begin() {
    prices.forget();
  }

  /**
   * @param again whether the message was handed out before
   */
  void on(ArticleMessage message, boolean again) {
    switch (message) {
      case ArticleMessage.Parsed(Upload upload, @Nullable String entry, PackedArticle article) ->
          accept(upload, entry, article, again);
      case ArticleMessage.ParsedElsewhere(Upload upload, @Nullable String entry, String at) -> {
        byte[] stored =
            bucket
                .bytes(at)
                .orElseThrow(() ->
                    new IllegalStateException(
                        "the article that the message points at is gone: " + at));
        accept(upload, entry, PackedArticle.of(stored), again);
      }
      case ArticleMessage.Rejected rejected -> {
        boolean newest =
            ledger.failed(
                event(rejected.upload(), rejected.entry()),
                rejected.code().name().toLowerCase(Locale.ROOT) + ": " + rejected.reason());
        taken(
            "upload_failed",
            newest ? "UploadsFailed" : SUPERSEDED,
            "key",
            rejected.upload().key(),
            "code",
            rejected.code());
      }
      case ArticleMessage.Removed(Upload upload) -> {
        boolean newest = ledger.removed(event(upload, null));
        taken("upload_removed", newest ? "UploadsRemoved" : SUPERSEDED, "key", upload.key());
      }
      case ArticleMessage.Manifest(Upload upload, List<String> entries) ->
          taken("bundle", "Bundles", "key", upload.key(), "entries", entries.size());
      case ArticleMessage.Recheck(String articleId, String why) ->
          taken(
              "rechecked",
              "Rechecked",
              "article",
              articleId,
              "why",
              why,
              "outcome",
              recheck(articleId));
      case ArticleMessage.TakeDown(String articleId, Instant asked) ->
          taken(
              "taken_down",
              "TakenDown",
              "article",
              articleId,
              "outcome",
              ledger.takeDown(articleId, asked.toString()));
      case ArticleMessage.Lift(String articleId) ->
          taken("lifted", "Lifted", "article", articleId, "outcome", ledger.lift(articleId));
    }
  }

  private void accept(Upload upload, @Nullable String entry, PackedArticle packed, boolean again) {
    long began = System.nanoTime();
    Article article = packed.article();
    String id = Identity.id(article, upload, entry);
    ArticleLedger.Outcome outcome =
        ledger.accepted(event(upload, entry), id, Identity.version(article), packed, again);
    Supplier<List<MissingPrices>> missing = lacking.take(id);
    if (asks != null && asks.after(id, missing)) {
      // whoever brought the prices may have looked for articles before this one could be found
      prices.forget();
      ledger.recheck(id);
      lacking.take(id);
    }
    taken(
        "article_taken",
        switch (outcome) {
          case STORED -> "ArticlesStored";
          case TAKEN_DOWN -> "UploadsFailed";
          default -> SUPERSEDED;
        },
        "article",
        id,
        "key",
        upload.key(),
        "bytes",
        upload.size(),
        "outcome",
        outcome,
        "millis",
        (System.nanoTime() - began) / 1_000_000);
  }

  private ArticleLedger.Outcome recheck(String articleId) {
    prices.forget(); // those that it was sent for came since
    ArticleLedger.Outcome outcome = ledger.recheck(articleId);
    Supplier<List<MissingPrices>> missing = lacking.take(articleId);
    if (asks != null) {
      asks.after(articleId, missing);
    }
    return outcome;
  }

  /** Every message that was processed is counted once as taken and once by what it came to. */
  private void taken(String event, String outcome, @Nullable Object... fields) {
    log.measured(event, List.of(Metric.one("MessagesTaken"), Metric.one(outcome)), fields);
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
