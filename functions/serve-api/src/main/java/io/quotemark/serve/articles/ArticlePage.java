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
import io.quotemark.serve.pages.Template;
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
        Layout.of(article.title().isBlank() ? "Article" : article.title())
            .sample(checked.sampleData()),
        Template.of(
                """
                <div class="article-grid">
                <section class="text" aria-labelledby="title">
                <h1 id="title">{title}</h1>
                <p class="meta">{meta}</p>
                {badges}
                {note}
                {poorlyRead}
                {text}
                {furniture}
                </section>
                {claims}
                </div>
                {needed}
                {figures}
                {about}
                """)
            .with(
                "title",
                article.title().isBlank()
                    ? Html.of("(untitled)")
                    : MarkedText.title(article.title(), checked.claims()))
            .with("meta", meta(article))
            .with("badges", Badges.of(checked.claims()))
            .with("note", note(text))
            .with("poorlyRead", poorlyRead(article))
            .with("text", MarkedText.paragraphs(article.text(), checked.claims()))
            .with("furniture", furniture(article))
            .with(
                "claims",
                ClaimPanel.of(checked, charts, stored == null ? null : "/articles/" + stored.id()))
            .with("needed", NeededPrices.ofArticle(checked, stored != null, means))
            .with("figures", figures(checked, charts))
            .with("about", about(checked, stored))
            .html());
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
    return Template.of("{source}{authors}{published}{tickers}{generated}")
        .with(
            "source",
            Html.when(
                article.source() != null,
                Html.of(
                    "<a href=\"/sources/{}\">{}</a> · ",
                    Html.name(article.source()),
                    article.source())))
        .with(
            "authors",
            Html.when(
                !article.authors().isEmpty(),
                Html.of("by {} · ", String.join(", ", article.authors()))))
        .with(
            "published",
            published == null
                ? Html.of("publication time unknown")
                : Template.of("<time datetime=\"{published}\">{time}</time> ({quality})")
                    .with("published", published)
                    .with("time", Words.time(published.toString()))
                    .with(
                        "quality",
                        published.quality().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .html())
        .with(
            "tickers",
            Html.when(
                !article.tickers().isEmpty(),
                Html.of(" · page tags {}", String.join(", ", article.tickers()))))
        .with(
            "generated",
            Html.when(
                article.sourceKind() == SourceKind.GENERATED,
                Html.of(" · written by a language model, by what its sender says")))
        .html();
  }

  private static Html figures(CheckedArticle checked, ArticleCharts charts) {
    return Template.of(
            """
            <section class="context-figures" aria-labelledby="context">
            <h2 id="context">Share prices around it</h2>
            <p class="small">What the price did, not why. Figures before publication end with the last session before the claims';
            what came afterwards stands apart.</p>
            <div class="figures">{charts}{tables}</div>
            {none}
            </section>
            """)
        .with("charts", charts.figures(checked))
        .with("tables", checked.context().stream().map(ContextTable::of).toList())
        .with(
            "none",
            Html.when(
                checked.context().isEmpty(),
                Html.of(
                    "<p class=\"empty\">No listing is named in a claim, so there is nothing to set it"
                        + " against.</p>")))
        .html();
  }

  private static Html about(CheckedArticle checked, @Nullable Stored stored) {
    if (stored == null) {
      return Html.of(
          "<p class=\"small\">This article was checked and not stored; the page has no lasting"
              + " address.</p>");
    }
    return Template.of(
            """
            <section class="about-it" aria-labelledby="about-it">
            <h2 id="about-it">About this article</h2>
            {alike}
            <dl class="facts">
            <div><dt>{heading}</dt><dd>{versions}</dd></div>
            <div><dt>Decided by</dt><dd>rules <code>{rules}</code>, securities master <code>{master}</code></dd></div>
            <div><dt>As data</dt><dd><a href="/v1/articles/{id}">JSON</a> · <a href="/v1/articles/{id}/claims">claims</a> · <a href="/v1/articles/{id}/history">versions</a> · <a href="/v1/articles/{id}/similar">copies and rewrites</a> · <a href="/v1/articles/{id}/chart.svg">chart to embed</a></dd></div>
            </dl>
            </section>
            """)
        .with("alike", alike(stored.alike()))
        .with("heading", stored.versions().size() == 1 ? "Version" : "Versions")
        .with("versions", stored.versions().stream().map(ArticlePage::version).toList())
        .with("rules", checked.versions().rules())
        .with("master", checked.versions().master())
        .with("id", stored.id())
        .html();
  }

  private static Html version(Version version) {
    return Template.of(
            "<p><code>{version}</code>{shown} <span class=\"small\">{uploads}</span></p>")
        .with("version", version.version())
        .with("shown", Html.when(version.current(), Html.of(", shown here")))
        .with(
            "uploads",
            version.uploads().isEmpty()
                ? "no upload stands for it any more"
                : "uploaded "
                    + String.join(", ", version.uploads().stream().map(Words::time).toList()))
        .html();
  }

  private static Html alike(List<Alike> alike) {
    if (alike.isEmpty()) {
      return Html.of("<p class=\"small\">No copy or rewrite of it is stored.</p>");
    }
    return Html.of(
        "<h3>Copies and rewrites</h3><ul>{}</ul>",
        alike.stream()
            .map(a ->
                Template.of(
                        "<li><a href=\"/articles/{id}\">{title}</a> <span"
                            + " class=\"small\">{kinship}{source}{published}</span></li>\n")
                    .with("id", a.id())
                    .with("title", a.title().isBlank() ? "(untitled)" : a.title())
                    .with("kinship", a.kinship())
                    .with("source", Html.when(a.source() != null, Html.of(" · {}", a.source())))
                    .with(
                        "published",
                        a.published() == null
                            ? Html.EMPTY
                            : Html.of(" · {}", Words.time(a.published())))
                    .html())
            .toList());
  }

  private static Html furniture(Article article) {
    if (article.furniture().isEmpty() && article.duplicateParagraphs() == 0) {
      return Html.EMPTY;
    }
    return Template.of(
            "<details><summary>Set apart: {blocks} blocks of furniture, {repeated} repeated"
                + " paragraphs</summary>{furniture}</details>")
        .with("blocks", article.furniture().size())
        .with("repeated", article.duplicateParagraphs())
        .with(
            "furniture",
            article.furniture().stream()
                .map(f ->
                    Template.of("<p class=\"small\"><strong>{kind}</strong>{language} {text}</p>")
                        .with("kind", f.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .with(
                            "language",
                            Html.when(f.language() != null, Html.of(" ({})", f.language())))
                        .with("text", f.text())
                        .html())
                .toList())
        .html();
  }
}
