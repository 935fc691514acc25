package io.quotemark.serve.api;

import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.Securities;
import io.quotemark.domain.Verdict;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Similar;
import io.quotemark.serve.pages.ArticlePage;
import io.quotemark.serve.pages.IndexPage;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored articles: lists, one article as JSON and as a page, its claims, its text, its chart. */
public final class ArticleRoutes {
  private static final Set<String> LIST =
      Set.of("listing", "published_after", "published_before", "limit", "cursor");
  private static final int PAGE = 20;
  private static final int MOST = 100;

  private final ArticleIndex articles;
  private final Charts charts;
  private final Securities securities;
  private final StoredArticles stored;
  private final boolean textRoutes;

  /**
   * @param textRoutes whether an article's text may be had by itself; it is somebody else's
   */
  public ArticleRoutes(
      ArticleIndex articles,
      StoredArticles stored,
      PriceHistory prices,
      Securities securities,
      boolean textRoutes) {
    this.articles = articles;
    this.stored = stored;
    this.charts = new Charts(prices, securities);
    this.securities = securities;
    this.textRoutes = textRoutes;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/", LIST, (request, path, query) -> index(query)),
        new Route(
            "GET", "/articles/{id}", Set.of(), (request, path, query) -> page(path.getFirst())),
        new Route(
            "GET", "/v1/articles/{id}", Set.of(), (request, path, query) -> json(path.getFirst())),
        new Route(
            "GET",
            "/v1/articles/{id}/claims",
            Set.of(),
            (request, path, query) -> claims(path.getFirst())),
        new Route(
            "GET",
            "/v1/articles/{id}/text",
            Set.of(),
            (request, path, query) -> text(path.getFirst())),
        new Route(
            "GET",
            "/v1/articles/{id}/chart.svg",
            Set.of("listing"),
            (request, path, query) -> chart(path.getFirst(), query)));
  }

  private HttpResponse index(Parameters query) {
    ArticleIndex.Page<ArticleRecord.Summary> page = latest(query);
    ListingId listing = query.listing("listing");
    List<IndexPage.Row> rows = new ArrayList<>();
    for (ArticleRecord.Summary article : page.items()) {
      rows.add(
          new IndexPage.Row(
              article.id(),
              article.title(),
              article.source(),
              article.published(),
              article.listings(),
              counts(article.verdicts())));
    }
    String next =
        page.next() == null
            ? null
            : "/?"
                + (listing == null ? "" : "listing=" + encoded(listing.toString()) + "&")
                + "cursor="
                + page.next();
    return Answers.page(
        200,
        IndexPage.of(
            rows,
            listing == null ? null : listing.toString(),
            next,
            page.items().stream().anyMatch(ArticleRecord.Summary::sample)));
  }

  private ArticleIndex.Page<ArticleRecord.Summary> latest(Parameters query) {
    ListingId listing = query.listing("listing");
    if (listing != null && securities.listing(listing).isEmpty()) {
      throw Problem.notFound(
              "listing",
              listing.toString(),
              Similar.to(
                  listing.toString(),
                  securities.listings().stream().map(l -> l.id().toString()).toList()))
          .raised();
    }
    LocalDate from = query.date("published_after");
    LocalDate to = query.date("published_before");
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.invalidParameter("published_after", "is later than published_before").raised();
    }
    try {
      return articles.latest(
          listing, from, to, query.number("limit", PAGE, 1, MOST), query.text("cursor"));
    } catch (ArticleIndex.BadCursor e) {
      throw Problem.invalidParameter(
              "cursor", "is none that this list handed out; start without one")
          .raised();
    }
  }

  private HttpResponse json(String id) {
    StoredArticle article = stored.linked(id);
    return Answers.json(
        CheckedArticleJson.write(
            article.checked(),
            new CheckedArticleJson.Stored(id, article.version(), article.text())));
  }

  private HttpResponse page(String id) {
    StoredArticle article = stored.linked(id);
    return Answers.page(
        200, ArticlePage.of(article.excerpted(), id, article.text(), charts.of(article.checked())));
  }

  private HttpResponse claims(String id) {
    CheckedArticle checked = stored.linked(id).checked();
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("claims");
      for (CheckedClaim claim : checked.claims()) {
        CheckedArticleJson.writeClaim(claim, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private HttpResponse text(String id) {
    if (!textRoutes) {
      throw Problem.textRoutesOff().raised();
    }
    StoredArticle article = stored.linked(id);
    if (article.text() == TextStatus.EXPIRED) {
      throw Problem.of(
              410,
              "text_expired",
              "This text is no longer kept",
              "texts are deleted after their retention; the claims and verdicts stay at /v1/articles/"
                  + id)
          .raised();
    }
    return new HttpResponse(
        200,
        Map.of("content-type", "text/plain; charset=utf-8", "x-content-type-options", "nosniff"),
        article.checked().article().text().getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse chart(String id, Parameters query) {
    CheckedArticle checked = stored.linked(id).checked();
    ListingId wanted = query.listing("listing");
    return charts
        .one(checked, wanted)
        .map(Answers::svg)
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "no_chart",
                    "There is nothing to draw",
                    "no prices are stored for "
                        + (wanted == null ? "the listings of this article" : wanted))
                .raised());
  }

  private static Map<Verdict.Outcome, Integer> counts(Map<String, Integer> verdicts) {
    Map<Verdict.Outcome, Integer> out = new EnumMap<>(Verdict.Outcome.class);
    verdicts.forEach(
        (name, count) -> out.put(Verdict.Outcome.valueOf(name.toUpperCase(Locale.ROOT)), count));
    return out;
  }

  private static String encoded(@Nullable String value) {
    return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
  }
}
