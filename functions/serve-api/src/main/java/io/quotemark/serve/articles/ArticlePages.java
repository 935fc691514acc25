package io.quotemark.serve.articles;

import io.quotemark.domain.article.TextSketch.Kinship;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.SimilarArticles;
import java.time.Clock;
import java.util.List;

/** The page of a stored article. */
public final class ArticlePages {
  /** Copies and rewrites that are named; the route for programs has more. */
  private static final int ALIKE = 10;

  private final StoredArticles articles;
  private final SimilarArticles similar;
  private final ArticleHistory history;
  private final Clock clock;
  private final Charts charts;
  private final NeededPrices.Means means;

  public ArticlePages(
      StoredArticles articles,
      SimilarArticles similar,
      ArticleHistory history,
      PriceHistory prices,
      Securities securities,
      NeededPrices.Means means,
      Clock clock) {
    this.articles = articles;
    this.similar = similar;
    this.history = history;
    this.clock = clock;
    this.charts = new Charts(prices, securities);
    this.means = means;
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    StoredArticle stored = articles.linked(id);
    return Answers.page(
        200,
        ArticlePage.of(
            stored.excerpted(),
            new ArticlePage.Stored(id, versions(id), alike(id)),
            stored.text(),
            new ArticleCharts(charts.of(stored.checked())),
            means));
  }

  private List<ArticlePage.Version> versions(String id) {
    return history.of(id, clock.instant()).stream()
        .flatMap(known -> known.versions().stream())
        .map(v -> new ArticlePage.Version(v.version(), v.current(), v.uploads()))
        .toList();
  }

  private List<ArticlePage.Alike> alike(String id) {
    return similar.to(id, ALIKE).stream()
        .flatMap(found -> found.similar().stream())
        .map(one ->
            new ArticlePage.Alike(
                one.article().id(),
                one.article().title(),
                one.article().source(),
                one.article().published(),
                words(one.kinship())))
        .toList();
  }

  private static String words(Kinship kinship) {
    return switch (kinship) {
      case IDENTICAL -> "the same text";
      case COPY -> "a copy";
      case EXCERPT -> "an excerpt or an extension";
      case REWRITE -> "a rewrite";
      case NONE -> "";
    };
  }
}
