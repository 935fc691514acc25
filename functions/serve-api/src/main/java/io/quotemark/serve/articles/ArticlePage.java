package io.quotemark.serve.articles;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Sharing;
import io.quotemark.serve.pages.Tally;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
   * What is shown beside an article.
   *
   * @param stored null for an article that was only checked
   * @param text whether the text is all there, and why not
   * @param prices of its listings
   * @param means of having the prices that claims wait for
   * @param trails of wrong figures that other articles have too, by the claims' ids
   * @param chosen id of the claim that is open first, null for the one that most wants it
   * @param origin of the page's address, {@code https://quotemark.example}; null where not known
   */
  public record Beside(
      @Nullable Stored stored,
      TextStatus text,
      ArticlePrices.Loaded prices,
      NeededPrices.Means means,
      Map<String, ErrorTrail> trails,
      @Nullable String chosen,
      @Nullable String origin) {}

  public static String of(CheckedArticle checked, Beside beside) {
    Article article = checked.article();
    Stored stored = beside.stored();
    CheckedClaim chosen = chosen(checked, beside.chosen());
    return Layout.page(
        Layout.of(article.title().isBlank() ? "Article" : article.title())
            .sample(checked.sampleData())
            .head(
                stored == null
                    ? Html.EMPTY
                    : Html.of(
                        "{}{}",
                        head(checked, stored.id(), chosen, beside),
                        new ClaimReview(beside.origin(), stored.id(), article, checked.sampleData())
                            .head(checked.claims()))),
        Template.of(
                """
                <header class="article-head">
                <h1 id="title" class="words" dir="auto">{title}</h1>
                <p class="meta">{meta}</p>
                {tally}
                {note}
                {poorlyRead}
                </header>
                <div class="article-grid">
                <section class="text words" aria-labelledby="title">
                {text}
                {furniture}
                </section>
                {claims}
                {around}
                </div>
                {needed}
                {about}
                """)
            .with(
                "title",
                article.title().isBlank()
                    ? Html.of("(untitled)")
                    : MarkedText.title(article.title(), checked.claims(), id(chosen)))
            .with("meta", meta(article))
            .with("tally", tally(checked))
            .with("note", note(beside.text()))
            .with("poorlyRead", poorlyRead(article))
            .with("text", MarkedText.paragraphs(article.text(), checked.claims(), id(chosen)))
            .with("furniture", furniture(article))
            .with(
                "claims",
                ClaimPanel.of(
                    checked,
                    chosen,
                    beside.prices(),
                    stored == null ? null : stored.id(),
                    beside.trails()))
            .with("needed", waiting(checked, stored != null, beside.means()))
            .with("around", ContextRows.of(checked, beside.prices()))
            .with("about", AboutArticle.of(checked, stored))
            .html());
  }

  /** The claim of the id, or the one that most wants an explanation; null where there is none. */
  private static @Nullable CheckedClaim chosen(CheckedArticle checked, @Nullable String id) {
    return checked.claims().stream()
        .filter(claim -> claim.claim().id().equals(id))
        .findFirst()
        .orElseGet(() -> ClaimPanel.first(checked.claims()));
  }

  private static @Nullable String id(@Nullable CheckedClaim claim) {
    return claim == null ? null : claim.claim().id();
  }

  /** Open where at least half of the claims wait; else a line, so that it buries nothing. */
  private static Html waiting(CheckedArticle checked, boolean stored, NeededPrices.Means means) {
    long claims =
        checked.claims().stream().filter(claim -> !claim.verdict().needs().isEmpty()).count();
    return claims == 0
        ? Html.EMPTY
        : Template.of("<details class=\"waits\"{open}><summary>{words}</summary>{needed}</details>")
            .with("open", Html.when(2 * claims >= checked.claims().size(), Html.of(" open")))
            .with(
                "words",
                (claims == 1 ? "1 claim waits" : claims + " claims wait")
                    + " for prices: which, and where to get them")
            .with("needed", NeededPrices.ofArticle(checked, stored, means))
            .html();
  }

  private static Html tally(CheckedArticle checked) {
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    checked.claims().forEach(c -> counts.merge(c.verdict().outcome(), 1, Integer::sum));
    return Tally.of(counts);
  }

  /** How the address looks where it is posted: the sentence, its verdict, and the share card. */
  private static Html head(
      CheckedArticle checked, String id, @Nullable CheckedClaim chosen, Beside beside) {
    Article article = checked.article();
    if (chosen == null) {
      return Sharing.head(
          article.title().isBlank() ? "Article" : article.title(), "No share-price claim found.");
    }
    String words = Words.of(chosen.verdict().outcome()) + ": “" + chosen.claim().at().text() + "”";
    return Html.of(
        "{}{}",
        Sharing.head(words, Spoken.sentences().reason(chosen)),
        beside.origin() == null
            ? Html.EMPTY
            : Template.of(
                    """
                    <meta property="og:image" content="{origin}/claims/{id}.{claim}/card.png">
                    <meta property="og:image:type" content="image/png">
                    <meta property="og:image:width" content="1200">
                    <meta property="og:image:height" content="630">
                    <meta name="twitter:card" content="summary_large_image">
                    """)
                .with("origin", beside.origin())
                .with("id", id)
                .with("claim", chosen.claim().id())
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
                    "<a href=\"/sources/{}\"><bdi>{}</bdi></a> · ",
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
                : Html.of(
                    "<span title=\"{}\">{}</span>",
                    published.quality().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Times.html(published.toString())))
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

  private static Html furniture(Article article) {
    if (article.furniture().isEmpty() && article.duplicateParagraphs() == 0) {
      return Html.EMPTY;
    }
    return Template.of("<details><summary>{left}</summary>{furniture}</details>")
        .with("left", leftOut(article.furniture().size(), article.duplicateParagraphs()))
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

  private static String leftOut(int blocks, int repeated) {
    String parts = blocks + (blocks == 1 ? " part" : " parts") + " of the page around it";
    String again = repeated + (repeated == 1 ? " paragraph" : " paragraphs") + " that came twice";
    return "Not part of the article: "
        + (repeated == 0 ? parts : blocks == 0 ? again : parts + ", " + again);
  }
}
