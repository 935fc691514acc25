package io.quotemark.serve.articles;

import io.quotemark.domain.article.TextSketch.Kinship;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.AtOnce;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Origin;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.Head;
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
  private final ArticlePrices prices;
  private final NeededPrices.Means means;

  public ArticlePages(
      StoredArticles articles,
      SimilarArticles similar,
      ArticleHistory history,
      ArticlePrices prices,
      NeededPrices.Means means,
      Clock clock) {
    this.articles = articles;
    this.similar = similar;
    this.history = history;
    this.clock = clock;
    this.prices = prices;
    this.means = means;
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    StoredArticles.Opened opened = articles.openWhole(id);
    try (AtOnce asked = new AtOnce()) {
      AtOnce.Answer<List<ArticlePage.Alike>> alike = asked.ask(() -> alike(opened.head()));
      ArticlePrices.Loading loading =
          prices.loading(opened.checked(), articles.pending(opened), asked);
      StoredArticle stored = articles.linked(opened, loading.tape(), asked);
      return Answers.page(
          200,
          ArticlePage.of(
              stored.excerpted(),
              new ArticlePage.Beside(
                  new ArticlePage.Stored(id, versions(opened.head()), alike.get()),
                  stored.text(),
                  loading.loaded(),
                  means,
                  stored.trails(),
                  call.query().text("claim"),
                  Origin.of(call.request()))));
    }
  }

  private List<ArticlePage.Version> versions(Head article) {
    return history.of(article, clock.instant()).versions().stream()
        .map(v -> new ArticlePage.Version(v.version(), v.current(), v.uploads()))
        .toList();
  }

  private List<ArticlePage.Alike> alike(Head article) {
    return similar.to(article, ALIKE).stream()
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
