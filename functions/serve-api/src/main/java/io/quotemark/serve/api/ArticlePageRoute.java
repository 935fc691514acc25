package io.quotemark.serve.api;

import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.Securities;
import io.quotemark.domain.TextSketch.Kinship;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.ArticleCharts;
import io.quotemark.serve.pages.ArticlePage;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.SimilarArticles;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The page of a stored article. */
public final class ArticlePageRoute {
  /** Copies and rewrites that are named; the route for programs has more. */
  private static final int ALIKE = 10;

  private final StoredArticles articles;
  private final SimilarArticles similar;
  private final ArticleHistory history;
  private final Charts charts;
  private final Clock clock;

  public ArticlePageRoute(
      StoredArticles articles,
      SimilarArticles similar,
      ArticleHistory history,
      PriceHistory prices,
      Securities securities,
      Clock clock) {
    this.articles = articles;
    this.similar = similar;
    this.history = history;
    this.charts = new Charts(prices, securities);
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET", "/articles/{id}", Set.of(), (request, path, query) -> page(path.getFirst())));
  }

  private HttpResponse page(String id) {
    StoredArticle stored = articles.linked(id);
    return Answers.page(
        200,
        ArticlePage.of(
            stored.excerpted(),
            new ArticlePage.Stored(id, versions(id), alike(id)),
            stored.text(),
            new ArticleCharts(charts.of(stored.checked()))));
  }

  /** What it says now first, then what was uploaded last. */
  private List<ArticlePage.Version> versions(String id) {
    return history.of(id, clock.instant()).stream()
        .flatMap(known -> known.versions().stream())
        .sorted(
            Comparator.comparing((ArticleHistory.Version v) -> v.current())
                .thenComparing(v -> v.uploads().isEmpty() ? "" : v.uploads().getLast())
                .reversed())
        .map(v ->
            new ArticlePage.Version(
                v.version(),
                v.current(),
                v.uploads(),
                v.textUntil() == null ? null : v.textUntil().toString()))
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
