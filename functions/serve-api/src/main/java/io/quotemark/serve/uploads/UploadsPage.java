package io.quotemark.serve.uploads;

import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of every file that was uploaded, and how to retry what failed. */
public final class UploadsPage {
  private static final List<String> STATUSES = List.of("failed", "done", "removed");

  /** Articles of a bundle that are linked; the route for programs has all. */
  private static final int MOST_LINKS = 100;

  /** Seconds after which the page of an upload that is on its way is asked for again. */
  private static final int AGAIN = 3;

  private static final String ON_ITS_WAY =
      "is being read and checked. This page shows what became of it in a moment.";
  private static final String NOT_THERE =
      "is not there yet. This page shows what became of it once it is uploaded or fetched. If it should be there already, look at its name again.";

  private UploadsPage() {}

  /**
   * @param status done, failed, removed or processing
   * @param reason why it failed and what to do, null where it did not
   * @param articles ids of what became of it
   * @param retried whether the page may retry it
   */
  public record Upload(
      String key,
      String status,
      @Nullable String reason,
      List<String> articles,
      @Nullable String at,
      boolean retried) {
    public Upload {
      articles = List.copyOf(articles);
    }
  }

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
                <p class="prose">Every file that was uploaded is here: done with its articles, or failed with its reason. Nothing is lost.</p>
                <nav class="tabs" aria-label="Status">{tabs}</nav>
                {table}{next}
                <section class="prose" aria-labelledby="again">
                <h2 id="again">When one failed</h2>
                <p>Correct the file and upload it under the same name: the newest upload of a name replaces what failed. Where the cause lay
                elsewhere, retry the same file: one that was handed in here by its button, any other from a terminal with <code>./quotemark replay KEY</code>, or
                everything that failed with <code>./quotemark replay --all</code>; <code>--stack NAME</code> says which deployment.
                <code>./quotemark failed</code> lists them with the messages that no function could take.</p>
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

  /**
   * One upload, by its key: what became of it; or that it is on its way or not there yet, where the
   * page is asked for again by itself.
   */
  public static String one(String key, List<Upload> found) {
    boolean ready = found.stream().anyMatch(upload -> !upload.status().equals("processing"));
    return Layout.page(
        Layout.of("Upload")
            .at(Layout.Place.UPLOADS)
            .head(
                ready
                    ? Html.EMPTY
                    : Html.of("<meta http-equiv=\"refresh\" content=\"" + AGAIN + "\">\n")),
        Template.of(
                """
                <h1>Upload</h1>
                {state}
                <p><a href="/uploads">All uploads</a></p>
                """)
            .with(
                "state",
                ready
                    ? table(found)
                    : Html.of(
                        "<p class=\"empty\" role=\"status\">{} {}</p>",
                        key,
                        found.isEmpty() ? NOT_THERE : ON_ITS_WAY))
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
        <thead><tr><th scope="col">file</th><th scope="col">status</th><th scope="col">what came of it</th><th scope="col">uploaded</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        uploads.stream().map(UploadsPage::row).toList());
  }

  private static Html row(Upload upload) {
    boolean failed = upload.status().equals("failed");
    return Template.of(
            "<tr><th scope=\"row\"><bdi>{key}</bdi></th><td>{status}</td><td>{articles}{reason}{retry}</td><td>{time}</td></tr>\n")
        .with("key", upload.key())
        .with("status", status(upload.status()))
        .with("articles", articles(upload.articles()))
        .with("reason", upload.reason())
        .with("retry", failed ? retry(upload) : Html.EMPTY)
        .with("time", upload.at() == null ? null : Times.html(upload.at()))
        .html();
  }

  private static Html articles(List<String> ids) {
    if (ids.size() <= 1) {
      return ids.isEmpty()
          ? Html.EMPTY
          : Html.of("<a href=\"/articles/{}\">Its article</a> ", ids.getFirst());
    }
    int more = ids.size() - MOST_LINKS;
    return Template.of(
            "<details><summary>{count} articles in this bundle</summary><ol class=\"upload-articles\">{links}</ol>{more}</details> ")
        .with("count", ids.size())
        .with(
            "links",
            ids.stream()
                .limit(MOST_LINKS)
                .map(id -> Html.of("<li><a href=\"/articles/{}\">Article {}</a></li>", id, id))
                .toList())
        .with("more", Html.when(more > 0, Html.of("<p class=\"small\">and {} more</p>", more)))
        .html();
  }

  private static Html retry(Upload upload) {
    if (!Caller.currentMay(Access.EDITOR)) {
      return Html.EMPTY;
    }
    return upload.retried()
        ? Html.of(
            " <form class=\"retry\" method=\"post\" action=\"/uploads/retry\"><input type=\"hidden\" name=\"key\" value=\"{}\"><button class=\"quiet\">Retry</button></form>",
            upload.key())
        : Html.of("<br><code class=\"small\">./quotemark replay {}</code>", quoted(upload.key()));
  }

  private static Html status(String status) {
    String sign =
        switch (status) {
          case "failed" -> "✗";
          case "done" -> "✓";
          default -> "–";
        };
    String look =
        switch (status) {
          case "failed" -> "v-contradicted";
          case "done" -> "v-verified";
          default -> "v-not-checkable";
        };
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
