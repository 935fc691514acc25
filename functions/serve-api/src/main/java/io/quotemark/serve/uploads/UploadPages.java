package io.quotemark.serve.uploads;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.FormFields;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.UploadRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The page of the uploads, and the form that retries one. */
public final class UploadPages {
  /** What the page may be narrowed by. */
  public static final Set<String> PARAMETERS = Set.of("status", "key", "cursor");

  /** What the reader of uploads takes. */
  private static final int MOST_BYTES = 25 * 1024 * 1024;

  private final UploadSearch uploads;
  private final Bucket bucket;
  private final Inbox inbox;

  public UploadPages(UploadSearch uploads, Bucket bucket, Inbox inbox) {
    this.uploads = uploads;
    this.bucket = bucket;
    this.inbox = inbox;
  }

  public HttpResponse list(Call call) {
    ArticleIndex.Page<UploadRecord> page = uploads.find(call.query());
    List<UploadsPage.Upload> rows =
        page.items().stream()
            .map(upload ->
                new UploadsPage.Upload(
                    upload.key(),
                    UploadSearch.word(upload),
                    upload.reason(),
                    upload.articles(),
                    upload.eventTime(),
                    upload.status() == UploadRecord.Status.FAILED && isOurs(upload.key())))
            .toList();
    String key = call.query().text("key");
    if (key != null) {
      return Answers.page(200, UploadsPage.one(key, rows));
    }
    String status = call.query().text("status");
    String next =
        page.next() == null
            ? null
            : "/uploads?"
                + (status == null ? "" : "status=" + status + "&")
                + "cursor="
                + page.next();
    return Answers.page(200, UploadsPage.of(rows, status, next));
  }

  /**
   * Puts a document that was handed in here into the inbox once more, where it is read again. Other
   * documents are the operator's: this function may not write them.
   */
  public HttpResponse retry(Call call) {
    String key = FormFields.of(call.request()).text("key");
    if (key == null || !isOurs(key)) {
      throw Problem.invalidParameter(
              "key",
              "must be that of a document which was handed in here; retry others with ./quotemark replay KEY")
          .raised();
    }
    switch (bucket.read(key, MOST_BYTES)) {
      case Bucket.Found.Content found ->
          inbox.replace(new Inbox.Entry(key, found.contentType(), found.metadata()), found.bytes());
      case Bucket.Found.Gone gone -> throw Problem.notFound("document", key, List.of()).raised();
      case Bucket.Found.TooLarge large ->
          throw Problem.of(
                  413,
                  "too_large",
                  "The document is too large",
                  "%,d bytes; the most is %,d".formatted(large.bytes(), MOST_BYTES))
              .raised();
    }
    return Answers.seeOther("/uploads?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  private static boolean isOurs(String key) {
    return key.startsWith(Inbox.API);
  }
}
