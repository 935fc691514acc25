package io.quotemark.enrich;

import io.quotemark.market.sources.MissingPrices;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the latest check of an article found to be missing, from the check to the moment at which
 * the article is stored; worked out where somebody asks.
 */
final class Lacking {
  private final Map<String, Supplier<List<MissingPrices>>> byArticle = new ConcurrentHashMap<>();

  void note(String article, Supplier<List<MissingPrices>> missing) {
    byArticle.put(article, missing);
  }

  /** Nothing where the article was not checked. */
  Supplier<List<MissingPrices>> take(String article) {
    Supplier<List<MissingPrices>> missing = byArticle.remove(article);
    return missing == null ? List::of : missing;
  }
}
