package io.quotemark.serve.api;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.UploadsPage;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.UploadRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of every upload, and of one by its key. */
public final class UploadRoutes {
  private static final int PAGE = 50;
  private static final int MOST = 100;

  private final ArticleIndex articles;

  public UploadRoutes(ArticleIndex articles) {
    this.articles = articles;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/uploads",
            Set.of("status", "key", "limit", "cursor"),
            (request, path, query) -> json(query)),
        new Route(
            "GET", "/uploads", Set.of("status", "cursor"), (request, path, query) -> page(query)));
  }

  private HttpResponse json(Parameters query) {
    ArticleIndex.Page<UploadRecord> page = find(query);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("uploads");
      for (UploadRecord upload : page.items()) {
        out.writeStartObject();
        out.writeStringField("key", upload.key());
        out.writeStringField("status", word(upload));
        out.writeStringField("reason", upload.reason());
        out.writeArrayFieldStart("articles");
        for (String article : upload.articles()) {
          out.writeString(article);
        }
        out.writeEndArray();
        out.writeNumberField("size", upload.size());
        out.writeStringField("sequencer", upload.sequencer());
        out.writeStringField("event_time", upload.eventTime());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeStringField("next_cursor", page.next());
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private HttpResponse page(Parameters query) {
    ArticleIndex.Page<UploadRecord> page = find(query);
    List<UploadsPage.Upload> rows = new ArrayList<>();
    for (UploadRecord upload : page.items()) {
      rows.add(
          new UploadsPage.Upload(
              upload.key(),
              word(upload),
              upload.reason(),
              upload.articles().stream().findFirst().orElse(null),
              upload.eventTime()));
    }
    String status = query.text("status");
    String next =
        page.next() == null
            ? null
            : "/uploads?"
                + (status == null ? "" : "status=" + status + "&")
                + "cursor="
                + page.next();
    return Answers.page(200, UploadsPage.of(rows, status, next));
  }

  private ArticleIndex.Page<UploadRecord> find(Parameters query) {
    String key = query.text("key");
    if (key != null) {
      return new ArticleIndex.Page<>(articles.upload(key).map(List::of).orElse(List.of()), null);
    }
    int limit = query.number("limit", PAGE, 1, MOST);
    UploadRecord.Status status = status(query.text("status"));
    String cursor = query.text("cursor");
    try {
      return status != null ? articles.uploads(status, limit, cursor) : all(limit, cursor);
    } catch (ArticleIndex.BadCursor e) {
      throw Problem.invalidParameter(
              "cursor", "is none that this list handed out; start without one")
          .raised();
    }
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

  private static String word(UploadRecord upload) {
    return upload.status().name().toLowerCase(Locale.ROOT);
  }
}
