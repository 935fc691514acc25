package io.quotemark.serve.articles;

import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.storage.articles.ArticleRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a wrong figure stood first, and who has it too. */
final class Trails {
  private Trails() {}

  /**
   * @param shown id of the article that is shown, null where it is not stored
   */
  static Html of(ErrorTrail trail, @Nullable String shown) {
    List<ArticleRecord.Summary> articles = trail.articles();
    boolean first = articles.getFirst().id().equals(shown);
    List<Html> others = new ArrayList<>();
    for (ArticleRecord.Summary article : articles.subList(1, articles.size())) {
      if (!article.id().equals(shown)) {
        others.add(Html.of("<li>{}</li>", one(article)));
      }
    }
    return Template.of(
            """
            <div class="trail"><p>{where}</p>{others}<p class="small"><a href="/propagated">Most copied wrong figures</a></p></div>
            """)
        .with(
            "where",
            first
                ? Html.of("<strong>First seen here</strong>, then in:")
                : Html.of("<strong>First seen:</strong> {}", one(articles.getFirst())))
        .with(
            "others",
            others.isEmpty()
                ? Html.EMPTY
                : Html.of(
                    "{}<ul>{}</ul>",
                    Html.when(!first, Html.of("<p>Also in:</p>")),
                    Html.of(
                        "{}{}",
                        Html.join(others),
                        Html.when(trail.more(), Html.of("<li>and more</li>")))))
        .html();
  }

  /** An article as a link, with its source and day. */
  static Html one(ArticleRecord.Summary article) {
    String published = article.published();
    return Template.of("<a href=\"/articles/{id}\"><bdi>{title}</bdi></a>{source}{published}")
        .with("id", article.id())
        .with("title", article.title().isBlank() ? "(untitled)" : article.title())
        .with(
            "source",
            article.source() == null ? Html.EMPTY : Html.of(", <bdi>{}</bdi>", article.source()))
        .with("published", published == null ? Html.EMPTY : Html.of(", {}", Times.html(published)))
        .html();
  }
}
