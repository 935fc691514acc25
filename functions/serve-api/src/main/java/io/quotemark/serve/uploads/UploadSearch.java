package io.quotemark.serve.uploads;

import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.UploadRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds uploads by key or status, for programs and for the page. */
public final class UploadSearch {
  private static final int PAGE = 50;
  private static final int MOST = 100;

  private final ArticleIndex articles;
  private final Bucket bucket;

  public UploadSearch(ArticleIndex articles, Bucket bucket) {
    this.articles = articles;
    this.bucket = bucket;
  }

  /**
   * @throws Problem.Raised where the status or the cursor is none
   */
  ArticleIndex.Page<UploadRecord> find(Parameters query) {
    int limit = query.number("limit", PAGE, 1, MOST);
    UploadRecord.Status status = status(query.text("status"));
    String key = query.text("key");
    if (key != null) {
      return new ArticleIndex.Page<>(
          articles.upload(key).or(() -> onItsWay(key)).map(List::of).orElse(List.of()), null);
    }
    String cursor = query.text("cursor");
    try {
      return status != null ? articles.uploads(status, limit, cursor) : all(limit, cursor);
    } catch (ArticleIndex.BadCursor e) {
      throw Problem.unusableParameter(
              "cursor", "is none that this list handed out; start without one")
          .raised();
    }
  }

  /**
   * A document that nothing has been written about yet: its message waits, is being worked on or is
   * a dead letter. That costs a look into the bucket, where a record of it would cost a write for
   * each article.
   */
  private Optional<UploadRecord> onItsWay(String key) {
    return key.startsWith(Inbox.ROOT)
        ? bucket
            .entry(key)
            .map(object ->
                new UploadRecord(
                    key,
                    null,
                    UploadRecord.Status.PROCESSING,
                    List.of(),
                    null,
                    object.size(),
                    object.modified().toString()))
        : Optional.empty();
  }

  /** The three lists, each newest first, as one. */
  private ArticleIndex.Page<UploadRecord> all(int limit, @Nullable String cursor) {
    List<UploadRecord> merged = new ArrayList<>();
    boolean more = false;
    for (UploadRecord.Status status : UploadRecord.Status.LISTED) {
      ArticleIndex.Page<UploadRecord> page = articles.uploads(status, limit, cursor);
      merged.addAll(page.items());
      // one list alone may fill the page and go on behind it
      more |= page.next() != null;
    }
    more |= merged.size() > limit;
    merged.sort(
        Comparator.comparing((UploadRecord u) -> u.eventTime() + "#" + UploadRecord.digest(u.key()))
            .reversed());
    List<UploadRecord> page = merged.subList(0, Math.min(limit, merged.size()));
    return new ArticleIndex.Page<>(page, more ? ArticleIndex.cursorAfter(page.getLast()) : null);
  }

  private static UploadRecord.@Nullable Status status(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (UploadRecord.Status status : UploadRecord.Status.LISTED) {
      if (status.name().toLowerCase(Locale.ROOT).equals(text)) {
        return status;
      }
    }
    throw Problem.invalidParameter(
            "status", "must be done, failed or removed, not " + Problem.shown(text))
        .raised();
  }

  /** The status as answers write it. */
  static String word(UploadRecord upload) {
    return upload.status().name().toLowerCase(Locale.ROOT);
  }
}
