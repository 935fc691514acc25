package io.quotemark.serve.articles;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.SimilarArticles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Copies, updates and rewrites of a stored article: how much alike, and which came first. */
public final class SimilarApi {
  private static final int PAGE = 20;
  private static final int MOST = 50;

  private final SimilarArticles articles;

  public SimilarApi(SimilarArticles articles) {
    this.articles = articles;
  }

  public HttpResponse similar(Call call) {
    String id = call.id();
    int limit = call.query().number("limit", PAGE, 1, MOST);
    SimilarArticles.Found found =
        articles
            .to(id, limit)
            .orElseThrow(() -> Problem.notFound("article", id, List.of()).raised());
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("id", id);
      out.writeStringField("published_at", found.article().published());
      out.writeArrayFieldStart("similar");
      for (SimilarArticles.Similar one : found.similar()) {
        Summary article = one.article();
        out.writeStartObject();
        out.writeStringField("id", article.id());
        out.writeStringField("title", article.title());
        out.writeStringField("source", article.source());
        out.writeStringField("language", article.language());
        out.writeStringField("published_at", article.published());
        out.writeStringField("kinship", one.kinship().name().toLowerCase(Locale.ROOT));
        out.writeStringField("degree", degree(one.degree()));
        out.writeStringField("first", first(found.article(), article));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static String degree(double degree) {
    return BigDecimal.valueOf(degree).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The id of the one published first; null where their times do not tell. */
  private static @Nullable String first(Summary a, Summary b) {
    if (a.published() == null || b.published() == null) {
      return null;
    }
    int order =
        timed(a.published()) && timed(b.published())
            ? OffsetDateTime.parse(a.published())
                .toInstant()
                .compareTo(OffsetDateTime.parse(b.published()).toInstant())
            : day(a.published()).compareTo(day(b.published()));
    return order == 0 ? null : order < 0 ? a.id() : b.id();
  }

  private static boolean timed(String published) {
    return published.indexOf('T') > 0;
  }

  private static String day(String published) {
    return published.substring(0, 10);
  }
}
