package io.quotemark.serve.pages;

import io.quotemark.domain.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of text: an error with what to do about it, the uploads, and how verdicts are made. */
public final class MessagePage {
  private MessagePage() {}

  public static String problem(String title, String detail) {
    return Layout.page(
        title,
        false,
        Html.of(
            "<h1>{}</h1><p>{}</p><p><a href=\"/\">Back to the articles</a></p>", title, detail));
  }

  /**
   * @param status done, failed, removed …
   * @param reason why it failed and what to do, null where it did not
   */
  public record Upload(
      String key,
      String status,
      @Nullable String reason,
      @Nullable String articleId,
      @Nullable String at) {}

  public static String uploads(List<Upload> uploads, @Nullable String next) {
    return Layout.page(
        "Uploads",
        false,
        Html.of(
            """
            <h1>Uploads</h1>
            <p>Every file dropped into the bucket ends here: done with its article, or failed with its reason. Nothing is lost; a
            mended file dropped under the same name replaces the failed one.</p>
            {}{}
            """,
            uploads.isEmpty()
                ? Html.of("<p class=\"empty\">No upload yet.</p>")
                : uploadTable(uploads),
            next == null
                ? Html.EMPTY
                : Html.of("<p class=\"pager\"><a href=\"{}\">More</a></p>", next)));
  }

  private static Html uploadTable(List<Upload> uploads) {
    return Html.of(
        """
        <table class="list"><thead><tr><th scope="col">file</th><th scope="col">status</th><th scope="col">what came of it</th><th scope="col">event time</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        uploads.stream()
            .map(u ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}{}</td><td>{}</td></tr>\n",
                    u.key(),
                    u.status(),
                    u.articleId() == null
                        ? Html.EMPTY
                        : Html.of("<a href=\"/articles/{}\">{}</a> ", u.articleId(), u.articleId()),
                    u.reason(),
                    u.at()))
            .toList());
  }

  public static String about() {
    return Layout.page(
        "How verdicts are made",
        false,
        Html.of(
            """
            <h1>How verdicts are made</h1>
            <p>Quotemark reads an article as it was scraped, finds what it says about share prices, resolves each statement to the
            exact listing, and compares it with the price history as it stood when the article was published.</p>
            <h2>Verdicts</h2>
            <dl>{}</dl>
            <h2>Before anything is called contradicted</h2>
            <ul>
            <li>The listing must be certain (a score of at least 0.9) and the session unambiguous.</li>
            <li>The statement must fail on every plausible reading: rounded as printed, rounded twice, cut off, as a close, as a price
            of the day, on each basis a "highest since" can be compared on.</li>
            <li>Prices are as traded on the day; splits that came later are never applied, and nothing after the session counts.</li>
            <li>Where two sources of prices disagree, or history has a gap, the verdict is "unverifiable", with the reason.</li>
            </ul>
            <h2>Flags</h2>
            <dl class="flags">{}</dl>
            """,
            Arrays.stream(Verdict.Outcome.values())
                .map(o -> Html.of("<dt>{}</dt><dd>{}</dd>", ClaimCard.badge(o), Words.explain(o)))
                .toList(),
            Arrays.stream(Verdict.Flag.values())
                .map(f -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>", f.name(), Words.explain(f)))
                .toList()));
  }
}
