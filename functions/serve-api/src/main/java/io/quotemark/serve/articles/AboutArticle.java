package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an article beside what it says: copies, versions, where it is as data. */
final class AboutArticle {
  private AboutArticle() {}

  /**
   * @param stored null for an article that was only checked
   */
  static Html of(CheckedArticle checked, ArticlePage.@Nullable Stored stored) {
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
            <details><summary>Versions, rules and data</summary>
            <dl class="facts">
            <div><dt>{heading}</dt><dd>{versions}</dd></div>
            <div><dt>Decided by</dt><dd>rules <code>{rules}</code>, securities master <code>{master}</code></dd></div>
            <div><dt>As data</dt><dd><a href="/v1/articles/{id}">JSON</a> · <a href="/v1/articles/{id}/claims">claims</a> · <a href="/v1/articles/{id}/history">versions</a> · <a href="/v1/articles/{id}/similar">copies and rewrites</a> · <a href="/v1/articles/{id}/chart.svg">chart to embed</a></dd></div>
            </dl>
            </details>
            </section>
            """)
        .with("alike", alike(stored.alike()))
        .with("heading", stored.versions().size() == 1 ? "Version" : "Versions")
        .with("versions", stored.versions().stream().map(AboutArticle::version).toList())
        .with("rules", checked.versions().rules())
        .with("master", checked.versions().master())
        .with("id", stored.id())
        .html();
  }

  private static Html version(ArticlePage.Version version) {
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

  private static Html alike(List<ArticlePage.Alike> alike) {
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
}
