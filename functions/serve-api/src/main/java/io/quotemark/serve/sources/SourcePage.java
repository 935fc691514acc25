package io.quotemark.serve.sources;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Sharing;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source: its claims by kind and verdict, and its articles. */
public final class SourcePage {
  private SourcePage() {}

  /**
   * What its claims came to.
   *
   * @param from first day, inclusive
   * @param to last day, inclusive
   * @param sure how often it was wrong, and how sure that is
   * @param record the same by month
   * @param byKind counts by kind and by outcome in lower case
   */
  public record Card(
      LocalDate from,
      LocalDate to,
      int articles,
      String sure,
      Html record,
      Map<String, Map<String, Integer>> byKind,
      boolean sample) {}

  /**
   * @param articles of the same stretch, newest first
   * @param next address of the next page of them, null on the last
   */
  public static String of(
      String source, Card card, List<ArticleList.Row> articles, @Nullable String next) {
    List<Verdict.Outcome> outcomes = List.of(Verdict.Outcome.values());
    String stretch = "published_after=%s&published_before=%s".formatted(card.from(), card.to());
    return Layout.page(
        Layout.of(source)
            .sample(card.sample())
            .head(Sharing.head(source + ": share-price claims checked", card.sure())),
        Template.of(
                """
                <h1><bdi>{source}</bdi></h1>
                <p class="meta">{articles}, published from {from_words} to {to_words}</p>
                <p class="prose lead">{sure}</p>
                {record}
                {kinds}
                <form class="search" method="get" action="/sources/{segment}" aria-label="Another stretch of time">
                <div><label for="from">From</label><input id="from" name="published_after" type="date" value="{from}"></div>
                <div><label for="to">To</label><input id="to" name="published_before" type="date" value="{to}"></div>
                <div><button type="submit">Show</button></div>
                </form>
                <section aria-labelledby="articles">
                <h2 id="articles">Its articles</h2>
                {list}
                </section>
                <p class="small">As data: <a href="/v1/sources/{segment}/scorecard?{stretch}">the scorecard</a> · <a href="/v1/articles?source={query}&amp;{stretch}">its articles</a></p>
                """)
            .with("source", source)
            .with("articles", card.articles() == 1 ? "1 article" : card.articles() + " articles")
            .with("from_words", Times.words(card.from()))
            .with("to_words", Times.words(card.to()))
            .with("from", card.from())
            .with("to", card.to())
            .with("sure", card.sure())
            .with("record", card.record())
            .with(
                "kinds",
                card.byKind().isEmpty()
                    ? Html.of("<p class=\"empty\">No share-price claim was found in them.</p>")
                    : Html.of(
                        """
                        <details><summary>Claims by kind and verdict</summary>
                        <table class="prose"><caption class="aside">Claims by kind and verdict</caption>
                        <thead><tr><th scope="col">kind</th>{}</tr></thead>
                        <tbody>{}</tbody></table></details>
                        """,
                        outcomes.stream()
                            .map(o ->
                                Html.of(
                                    "<th scope=\"col\"><span aria-hidden=\"true\">{}</span> <span class=\"word\">{}</span></th>",
                                    Words.sign(o),
                                    Words.of(o)))
                            .toList(),
                        card.byKind().entrySet().stream()
                            .map(e -> row(ClaimKind.valueOf(e.getKey()), e.getValue(), outcomes))
                            .toList()))
            .with("segment", Html.name(source))
            .with(
                "list",
                articles.isEmpty()
                    ? Html.of("<p class=\"empty\">None was published in these days.</p>")
                    : ArticleList.of(articles, next))
            .with("stretch", stretch)
            .with("query", Html.segment(source))
            .html());
  }

  private static Html row(
      ClaimKind kind, Map<String, Integer> counts, List<Verdict.Outcome> outcomes) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th>{}</tr>\n",
        Words.of(kind),
        outcomes.stream()
            .map(o ->
                Html.of("<td>{}</td>", counts.getOrDefault(o.name().toLowerCase(Locale.ROOT), 0)))
            .toList());
  }
}
