package io.quotemark.serve.api;

import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.Securities;
import io.quotemark.market.Afterwards;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Similar;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.Sources;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stored articles: lists, one article as JSON, its claims, its text, its chart. */
public final class ArticleRoutes {
  /** What a list of articles takes. */
  static final Set<String> LIST =
      Set.of("listing", "published_after", "published_before", "limit", "cursor");

  private static final int PAGE = 20;
  private static final int MOST = 100;

  private final ArticleIndex articles;
  private final Charts charts;
  private final Securities securities;
  private final Propagation propagation;
  private final LaterPrices laterPrices;
  private final boolean textRoutes;

  /**
   * @param textRoutes whether an article's text may be had by itself; it is somebody else's
   */
  public ArticleRoutes(
      ArticleIndex articles,
      Sources sources,
      PriceHistory prices,
      Securities securities,
      boolean textRoutes) {
    this.articles = articles;
    this.propagation = new Propagation(sources);
    this.laterPrices = new LaterPrices(prices, new Afterwards(Calendars.load(), securities));
    this.charts = new Charts(prices, securities);
    this.securities = securities;
    this.textRoutes = textRoutes;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/v1/articles", LIST, (request, path, query) -> list(query)),
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

  private HttpResponse list(Parameters query) {
    ArticleIndex.Page<ArticleRecord.Summary> page = latest(query);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("articles");
      for (ArticleRecord.Summary article : page.items()) {
        out.writeStartObject();
        out.writeStringField("id", article.id());
        out.writeStringField("title", article.title());
        out.writeStringField("source", article.source());
        out.writeStringField("language", article.language());
        out.writeStringField("published_at", article.published());
        out.writeArrayFieldStart("listings");
        for (String listing : article.listings()) {
          out.writeString(listing);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("verdicts");
        for (Map.Entry<String, Integer> count : article.verdicts().entrySet()) {
          out.writeNumberField(count.getKey(), count.getValue());
        }
        out.writeEndObject();
        out.writeBooleanField("sample_data", article.sample());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeStringField("next_cursor", page.next());
      out.writeBooleanField(
          "sample_data", page.items().stream().anyMatch(ArticleRecord.Summary::sample));
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  ArticleIndex.Page<ArticleRecord.Summary> latest(Parameters query) {
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
    StoredArticle stored = stored(id);
    return Answers.json(
        CheckedArticleJson.write(
            stored.checked(), new CheckedArticleJson.Stored(id, stored.version(), stored.text())));
  }

  private HttpResponse claims(String id) {
    CheckedArticle checked = stored(id).checked();
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
    StoredArticle stored = stored(id);
    if (stored.text() == TextStatus.EXPIRED) {
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
        stored.checked().article().text().getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse chart(String id, Parameters query) {
    CheckedArticle checked = stored(id).checked();
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

  StoredArticle stored(String id) {
    return switch (articles.article(id)) {
      case ArticleIndex.Found.Stored stored ->
          StoredArticle.of(
              stored, textRoutes, checked -> laterPrices.known(propagation.linked(id, checked)));
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
