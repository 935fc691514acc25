package io.quotemark.serve.api;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.ArticleList;
import io.quotemark.serve.pages.IndexPage;
import io.quotemark.serve.pages.NeededPrices;
import io.quotemark.serve.pages.SearchForm;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.WaitingClaims;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The first page: the list that {@code /v1/articles} answers, with the same parameters. */
public final class IndexPageRoute {
  /**
   * Articles with claims that wait for prices that the page counts; it says where there are more.
   */
  private static final int MOST_ARTICLES = 1_000;

  /** Listings that claims wait for that the page shows; the route for programs has all. */
  private static final int LISTED = 5;

  private final ArticleLists lists;
  private final ArticleFilters filters;
  private final Securities securities;
  private final WaitingClaims waiting;
  private final NeededPrices.Means means;

  public IndexPageRoute(
      ArticleLists lists, Securities securities, WaitingClaims waiting, NeededPrices.Means means) {
    this.lists = lists;
    this.securities = securities;
    this.waiting = waiting;
    this.means = means;
    this.filters = new ArticleFilters(securities);
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET", "/", ArticleFilters.NAMES, (request, path, query) -> index(request, query)));
  }

  private HttpResponse index(HttpRequest request, Parameters query) {
    ArticleIndex.Page<ArticleRecord.Summary> page =
        Page.read(
            () -> lists.page(filters.of(query, null), Page.limit(query), query.text("cursor")));
    Map<String, String> given = new TreeMap<>(request.query());
    given.remove("cursor");
    given.values().removeIf(String::isBlank);
    return Answers.page(
        200,
        IndexPage.of(
            rows(page.items()),
            new SearchForm(ArticleFilters.NAMES, given),
            next("/", given, page.next()),
            request.query().isEmpty() ? waiting() : null));
  }

  private NeededPrices.Section waiting() {
    WaitingClaims.Summary summary = waiting.read(MOST_ARTICLES);
    List<NeededPrices.Row> rows =
        summary.listings().stream()
            .limit(LISTED)
            .map(one ->
                new NeededPrices.Row(one.needed(), issuer(one.needed().listing()), one.claims()))
            .toList();
    return new NeededPrices.Section(
        rows, summary.listings().size(), summary.claims(), summary.complete(), means);
  }

  private @Nullable String issuer(ListingId listing) {
    return listing.isCurrencyPair()
        ? null
        : securities.issuerOf(listing).map(Issuer::name).orElse(null);
  }

  static List<ArticleList.Row> rows(List<ArticleRecord.Summary> articles) {
    return articles.stream()
        .map(a ->
            new ArticleList.Row(
                a.id(),
                a.title(),
                a.source(),
                a.published(),
                a.listings(),
                counts(a.verdicts()),
                a.sample()))
        .toList();
  }

  /** Address of the next page with the same parameters, null on the last. */
  static @Nullable String next(String path, Map<String, String> given, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(path).append('?');
    given.forEach((name, value) -> out.append(name).append('=').append(encoded(value)).append('&'));
    return out.append("cursor=").append(encoded(cursor)).toString();
  }

  private static Map<Verdict.Outcome, Integer> counts(Map<String, Integer> verdicts) {
    Map<Verdict.Outcome, Integer> out = new EnumMap<>(Verdict.Outcome.class);
    verdicts.forEach(
        (name, count) -> out.put(Verdict.Outcome.valueOf(name.toUpperCase(Locale.ROOT)), count));
    return out;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
