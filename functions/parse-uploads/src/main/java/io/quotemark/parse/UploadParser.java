package io.quotemark.parse;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.log.Trace;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.runtime.messages.Upload;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.JointSends;
import io.quotemark.storage.Queue;
import io.quotemark.storage.articles.UploadRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of the bucket to the messages it gives; writes to no table, so there is nothing to get
 * out of step.
 */
final class UploadParser {
  /** The largest upload that is read. */
  static final int MOST_BYTES = 25 * 1024 * 1024;

  private final ArticleReader reader;
  private final Bucket bucket;
  private final Queue articles;
  private final @Nullable Archives archives;
  private final JointSends sends;
  private final JsonLog log;

  /**
   * @param archives null where documents of archives go the way of the news
   * @param sends by which everything is sent
   */
  UploadParser(
      ArticleReader reader,
      Bucket bucket,
      Queue articles,
      @Nullable Archives archives,
      JointSends sends,
      JsonLog log) {
    this.reader = reader;
    this.bucket = bucket;
    this.articles = articles;
    this.archives = archives;
    this.sends = sends;
    this.log = log;
  }

  JsonLog log() {
    return log;
  }

  /**
   * @param passedOn whether it came by the queue of archives
   */
  void on(ObjectEvent event, boolean passedOn) {
    Queue to = articles;
    if (archives != null && Archives.holds(event)) {
      if (!passedOn) {
        sends.send(archives.queue(), List.of(Archives.marked(event)), Trace.header());
        return;
      }
      to = archives.articles();
    }
    on(event, to);
  }

  private void on(ObjectEvent event, Queue to) {
    long began = System.nanoTime();
    Upload upload = Upload.of(event);
    if (event.key().endsWith("/")) {
      received("folder_passed_over", 0, "key", event.key());
      return;
    }
    List<ArticleMessage> messages =
        switch (event.kind()) {
          case REMOVED -> removed(upload);
          case CREATED -> created(upload);
        };
    sends.send(to, messages.stream().map(this::fitting).toList(), Trace.header());
    received(
        "upload_parsed",
        messages.size(),
        "key",
        event.key(),
        "kind",
        event.kind(),
        "bytes",
        event.size(),
        "messages",
        messages.size(),
        "millis",
        (System.nanoTime() - began) / 1_000_000);
  }

  /** Every event that was processed is counted once, with the messages that came of it. */
  private void received(String line, int messages, @Nullable Object... fields) {
    log.measured(
        line,
        List.of(Metric.one("UploadsReceived"), Metric.count("MessagesSent", messages)),
        fields);
  }

  private List<ArticleMessage> removed(Upload upload) {
    if (bucket.holds(upload.key())) {
      // it was put again, or one of its former versions went: its creation has an event of its own
      log.info("object_there", "key", upload.key());
      return List.of();
    }
    return List.of(new ArticleMessage.Removed(upload));
  }

  private List<ArticleMessage> created(Upload upload) {
    return switch (bucket.read(upload.key(), MOST_BYTES)) {
      case Bucket.Found.Gone gone -> {
        // its removal has an event of its own; this one says nothing any more
        log.info("object_gone", "key", upload.key());
        yield List.of();
      }
      case Bucket.Found.TooLarge(long bytes) ->
          List.of(
              new ArticleMessage.Rejected(
                  upload,
                  null,
                  Reading.Code.TOO_LARGE,
                  "%,d bytes; the most is %,d. Split it, or compress it if it is a bundle."
                      .formatted(bytes, MOST_BYTES)));
      case Bucket.Found.Content content -> read(upload, content);
    };
  }

  private List<ArticleMessage> read(Upload upload, Bucket.Found.Content content) {
    Map<String, String> metadata = content.metadata();
    String tickers = metadata.getOrDefault("tickers", "");
    Document.Hints hints =
        new Document.Hints(
            metadata.get("published-at"),
            metadata.get("language"),
            tickers.isBlank() ? List.of() : List.of(tickers.strip().split("\\s*,\\s*", 50)),
            metadata.get("source"),
            kind(upload, metadata.get("source-kind")),
            metadata.get("address"));
    List<ArticleMessage> out = new ArrayList<>();
    String type = content.contentType();
    // what uploaders send when they do not know says nothing
    boolean known =
        !type.isBlank()
            && !type.equals("application/octet-stream")
            && !type.equals("binary/octet-stream");
    Reading reading =
        reader.read(new Document(content.bytes(), upload.key(), known ? type : null, hints));
    collect(upload, null, hints.address() == null ? reading : one(reading), out);
    return out;
  }

  /** What was fetched from an address is one article: entries could pass for other addresses'. */
  private static Reading one(Reading reading) {
    return reading instanceof Reading.Bundle
        ? new Reading.Rejected(
            Reading.Code.UNSUPPORTED_FORMAT,
            "The page is a list or an archive, not one article. Upload it as a document instead.")
        : reading;
  }

  /**
   * A kind that there is not says nothing: the document is read all the same, as its source's
   * setting has it, and the log tells.
   */
  private @Nullable SourceKind kind(Upload upload, @Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    for (SourceKind kind : SourceKind.values()) {
      if (kind.name().equals(said.strip().toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    log.warn("source_kind_unknown", "key", upload.key(), "source_kind", said);
    return null;
  }

  private void collect(
      Upload upload, @Nullable String entry, Reading reading, List<ArticleMessage> out) {
    switch (reading) {
      case Reading.One(Article article) ->
          out.add(new ArticleMessage.Parsed(upload, entry, PackedArticle.of(article)));
      case Reading.Rejected(Reading.Code code, String message) ->
          out.add(new ArticleMessage.Rejected(upload, entry, code, message));
      case Reading.Bundle(List<Reading.Entry> entries) -> {
        if (entry == null) {
          out.add(
              new ArticleMessage.Manifest(
                  upload, entries.stream().map(Reading.Entry::name).toList()));
        }
        for (Reading.Entry one : entries) {
          collect(
              upload, entry == null ? one.name() : entry + "/" + one.name(), one.reading(), out);
        }
      }
    }
  }

  /**
   * The message's body; an article past the queue's limit goes to the bucket, and the message says
   * where.
   */
  private byte[] fitting(ArticleMessage message) {
    byte[] body = message.toJson();
    if (body.length <= Queue.MOST_MESSAGE_BYTES
        || !(message instanceof ArticleMessage.Parsed parsed)) {
      return body;
    }
    Upload upload = parsed.upload();
    String entry = parsed.entry() == null ? "" : parsed.entry();
    String at =
        UploadRecord.messageKey(
            UploadRecord.reference(upload.key(), entry),
            upload.sequencer(),
            upload.time().toString());
    bucket.write(at, parsed.article().gzip(), "application/gzip");
    return new ArticleMessage.ParsedElsewhere(upload, parsed.entry(), at).toJson();
  }
}
