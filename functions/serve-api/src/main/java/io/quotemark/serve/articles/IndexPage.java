package io.quotemark.serve.articles;

import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Sharing;
import io.quotemark.serve.pages.Template;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first page: what the store holds, a form to check an article at once, and the latest articles
 * each with the claim to look at first.
 */
final class IndexPage {
  /** Verdicts of the articles on each tab, as the parameter takes them; null for all. */
  private enum Tab {
    ALL("All", null),
    CONTRADICTED("Contradicted", "contradicted"),
    DOUBTFUL("Doubtful", "doubtful"),
    WAITING("Waiting", "unverifiable,pending");

    private final String words;
    private final @Nullable String verdict;

    Tab(String words, @Nullable String verdict) {
      this.words = words;
      this.verdict = verdict;
    }
  }

  private IndexPage() {}

  /**
   * @param next address of the next page, null on the last
   * @param first whether it is the first page of its list, where new articles appear
   * @param waiting claims of the store that wait for prices
   */
  static String of(
      List<ArticleList.Row> rows,
      SearchForm search,
      @Nullable String next,
      boolean first,
      StoreCounts.Counts counts,
      NeededPrices.Section waiting) {
    String filter = search.words();
    String verdict = search.given().get("verdict");
    boolean ofWaiting = Objects.equals(verdict, Tab.WAITING.verdict);
    return Layout.page(
        Layout.of(filter == null ? "Articles" : "Articles: " + filter)
            .at(Layout.Place.ARTICLES)
            .head(
                Sharing.head(
                    "What the news says about share prices, and what the prices say",
                    "Every statement about a share price in the news, checked against the prices as they traded.")),
        Template.of(
                """
                <div class="hero">
                <h1>What the news says about share prices, and what the prices say</h1>
                {strip}
                </div>
                {check}
                <div class="wide">
                <section aria-labelledby="list">
                <h2 id="list" class="{shown}">{heading}</h2>
                <nav class="tabs" aria-label="Verdict">{tabs}</nav>
                <p class="fresh" role="status" hidden></p>
                <div{live}>{articles}</div>
                </section>
                <div class="beside">
                {boxes}
                {search}
                </div>
                </div>
                {needed}
                """)
            .with("strip", HomeBoxes.strip(counts))
            .with("check", CheckForm.html())
            .with("shown", filter == null ? "aside" : "narrowed")
            .with("heading", filter == null ? "Latest articles" : "Articles: " + filter)
            .with("tabs", tabs(search))
            .with("live", Html.when(first, Html.of(" data-live")))
            .with("articles", rows.isEmpty() ? empty(search) : ArticleList.of(rows, next))
            .with(
                "boxes",
                Html.join(
                    List.of(
                        HomeBoxes.waiting(counts.waiting(), waiting), HomeBoxes.sources(counts))))
            .with("search", search.html())
            .with("needed", ofWaiting && first ? NeededPrices.ofStore(waiting) : Html.EMPTY)
            .html());
  }

  private static Html tabs(SearchForm search) {
    String verdict = search.given().get("verdict");
    return Html.join(
        List.of(Tab.values()).stream()
            .map(tab ->
                Template.of("<a href=\"{address}\"{here}>{words}</a> ")
                    .with("address", tab.verdict == null ? "/" : "/?verdict=" + tab.verdict)
                    .with(
                        "here",
                        Html.when(
                            Objects.equals(verdict, tab.verdict)
                                && (verdict != null || !search.isNarrowed()),
                            Html.of(" aria-current=\"page\"")))
                    .with("words", tab.words)
                    .html())
            .toList());
  }

  private static Html empty(SearchForm search) {
    return search.isNarrowed()
        ? Html.of("<p class=\"empty\">No stored article is like that.</p>")
        : Html.of(
            "<p class=\"empty\">No article here yet. Drop a file into the bucket under"
                + " <code>inbox/</code>, or paste one above.</p>");
  }
}
