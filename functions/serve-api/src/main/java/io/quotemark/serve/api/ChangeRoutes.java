package io.quotemark.serve.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Rows;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.Removals;
import io.quotemark.storage.articles.Removals.Removal;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of articles: the versions of one, and which are gone. */
public final class ChangeRoutes {
  private final Removals removals;
  private final ArticleHistory history;
  private final StoredArticles stored;
  private final Clock clock;

  public ChangeRoutes(
      Removals removals, ArticleHistory history, StoredArticles stored, Clock clock) {
    this.removals = removals;
    this.history = history;
    this.stored = stored;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/removed",
            Set.of("updated_since", "limit", "cursor"),
            (request, path, query) -> removed(request, query)),
        new Route(
            "GET",
            "/v1/articles/{id}/history",
            Set.of(),
            (request, path, query) -> history(path.getFirst())));
  }

  private HttpResponse removed(HttpRequest request, Parameters query) {
    @Nullable Instant since = query.moment("updated_since");
    int limit = Page.limit(query);
    ArticleIndex.Page<Removal> page =
        Page.read(() -> removals.since(since, limit, query.text("cursor")));
    return new Rows<>(
            "removed",
            page.items(),
            ChangeRoutes::write,
            List.of(
                new Rows.Column<>("id", Removal::id),
                new Rows.Column<>("removed_at", Removal::time),
                new Rows.Column<>("taken_down", r -> Boolean.toString(r.takenDown()))),
            new Rows.Meta(page.next(), removals.changed().orElse(null), false))
        .answer(request);
  }

  private static void write(Removal removal, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", removal.id());
    out.writeStringField("removed_at", removal.time());
    out.writeBooleanField("taken_down", removal.takenDown());
    out.writeEndObject();
  }

  private HttpResponse history(String id) {
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
