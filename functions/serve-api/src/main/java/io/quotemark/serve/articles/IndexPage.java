package io.quotemark.serve.articles;

import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page: a form to check an article at once, and the latest articles with what was found
 * in them.
 */
public final class IndexPage {
  private IndexPage() {}

  /**
   * @param next address of the next page, null on the last
   * @param waiting claims that wait for prices, null on other pages than the first
   */
  public static String of(
      List<ArticleList.Row> rows,
      SearchForm search,
      @Nullable String next,
      NeededPrices.@Nullable Section waiting) {
    String filter = search.words();
    return Layout.page(
        Layout.of(filter == null ? "Articles" : "Articles: " + filter)
            .sample(ArticleList.sample(rows))
            .at(Layout.Place.ARTICLES),
        Template.of(
                """
                <h1>What the news says about share prices, and what the tape says</h1>
                {check}
                {needed}
                <section aria-labelledby="list">
                <h2 id="list">{heading}</h2>
                {search}
                {articles}
                </section>
                """)
            .with("check", checkForm())
            .with("needed", waiting == null ? Html.EMPTY : NeededPrices.ofStore(waiting))
            .with("heading", filter == null ? "Latest articles" : "Articles: " + filter)
            .with("search", search.html())
            .with("articles", rows.isEmpty() ? empty(search) : ArticleList.of(rows, next))
            .html());
  }

  private static Html checkForm() {
    return Html.of(
        """
        <form class="check" method="post" action="/check" aria-label="Check an article">
        <label for="document">Check an article: paste it here, or drop a file. Nothing is stored.</label>
        <textarea id="document" name="document" required maxlength="2000000" placeholder="Title, date line and text, as copied from a page"></textarea>
        <div class="row">
        <div><label for="published_at">Published at, if the text does not say</label>
        <input id="published_at" name="published_at" placeholder="2025-02-24T16:55+08:00" autocomplete="off"></div>
        <div><label for="source_kind">Written by</label>
        <select id="source_kind" name="source_kind"><option value="">people, or as its source is known</option><option value="generated">a language model</option></select></div>
        <button type="submit">Check</button>
        </div>
        <p class="small status" role="status"></p>
        <div class="answer" hidden></div>
        </form>
        """);
  }

  private static Html empty(SearchForm search) {
    return search.isNarrowed()
        ? Html.of("<p class=\"empty\">No stored article is like that.</p>")
        : Html.of(
            "<p class=\"empty\">No article here yet. Drop a file into the bucket under"
                + " <code>inbox/</code>, or paste one above.</p>");
  }
}
