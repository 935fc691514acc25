package io.quotemark.serve.pages;

import io.quotemark.domain.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first page: the latest articles with what was found in them, and a form to check one at once.
 */
public final class IndexPage {
  private IndexPage() {}

  /**
   * @param counts claims by outcome
   */
  public record Row(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      List<String> listings,
      Map<Verdict.Outcome, Integer> counts) {}

  /**
   * @param filter what the list was narrowed to, for people; null where it was not
   * @param next address of the next page, null on the last
   */
  public static String of(
      List<Row> rows, @Nullable String filter, @Nullable String next, boolean sample) {
    return Layout.page(
        "Articles",
        sample,
        Html.of(
            """
            <h1>What the news says about share prices, and what the tape says</h1>
            <form class="check" method="post" action="/check">
            <label for="document">Check an article: paste it here, or drop a file. Nothing is stored.</label>
            <textarea id="document" name="document" required maxlength="2000000" placeholder="Title, date line and text, as copied from a page"></textarea>
            <label for="published_at">Published at (optional, if the text does not say)</label>
            <input id="published_at" name="published_at" placeholder="2025-02-24T16:55:00+08:00 or 2025-02-24">
            <button type="submit">Check</button> <span role="status" class="small"></span>
            </form>
            <h2>{}</h2>
            {}
            {}
            """,
            filter == null ? "Latest articles" : "Articles: " + filter,
            rows.isEmpty() ? empty() : table(rows),
            next == null
                ? Html.EMPTY
                : Html.of("<p class=\"pager\"><a href=\"{}\">Older articles</a></p>", next)));
  }

  private static Html empty() {
    return Html.of(
        "<p class=\"empty\">No article here yet. Drop a file into the bucket under <code>inbox/</code>, or paste one above.</p>");
  }

  private static Html table(List<Row> rows) {
    return Html.of(
        """
        <table class="list">
        <thead><tr><th scope="col">article</th><th scope="col">published</th><th scope="col">listings</th><th scope="col">claims</th></tr></thead>
        <tbody>{}</tbody>
        </table>
        """,
        rows.stream().map(IndexPage::row).toList());
  }

  private static Html row(Row row) {
    return Html.of(
        "<tr><th scope=\"row\"><a href=\"/articles/{}\">{}</a>{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        row.id(),
        row.title().isBlank() ? "(untitled)" : row.title(),
        Html.when(
            row.source() != null,
            Html.of(
                "<br><a class=\"small\" href=\"/sources/{}\">{}</a>",
                Html.segment(row.source()),
                row.source())),
        row.published() == null ? "unknown" : row.published().replace("T", " "),
        row.listings().stream()
            .map(l -> Html.of("<a href=\"/?listing={}\">{}</a> ", l, l))
            .toList(),
        row.counts().isEmpty()
            ? Html.of("<span class=\"small\">none</span>")
            : Html.join(ArticlePage.badges(row.counts())));
  }
}
