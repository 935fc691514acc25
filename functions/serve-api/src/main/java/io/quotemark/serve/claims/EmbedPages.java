package io.quotemark.serve.claims;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.articles.StoredArticle;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;

/**
 * {@code /embed/{claim}}: one verdict for another page's frame. Who may frame it stands in its
 * policy (frame-ancestors), which browsers keep.
 */
public final class EmbedPages {
  private final ClaimApi claims;
  private final EmbedOrigins origins;

  public EmbedPages(ClaimApi claims, EmbedOrigins origins) {
    this.claims = claims;
    this.origins = origins;
  }

  public HttpResponse one(Call call) {
    if (origins.isNone()) {
      throw Problem.of(
              404,
              "embedding_off",
              "Verdicts are not shown on other pages",
              "the operator of this deployment has named no origin that may (EmbedOrigins)")
          .raised();
    }
    String id = call.id();
    StoredArticle article = claims.article(id);
    CheckedClaim claim = ClaimApi.claim(article, id);
    return Answers.framed(
        page(id, article.checked().article(), claim, article.checked().sampleData()),
        origins.sources());
  }

  private static String page(String id, Article article, CheckedClaim claim, boolean sample) {
    Verdict.Outcome outcome = claim.verdict().outcome();
    return Template.of(
            """
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{title} · Quotemark</title>
            <link rel="stylesheet" href="/assets/quotemark.css">
            </head>
            <body class="embed">
            <main>
            <h1 class="aside">A statement about a share price, checked</h1>
            <p>{badge}{sample}</p>
            <blockquote dir="auto">“{quote}”</blockquote>
            <p><strong>{says}</strong></p>
            <p class="small">{where}<a href="/articles/{article}#{claim}" target="_blank" rel="noopener">How Quotemark checked it</a></p>
            </main>
            </body>
            </html>
            """)
        .with("language", Spoken.sentences().language())
        .with("title", claim.claim().at().text())
        .with("badge", Badges.one(outcome))
        .with(
            "sample",
            Html.when(
                sample,
                Html.of(" <span class=\"sample-mark\" title=\"SAMPLE_DATA\">Sample data</span>")))
        .with("quote", claim.claim().at().text().replaceAll("\\s+", " "))
        .with("says", Spoken.sentences().reason(claim))
        .with("where", where(article))
        .with("article", id.substring(0, id.indexOf('.')))
        .with("claim", claim.claim().id())
        .html()
        .markup();
  }

  private static Html where(Article article) {
    return Html.join(
        java.util.List.of(
            article.source() == null ? Html.EMPTY : Html.of("<bdi>{}</bdi> · ", article.source()),
            article.published() == null
                ? Html.EMPTY
                : Html.of("{} · ", Times.html(article.published().toString()))));
  }
}
