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
  /** Listings that claims wait for that the page shows; the route for programs has all. */
  private static final int LISTED = 5;

  private final ArticleSearch search;
  private final ArticleRows rows;
  private final StoreCounts counts;
  private final NeededEvidence needed;
  private final NeededPrices.Means means;

  public IndexPages(
      ArticleSearch search,
      ArticleRows rows,
      StoreCounts counts,
      NeededEvidence needed,
      NeededPrices.Means means) {
    this.search = search;
    this.rows = rows;
    this.counts = counts;
    this.needed = needed;
    this.means = means;
  }

  public HttpResponse index(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    ArticleIndex.Page<ArticleRecord.Summary> page =
        search.page(search.query(query, null), Paging.limit(query), query.text("cursor"));
    Map<String, String> given = new TreeMap<>(request.query());
    given.keySet().retainAll(ArticleFilters.NAMES);
    boolean first = given.remove("cursor") == null;
    given.values().removeIf(String::isBlank);
    StoreCounts.Counts counted = counts.counts();
    return Answers.page(
        200,
        IndexPage.of(
            rows.of(page.items()),
            new SearchForm(ArticleFilters.NAMES, given, counted.languages()),
            ArticleList.next("/", given, page.next()),
            first,
            counted,
            waiting(counted.waiting())));
  }

  private NeededPrices.Section waiting(WaitingClaims.Summary summary) {
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
