package io.quotemark.serve.uploads;

import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of every file that was dropped, and how to work off again what failed. */
public final class UploadsPage {
  private static final List<String> STATUSES = List.of("failed", "done", "removed");

  private UploadsPage() {}

  /**
   * @param status done, failed or removed
   * @param reason why it failed and what to do, null where it did not
   * @param articleId the first of its articles
   */
  public record Upload(
      String key,
      String status,
      @Nullable String reason,
      @Nullable String articleId,
      @Nullable String at) {}

  /**
   * @param chosen status that the list is narrowed to, null for all
   * @param next address of the next page, null on the last
   */
  public static String of(List<Upload> uploads, @Nullable String chosen, @Nullable String next) {
    return Layout.page(
        Layout.of(chosen == null ? "Uploads" : "Uploads: " + chosen).at(Layout.Place.UPLOADS),
        Template.of(
                """
                <h1>Uploads</h1>
                <p class="prose">Every file dropped into the bucket ends here: done with its article, or failed with its reason. Nothing is lost.</p>
                <nav class="tabs" aria-label="Status">{tabs}</nav>
                {table}{next}
                <section class="prose" aria-labelledby="again">
                <h2 id="again">When one failed</h2>
                <p>Correct the file and drop it under the same name: the newest upload of a name replaces what failed. Where the cause lay
                elsewhere, work the same file off again from a terminal, <code>./quotemark replay KEY</code>, or everything that failed with
                <code>./quotemark replay --all</code>; <code>--stack NAME</code> says which deployment. <code>./quotemark failed</code> lists
                them with the messages that no function could take.</p>
                </section>
                """)
            .with(
                "tabs",
                Stream.concat(
                        Stream.of(tab(null, chosen)), STATUSES.stream().map(s -> tab(s, chosen)))
                    .toList())
            .with(
                "table",
                uploads.isEmpty()
                    ? Html.of("<p class=\"empty\">{}</p>", none(chosen))
                    : table(uploads))
            .with(
                "next",
                next == null
                    ? Html.EMPTY
                    : Html.of(
                        "<p class=\"pager\"><a rel=\"next\" href=\"{}\">Older uploads</a></p>",
                        next))
            .html());
  }

  private static String none(@Nullable String chosen) {
    return chosen == null
        ? "No upload yet. Drop a file into the bucket under inbox/."
        : "No upload is " + chosen.toLowerCase(Locale.ROOT) + ".";
  }

  private static Html tab(@Nullable String status, @Nullable String chosen) {
    boolean current = status == null ? chosen == null : status.equals(chosen);
    return Template.of("<a href=\"/uploads{query}\"{current}>{status}</a> ")
        .with("query", status == null ? "" : "?status=" + status)
        .with("current", Html.when(current, Html.of(" aria-current=\"page\"")))
        .with("status", status == null ? "all" : status)
        .html();
  }

  private static Html table(List<Upload> uploads) {
    return Html.of(
        """
        <table class="list stack"><caption class="aside">Uploads, newest first</caption>
        <thead><tr><th scope="col">file</th><th scope="col">status</th><th scope="col">what came of it</th><th scope="col">event time</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        uploads.stream().map(UploadsPage::row).toList());
  }

  private static Html row(Upload upload) {
    boolean failed = upload.status().equals("failed");
    return Template.of(
            "<tr><th scope=\"row\">{key}</th><td>{status}</td><td>{article}{reason}{replay}</td><td>{time}</td></tr>\n")
        .with("key", upload.key())
        .with("status", status(upload.status()))
        .with(
            "article",
            upload.articleId() == null
                ? Html.EMPTY
                : Html.of(
                    "<a href=\"/articles/{}\">article {}</a> ",
                    upload.articleId(),
                    upload.articleId()))
        .with("reason", upload.reason())
        .with(
            "replay",
            Html.when(
                failed,
                Html.of(
                    "<br><code class=\"small\">./quotemark replay {}</code>",
                    quoted(upload.key()))))
        .with("time", upload.at() == null ? null : Words.time(upload.at()))
        .html();
  }

  private static Html status(String status) {
    String sign = status.equals("failed") ? "✗" : status.equals("done") ? "✓" : "–";
    String look =
        status.equals("failed")
            ? "v-contradicted"
            : status.equals("done") ? "v-verified" : "v-not-checkable";
    return Template.of(
            "<span class=\"badge {look}\"><span aria-hidden=\"true\">{sign}</span> {status}</span>")
        .with("look", look)
        .with("sign", sign)
        .with("status", status)
        .html();
  }

  /** As a shell takes it for one word. */
  static String quoted(String key) {
    return key.matches("[A-Za-z0-9._/=@%+,-]+") ? key : "'" + key.replace("'", "'\\''") + "'";
  }
}
