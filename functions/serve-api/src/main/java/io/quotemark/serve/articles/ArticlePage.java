package io.quotemark.serve.articles;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One article: its text with the claims marked, and beside it why each got its verdict. */
public final class ArticlePage {
  private ArticlePage() {}

  /**
   * Another article with much of the same text.
   *
   * @param kinship how they are alike, for people
   */
  public record Alike(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      String kinship) {}

  /**
   * A version of the article.
   *
   * @param version digest of the article as read
   * @param current whether it is the one shown
   * @param uploads times of the uploads that stand for it, RFC 3339
   */
  public record Version(String version, boolean current, List<String> uploads) {}

  /** What a stored article has beside its text. */
  public record Stored(String id, List<Version> versions, List<Alike> alike) {}

  /**
   * @param stored null for an article that was only checked
   * @param text whether the text is all there, and why not
   * @param means of having the prices that claims wait for
   */
  public static String of(
      CheckedArticle checked,
      @Nullable Stored stored,
      TextStatus text,
      ArticleCharts charts,
      NeededPrices.Means means) {
    Article article = checked.article();
    return Layout.page(
        article.title().isBlank() ? "Article" : article.title(),
        checked.sampleData(),
        Html.of(
            """
            <div class="article-grid">
            <section class="text" aria-labelledby="title">
            <h1 id="title">{}</h1>
            <p class="meta">{}</p>
            {}
            {}
            {}
            {}
            {}
            </section>
            {}
            </div>
            {}
            {}
            {}
            """,
            article.title().isBlank()
                ? Html.of("(untitled)")
                : MarkedText.title(article.title(), checked.claims()),
            meta(article),
            Badges.of(checked.claims()),
            note(text),
            poorlyRead(article),
            MarkedText.paragraphs(article.text(), checked.claims()),
            furniture(article),
            ClaimPanel.of(checked, charts, stored == null ? null : "/articles/" + stored.id()),
            NeededPrices.ofArticle(checked, stored != null, means),
            figures(checked, charts),
            about(checked, stored)));
  }

  private static Html note(TextStatus text) {
    return switch (text) {
      case SERVED -> Html.EMPTY;
      case WITHHELD ->
          Html.of(
              "<p class=\"small\">Only the sentences with claims are shown here: the text is its"
                  + " publisher's.</p>");
      case EXPIRED ->
          Html.of("<p class=\"small\">The text is no longer kept. What was found in it stays.</p>");
    };
  }

  /** What is said of an article of which a part may be missing. */
  static Html poorlyRead(Article article) {
    Double quality = article.readingQuality();
    return Html.when(
        quality != null && article.readPoorly(),
        Html.of(
            "<p class=\"small\" role=\"note\">Only {} % of the running text on the page was taken"
                + " for the article. A part of it may be missing here.</p>",
            Math.round((quality == null ? 0 : quality) * 100)));
  }

  private static Html meta(Article article) {
    PublicationTime published = article.published();
    return Html.of(
        "{}{}{}{}{}",
        Html.when(
            article.source() != null,
            Html.of(
                "<a href=\"/sources/{}\">{}</a> · ",
                Html.name(article.source()),
                article.source())),
        Html.when(
            !article.authors().isEmpty(),
            Html.of("by {} · ", String.join(", ", article.authors()))),
        published == null
            ? Html.of("publication time unknown")
            : Html.of(
                "<time datetime=\"{}\">{}</time> ({})",
                published,
                Words.time(published.toString()),
                published.quality().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        Html.when(
            !article.tickers().isEmpty(),
            Html.of(" · page tags {}", String.join(", ", article.tickers()))),
        Html.when(
            article.sourceKind() == SourceKind.GENERATED,
            Html.of(" · written by a language model, by what its sender says")));
  }

  private static Html figures(CheckedArticle checked, ArticleCharts charts) {
    return Html.of(
        """
        <section class="context-figures" aria-labelledby="context">
        <h2 id="context">Share prices around it</h2>
        <p class="small">What the price did, not why. Figures before publication end with the last session before the claims';
        what came afterwards stands apart.</p>
        <div class="figures">{}{}</div>
        {}
        </section>
        """,
        charts.figures(checked),
        checked.context().stream().map(ContextTable::of).toList(),
        Html.when(
            checked.context().isEmpty(),
            Html.of(
                "<p class=\"empty\">No listing is named in a claim, so there is nothing to set it"
                    + " against.</p>")));
  }

  private static Html about(CheckedArticle checked, @Nullable Stored stored) {
    if (stored == null) {
      return Html.of(
          "<p class=\"small\">This article was checked and not stored; the page has no lasting"
              + " address.</p>");
    }
    return Html.of(
        """
        <section class="about-it" aria-labelledby="about-it">
        <h2 id="about-it">About this article</h2>
        {}
        <dl class="facts">
        <div><dt>{}</dt><dd>{}</dd></div>
        <div><dt>Decided by</dt><dd>rules <code>{}</code>, securities master <code>{}</code></dd></div>
        <div><dt>As data</dt><dd><a href="/v1/articles/{}">JSON</a> · <a href="/v1/articles/{}/claims">claims</a> · <a href="/v1/articles/{}/history">versions</a> · <a href="/v1/articles/{}/similar">copies and rewrites</a> · <a href="/v1/articles/{}/chart.svg">chart to embed</a></dd></div>
        </dl>
        </section>
        """,
        alike(stored.alike()),
        stored.versions().size() == 1 ? "Version" : "Versions",
        stored.versions().stream().map(ArticlePage::version).toList(),
        checked.versions().rules(),
        checked.versions().master(),
        stored.id(),
        stored.id(),
        stored.id(),
        stored.id(),
        stored.id());
  }

  private static Html version(Version version) {
    return Html.of(
        "<p><code>{}</code>{} <span class=\"small\">{}</span></p>",
        version.version(),
        Html.when(version.current(), Html.of(", shown here")),
        version.uploads().isEmpty()
            ? "no upload stands for it any more"
            : "uploaded "
                + String.join(", ", version.uploads().stream().map(Words::time).toList()));
  }

  private static Html alike(List<Alike> alike) {
    if (alike.isEmpty()) {
      return Html.of("<p class=\"small\">No copy or rewrite of it is stored.</p>");
    }
    return Html.of(
        "<h3>Copies and rewrites</h3><ul>{}</ul>",
        alike.stream()
            .map(a ->
                Html.of(
                    "<li><a href=\"/articles/{}\">{}</a> <span"
                        + " class=\"small\">{}{}{}</span></li>\n",
                    a.id(),
                    a.title().isBlank() ? "(untitled)" : a.title(),
                    a.kinship(),
                    Html.when(a.source() != null, Html.of(" · {}", a.source())),
                    a.published() == null
                        ? Html.EMPTY
                        : Html.of(" · {}", Words.time(a.published()))))
            .toList());
  }

  private static Html furniture(Article article) {
    if (article.furniture().isEmpty() && article.duplicateParagraphs() == 0) {
      return Html.EMPTY;
    }
    return Html.of(
        "<details><summary>Set apart: {} blocks of furniture, {} repeated"
            + " paragraphs</summary>{}</details>",
        article.furniture().size(),
        article.duplicateParagraphs(),
        article.furniture().stream()
            .map(f ->
                Html.of(
                    "<p class=\"small\"><strong>{}</strong>{} {}</p>",
                    f.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Html.when(f.language() != null, Html.of(" ({})", f.language())),
                    f.text()))
            .toList());
  }
}
