package io.quotemark.serve.claims;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.articles.ClaimReview;
import io.quotemark.serve.articles.StoredArticle;
import io.quotemark.serve.articles.StoredArticles;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Origin;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Rows;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import java.util.List;

/** Claims across articles, and what one of them was decided on. */
public final class ClaimApi {
  private final ArticleSearch articles;
  private final ClaimSearch search;
  private final StoredArticles stored;

  public ClaimApi(ArticleSearch articles, StoredArticles stored) {
    this.articles = articles;
    this.search = new ClaimSearch(articles, stored);
    this.stored = stored;
  }

  public HttpResponse list(Call call) {
    Parameters query = call.query();
    ArticleQuery wanted = articles.query(query, null);
    ArticleIndex.Page<ListedClaim> page =
        search.page(wanted, Paging.limit(query), query.text("cursor"));
    return new Rows<>(
            "claims",
            page.items(),
            ListedClaim::write,
            ListedClaim.COLUMNS,
            new Rows.Meta(
                page.next(),
                articles.changed().orElse(null),
                page.items().stream().anyMatch(claim -> claim.article().sample())))
        .answer(call.request());
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    StoredArticle article = article(id);
    CheckedClaim claim = claim(article, id);
    return Answers.json(out -> ListedClaim.write(id, article.checked().article(), claim, out));
  }

  /** {@code /v1/claims/{id}/claimreview.json}: the verdict in the words of schema.org. */
  public HttpResponse review(Call call) {
    String id = call.id();
    StoredArticle article = article(id);
    CheckedClaim claim = claim(article, id);
    if (!ClaimReview.isDecided(claim)) {
      throw Problem.of(
              404,
              "not_decided",
              "This claim has no review",
              "prices have not decided it; only a claim that is verified, roughly right or contradicted has one")
          .raised();
    }
    ClaimReview review =
        new ClaimReview(
            Origin.of(call.request()),
            id.substring(0, id.indexOf('.')),
            article.checked().article(),
            article.checked().sampleData());
    return Answers.linkedData(out -> review.write(claim, out));
  }

  /** The article of a claim's id. */
  StoredArticle article(String id) {
    int stop = id.indexOf('.');
    if (stop < 1) {
      throw Problem.unusableParameter(
              "id",
              "must be an article's id and a claim's joined by a full stop, like 1f2e3d4c5b6a7988.c1")
          .raised();
    }
    return stored.asStored(id.substring(0, stop));
  }

  static CheckedClaim claim(StoredArticle article, String id) {
    return article.checked().claims().stream()
        .filter(one -> one.claim().id().equals(id.substring(id.indexOf('.') + 1)))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("claim", id, List.of()).raised());
  }

  public HttpResponse evidence(Call call) {
    String id = call.id();
    CheckedClaim claim = claim(article(id), id);
    Verdict.Evidence evidence = claim.verdict().evidence();
    String listing = evidence == null ? null : ListedClaim.text(evidence.listing());
    String source = evidence == null ? null : evidence.source();
    String retrieved = evidence == null ? null : ListedClaim.text(evidence.retrievedAt());
    List<Bar> bars = evidence == null ? List.of() : evidence.bars();
    List<Rows.Column<Bar>> columns =
        List.of(
            new Rows.Column<>("claim", bar -> id),
            new Rows.Column<>("listing", bar -> listing),
            new Rows.Column<>("session", bar -> ListedClaim.text(bar.session())),
            new Rows.Column<>(
                "open", bar -> bar.has(PriceField.OPEN) ? ListedClaim.text(bar.open()) : null),
            new Rows.Column<>(
                "high", bar -> bar.has(PriceField.HIGH) ? ListedClaim.text(bar.high()) : null),
            new Rows.Column<>(
                "low", bar -> bar.has(PriceField.LOW) ? ListedClaim.text(bar.low()) : null),
            new Rows.Column<>("close", bar -> ListedClaim.text(bar.close())),
            new Rows.Column<>("volume", bar -> ListedClaim.text(bar.volume())),
            new Rows.Column<>("source", bar -> source),
            new Rows.Column<>("retrieved_at", bar -> retrieved));
    return Rows.csv(bars, columns)
        .with("content-disposition", "attachment; filename=\"evidence.csv\"");
  }
}
