package io.quotemark.serve.search;

import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import java.util.List;

/** What was found for a text, by kind; what was probably meant where nothing was. */
final class SearchPage {
  private SearchPage() {}

  /** Before anything is searched for. */
  static String empty() {
    return Layout.page(
        Layout.of("Search"),
        Html.of(
            """
            <h1>Search</h1>
            <p class="prose">Type into the box above: a company by any of its names, a ticker as its market writes it
            (<a href="/search?q=0700.HK">0700.HK</a>), an ISIN, a source, or words of a title.</p>
            """));
  }

  /**
   * @param more whether more articles have these words, or more were not looked at
   */
  static String of(
      String text, SiteSearch.Found found, List<ArticleList.Row> articles, boolean more) {
    boolean nothing = found.isNothing() && articles.isEmpty();
    return Layout.page(
        Layout.of("Search: " + text).searched(text),
        Template.of(
                """
                <h1>Search: <bdi>{text}</bdi></h1>
                {meant}
                {companies}
                {sources}
                {articles}
                """)
            .with("text", text)
            .with("meant", nothing || found.isNothing() ? meant(text, found, nothing) : Html.EMPTY)
            .with("companies", companies(found))
            .with("sources", sources("Sources", found.sources()))
            .with("articles", articles(text, articles, more))
            .html());
  }

  private static Html meant(String text, SiteSearch.Found found, boolean nothing) {
    List<Html> links =
        java.util.stream.Stream.concat(
                found.meant().stream().map(one -> one.name().link()),
                found.meantSources().stream().map(SearchPage::source))
            .toList();
    return links.isEmpty()
        ? Html.when(
            nothing,
            Html.of(
                "<p class=\"empty\">Nothing is known by “<bdi>{}</bdi>”: no company, no source, no title.</p>",
                text))
        : Html.of("<p class=\"meant\">Did you mean {}?</p>", Html.commas(links));
  }

  private static Html companies(SiteSearch.Found found) {
    int more = found.all() - found.companies().size();
    return found.companies().isEmpty()
        ? Html.EMPTY
        : Template.of(
                """
                <section aria-labelledby="companies">
                <h2 id="companies">Companies</h2>
                <ul class="found">{rows}</ul>
                {more}
                </section>
                """)
            .with(
                "rows",
                found.companies().stream()
                    .map(one ->
                        Html.of(
                            "<li>{}<span class=\"small\"><bdi>{}</bdi></span></li>\n",
                            one.name().link(),
                            one.fullName()))
                    .toList())
            .with(
                "more",
                Html.when(
                    more > 0,
                    Html.of(
                        "<p class=\"small\">And {} more. Type more of the name to see them.</p>",
                        more)))
            .html();
  }

  private static Html sources(String heading, List<String> sources) {
    return sources.isEmpty()
        ? Html.EMPTY
        : Template.of(
                """
                <section aria-labelledby="sources">
                <h2 id="sources">{heading}</h2>
                <ul class="found">{rows}</ul>
                </section>
                """)
            .with("heading", heading)
            .with(
                "rows", sources.stream().map(one -> Html.of("<li>{}</li>\n", source(one))).toList())
            .html();
  }

  private static Html source(String name) {
    return Html.of("<a href=\"/sources/{}\"><bdi>{}</bdi></a>", Html.name(name), name);
  }

  private static Html articles(String text, List<ArticleList.Row> articles, boolean more) {
    return articles.isEmpty()
        ? Html.EMPTY
        : Template.of(
                """
                <section aria-labelledby="articles">
                <h2 id="articles">Articles with these words in title or source</h2>
                {rows}
                {more}
                </section>
                """)
            .with("rows", ArticleList.of(articles, null))
            .with(
                "more",
                Html.when(
                    more,
                    Html.of(
                        "<p class=\"pager\"><a href=\"/?q={}\">All articles with these words</a></p>",
                        Html.segment(text))))
            .html();
  }
}
