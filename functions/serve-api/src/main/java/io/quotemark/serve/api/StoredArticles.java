package io.quotemark.serve.api;

import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.Securities;
import io.quotemark.market.Afterwards;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.Sources;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Articles by their ids, as they may be shown. */
public final class StoredArticles {
  private final ArticleIndex articles;
  private final Propagation propagation;
  private final LaterPrices laterPrices;
  private final boolean textServed;

  /**
   * @param textServed whether an article's text may be shown; it is somebody else's
   */
  public StoredArticles(
      ArticleIndex articles,
      Sources sources,
      PriceHistory prices,
      Securities securities,
      boolean textServed) {
    this.articles = articles;
    this.propagation = new Propagation(sources);
    this.laterPrices = new LaterPrices(prices, new Afterwards(Calendars.load(), securities));
    this.textServed = textServed;
  }

  /**
   * With what is known from other articles and from prices of later.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  StoredArticle linked(String id) {
    return one(id, checked -> laterPrices.known(propagation.linked(id, checked)));
  }

  /**
   * As it was stored.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  StoredArticle asStored(String id) {
    return one(id, checked -> checked);
  }

  /** As it was stored, for lists, whose entries may outlive it by the moment between two writes. */
  Optional<CheckedArticle> listed(String id) {
    return articles.findings(id).map(StoredArticle::findings);
  }

  private StoredArticle one(String id, UnaryOperator<CheckedArticle> links) {
    return switch (articles.article(id)) {
      case ArticleIndex.Found.Stored found -> StoredArticle.of(found, textServed, links);
      case ArticleIndex.Found.Nothing nothing ->
          throw Problem.notFound("article", id, List.of()).raised();
      case ArticleIndex.Found.TakenDown(String since, List<String> left) ->
          throw Problem.of(
                  410,
                  "taken_down",
                  "This article was taken down",
                  "on "
                      + since
                      + (left.isEmpty()
                          ? "; nothing of it is kept"
                          : "; documents with other articles still hold it: "
                              + String.join(", ", left)))
              .raised();
    };
  }
}
