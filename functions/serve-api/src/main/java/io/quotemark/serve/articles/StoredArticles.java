package io.quotemark.serve.articles;

import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.Afterwards;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
  public StoredArticle linked(String id) {
    return one(
        id,
        checked -> {
          Propagation.Linked linked = propagation.linked(id, checked);
          return new Propagation.Linked(laterPrices.known(linked.checked()), linked.trails());
        });
  }

  /**
   * As it was stored.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  public StoredArticle asStored(String id) {
    return one(id, checked -> new Propagation.Linked(checked, Map.of()));
  }

  /**
   * As they were stored, by their ids, for lists: an entry may outlive its article by the moment
   * between two writes.
   */
  public Map<String, CheckedArticle> listed(List<String> ids) {
    return found(ids, CheckedArticleJson::read);
  }

  /** The claims alone, likewise. */
  public Map<String, List<CheckedClaim>> claims(List<String> ids) {
    return found(ids, CheckedArticleJson::readClaims);
  }

  /** The claims with the address of their article, likewise. */
  public Map<String, CheckedArticleJson.Statements> statements(List<String> ids) {
    return found(ids, CheckedArticleJson::readStatements);
  }

  private <T> Map<String, T> found(List<String> ids, Function<byte[], T> read) {
    Map<String, T> found = new HashMap<>();
    articles
        .findings(ids)
        .forEach((id, body) -> found.put(id, read.apply(PackedFindings.unpack(body))));
    return found;
  }

  private StoredArticle one(String id, Function<CheckedArticle, Propagation.Linked> links) {
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
