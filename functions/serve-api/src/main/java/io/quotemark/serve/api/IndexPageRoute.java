package io.quotemark.serve.api;

import io.quotemark.domain.Securities;
import io.quotemark.domain.Verdict;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.ArticleList;
import io.quotemark.serve.pages.IndexPage;
import io.quotemark.serve.pages.SearchForm;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleRecord;
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
  private final ArticleLists lists;
  private final ArticleFilters filters;

  public IndexPageRoute(ArticleLists lists, Securities securities) {
    this.lists = lists;
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
            next("/", given, page.next())));
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
