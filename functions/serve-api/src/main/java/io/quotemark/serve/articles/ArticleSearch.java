package io.quotemark.serve.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleLists.Placed;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles. Every list asks here, whether a program or a person reads it: articles, claims,
 * the feed, and the pages of the store, a listing and a source.
 */
public final class ArticleSearch {
  private final ArticleLists lists;
  private final ArticleFilters filters;

  public ArticleSearch(ArticleLists lists, Securities securities) {
    this.lists = lists;
    this.filters = new ArticleFilters(securities);
  }

  /**
   * What a request asks for.
   *
   * @param listing that the path names, null where it names none
   * @throws Problem.Raised where a value is unusable, or names a listing or issuer there is not
   */
  public ArticleQuery query(Parameters query, @Nullable ListingId listing) {
    return filters.of(query, listing);
  }

  /**
   * @param cursor of an earlier page of the same query, null for the first
   * @throws Problem.Raised where the list does not know the cursor
   */
  public ArticleIndex.Page<Summary> page(ArticleQuery wanted, int limit, @Nullable String cursor) {
    return Paging.read(() -> lists.page(wanted, limit, cursor));
  }

  /** The same with the cursor behind each article. */
  public ArticleIndex.Page<Placed> placed(ArticleQuery wanted, int limit, @Nullable String cursor) {
    return Paging.read(() -> lists.placed(wanted, limit, cursor));
  }

  /** Time of the latest change to any list, RFC 3339. */
  public Optional<String> changed() {
    return lists.changed();
  }
}
