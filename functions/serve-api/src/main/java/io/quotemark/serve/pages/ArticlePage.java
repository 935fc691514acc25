package io.quotemark.serve.pages;

import io.quotemark.domain.Article;
import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.PublicationTime;
import io.quotemark.domain.Verdict;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One article: its text with the claims marked, and beside it why each got its verdict. */
public final class ArticlePage {
  private ArticlePage() {}

  /**
   * @param id the stored article's id, null for one that was only checked
   * @param text whether the text is all there, and why not
   * @param charts complete SVG documents made by this code base
   */
  public static String of(
      CheckedArticle checked, @Nullable String id, TextStatus text, List<String> charts) {
    Article article = checked.article();
    return Layout.page(
        article.title().isBlank() ? "Article" : article.title(),
        checked.sampleData(),
        Html.of(
            """
            <div class="article-grid">
            <section class="text" aria-label="Article">
            <h1>{}</h1>
            <p class="meta">{}</p>
            {}
            {}
            {}
            </section>
            <section class="claims" aria-label="Claims">
            <h2>{}</h2>
            {}
            {}
            <h2>Share-price context</h2>
            {}
            </section>
            </div>
            """,
            MarkedText.title(article.title(), checked.claims()),
            meta(article, id),
            Html.of("{}{}", summary(checked.claims()), note(text)),
            MarkedText.paragraphs(article.text(), checked.claims()),
            furniture(article),
            heading(checked.claims()),
            charts.stream().map(svg -> new Html("<figure>" + svg + "</figure>")).toList(),
            checked.claims().stream().map(ClaimCard::of).toList(),
            checked.context().isEmpty()
                ? Html.of(
                    "<p>No listing is named in a claim, so there is nothing to set it against.</p>")
                : Html.join(checked.context().stream().map(ContextTable::of).toList())));
  }

  private static Html note(TextStatus text) {
    return switch (text) {
      case SERVED -> Html.EMPTY;
      case WITHHELD ->
          Html.of(
              "<p class=\"small\">Only the sentences with claims are shown here: the text is its publisher's.</p>");
      case EXPIRED ->
          Html.of("<p class=\"small\">The text is no longer kept. What was found in it stays.</p>");
    };
  }

  private static String heading(List<CheckedClaim> claims) {
    return switch (claims.size()) {
      case 0 -> "No share-price claim found";
      case 1 -> "1 claim";
      default -> claims.size() + " claims";
    };
  }

  private static Html meta(Article article, @Nullable String id) {
    PublicationTime published = article.published();
    return Html.of(
        "{}{}{}{}{}",
        Html.when(
            article.source() != null,
            Html.of(
                "<a href=\"/sources/{}\">{}</a> · ",
                Html.segment(article.source()),
                article.source())),
        Html.when(
            !article.authors().isEmpty(),
            Html.of("by {} · ", String.join(", ", article.authors()))),
        published == null
            ? Html.of("publication time unknown")
            : Html.of(
                "<time>{}</time> ({})",
                published,
                published.quality().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        Html.when(
            !article.tickers().isEmpty(),
            Html.of(" · page tags {}", String.join(", ", article.tickers()))),
        id == null ? Html.EMPTY : Html.of(" · <a href=\"/v1/articles/{}\">JSON</a>", id));
  }

  static Html summary(List<CheckedClaim> claims) {
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    claims.forEach(c -> counts.merge(c.verdict().outcome(), 1, Integer::sum));
    return Html.of("<p class=\"badges\">{}</p>", badges(counts));
  }

  static List<Html> badges(Map<Verdict.Outcome, Integer> counts) {
    return counts.entrySet().stream()
        .map(e ->
            Html.of(
                "<span class=\"badge {}\"><span aria-hidden=\"true\">{}</span> {} {}</span> ",
                Words.cssClass(e.getKey()),
                Words.sign(e.getKey()),
                e.getValue(),
                Words.of(e.getKey())))
        .toList();
  }

  private static Html furniture(Article article) {
    if (article.furniture().isEmpty() && article.duplicateParagraphs() == 0) {
      return Html.EMPTY;
    }
    return Html.of(
        "<details><summary>Set apart: {} blocks of furniture, {} repeated paragraphs</summary>{}</details>",
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
