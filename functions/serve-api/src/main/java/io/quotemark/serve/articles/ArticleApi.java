package io.quotemark.serve.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.chart.ProofChart;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Spoken;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stored articles: one as JSON, its claims, its text, its chart. */
public final class ArticleApi {
  private final ArticlePrices prices;
  private final StoredArticles stored;
  private final Whereabouts where;
  private final boolean textRoutes;

  /**
   * @param textRoutes whether an article's text may be had by itself; it is somebody else's
   */
  public ArticleApi(
      StoredArticles stored, ArticlePrices prices, Whereabouts where, boolean textRoutes) {
    this.stored = stored;
    this.prices = prices;
    this.where = where;
    this.textRoutes = textRoutes;
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    StoredArticle article = stored.linked(id);
    return Answers.json(
        CheckedArticleJson.write(
            article.checked(),
            new CheckedArticleJson.Stored(id, article.version(), article.text()),
            where::of,
            Spoken.sentences()));
  }

  public HttpResponse claims(Call call) {
    CheckedArticle checked = stored.linked(call.id()).checked();
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("claims");
      for (CheckedClaim claim : checked.claims()) {
        CheckedArticleJson.writeClaim(claim, Spoken.sentences(), out);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  public HttpResponse text(Call call) {
    String id = call.id();
    if (!textRoutes) {
      throw Problem.textRoutesOff().raised();
    }
    StoredArticle article = stored.linked(id);
    if (article.text() == TextStatus.EXPIRED) {
      throw Problem.of(
              410,
              "text_expired",
              "This text is no longer kept",
              "texts are deleted after their retention; the claims and verdicts stay at"
                  + " /v1/articles/"
                  + id)
          .raised();
    }
    return new HttpResponse(
        200,
        Map.of("content-type", "text/plain; charset=utf-8", "x-content-type-options", "nosniff"),
        article.checked().article().text().getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse chart(Call call) {
    CheckedArticle checked = stored.linked(call.id()).checked();
    ListingId wanted = call.query().listing("listing");
    ArticlePrices.Loaded loaded = prices.of(checked);
    return ClaimPanel.gravestFirst(checked.claims()).stream()
        .filter(claim -> wanted == null || wanted.equals(ArticlePrices.of(claim)))
        .flatMap(claim -> loaded.proof(claim).stream())
        .findFirst()
        .map(ProofChart::file)
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
}
