package io.quotemark.serve.articles;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.evidence.NeededEvidence;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.WaitingClaims;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first page: the list that {@code /v1/articles} answers, with the same parameters. */
public final class IndexPages {
  /**
   * Articles with claims that wait for prices that the page counts; it says where there are more.
   */
  private static final int MOST_ARTICLES = 1_000;

  /** Listings that claims wait for that the page shows; the route for programs has all. */
  private static final int LISTED = 5;

  private final ArticleSearch search;
  private final NeededEvidence needed;
  private final NeededPrices.Means means;

  public IndexPages(ArticleSearch search, NeededEvidence needed, NeededPrices.Means means) {
    this.search = search;
    this.needed = needed;
    this.means = means;
  }

  public HttpResponse index(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    ArticleIndex.Page<ArticleRecord.Summary> page =
        search.page(search.query(query, null), Paging.limit(query), query.text("cursor"));
    Map<String, String> given = new TreeMap<>(request.query());
    given.remove("cursor");
    given.values().removeIf(String::isBlank);
    return Answers.page(
        200,
        IndexPage.of(
            ArticleList.rows(page.items()),
            new SearchForm(ArticleFilters.NAMES, given),
            ArticleList.next("/", given, page.next()),
            request.query().isEmpty() ? waiting() : null));
  }

  private NeededPrices.Section waiting() {
    WaitingClaims.Summary summary = needed.summary(MOST_ARTICLES);
    List<NeededPrices.Row> rows =
        summary.listings().stream()
            .limit(LISTED)
            .map(one ->
                new NeededPrices.Row(
                    one.needed(), needed.issuer(one.needed().listing()), one.claims()))
            .toList();
    return new NeededPrices.Section(
        rows, summary.listings().size(), summary.claims(), summary.complete(), means);
  }
}
