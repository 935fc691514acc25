package io.quotemark.serve.articles;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Rows;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.Removals;
import io.quotemark.storage.articles.Removals.Removal;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of articles: the versions of one, and which are gone. */
public final class HistoryApi {
  private final Removals removals;
  private final ArticleHistory history;
  private final StoredArticles stored;
  private final Clock clock;

  public HistoryApi(Removals removals, ArticleHistory history, StoredArticles stored, Clock clock) {
    this.removals = removals;
    this.history = history;
    this.stored = stored;
    this.clock = clock;
  }

  public HttpResponse removed(Call call) {
    Parameters query = call.query();
    @Nullable Instant since = query.moment("updated_since");
    int limit = Paging.limit(query);
    ArticleIndex.Page<Removal> page =
        Paging.read(() -> removals.since(since, limit, query.text("cursor")));
    return new Rows<>(
            "removed",
            page.items(),
            HistoryApi::write,
            List.of(
                new Rows.Column<>("id", Removal::id),
                new Rows.Column<>("removed_at", Removal::time),
                new Rows.Column<>("taken_down", r -> Boolean.toString(r.takenDown()))),
            new Rows.Meta(page.next(), removals.changed().orElse(null), false))
        .answer(call.request());
  }

  private static void write(Removal removal, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", removal.id());
    out.writeStringField("removed_at", removal.time());
    out.writeBooleanField("taken_down", removal.takenDown());
    out.writeEndObject();
  }

  public HttpResponse versions(Call call) {
    String id = call.id();
    boolean sample = stored.asStored(id).checked().sampleData();
    ArticleHistory.History known =
        history
            .of(id, clock.instant())
            .orElseThrow(() -> Problem.notFound("article", id, List.of()).raised());
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("id", id);
      out.writeStringField("updated_at", known.updated().isEmpty() ? null : known.updated());
      out.writeArrayFieldStart("versions");
      for (ArticleHistory.Version version : known.versions()) {
        out.writeStartObject();
        out.writeStringField("version", version.version());
        out.writeBooleanField("current", version.current());
        out.writeArrayFieldStart("uploaded_at");
        for (String upload : version.uploads()) {
          out.writeString(upload);
        }
        out.writeEndArray();
        out.writeStringField(
            "text_until", version.textUntil() == null ? null : version.textUntil().toString());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeBooleanField("sample_data", sample);
      out.writeEndObject();
    });
  }
}
