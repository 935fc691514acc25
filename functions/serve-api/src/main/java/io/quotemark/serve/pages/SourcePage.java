package io.quotemark.serve.pages;

import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source's scorecard: its claims by kind and verdict. */
public final class SourcePage {
  private SourcePage() {}

  /** Address of the page of a source. */
  public static String path(String source) {
    return "/sources/" + Html.segment(source);
  }

  /**
   * @param stretch of time, for people
   * @param sure how often it was wrong, and how sure that is
   * @param byKind counts by kind and by outcome in lower case
   * @param listed the latest articles of the stretch
   * @param next address of those before them, null on the last page
   */
  public static String of(
      String source,
      String stretch,
      int articles,
      String sure,
      Map<String, Map<String, Integer>> byKind,
      List<ArticleList.Row> listed,
      @Nullable String next,
      boolean sample) {
    List<Verdict.Outcome> outcomes = List.of(Verdict.Outcome.values());
    return Layout.page(
        source,
        sample,
        Html.of(
            """
            <h1>{}</h1>
            <p class="meta">{}, {}</p>
            <p class="prose">{}</p>
            {}
            <form class="search" method="get" action="{}" aria-label="Another stretch of time">
            <div><label for="from">From</label><input id="from" name="published_after" type="date"></div>
            <div><label for="to">To</label><input id="to" name="published_before" type="date"></div>
            <div><button type="submit">Show</button></div>
            </form>
            <section aria-labelledby="articles">
            <h2 id="articles">Articles</h2>
            {}
            </section>
            """,
            source,
            articles == 1 ? "1 article" : articles + " articles",
            stretch,
            sure,
            byKind.isEmpty()
                ? Html.of("<p class=\"empty\">No share-price claim was found in them.</p>")
                : Html.of(
                    """
                    <table class="prose"><caption>Claims by kind and verdict</caption>
                    <thead><tr><th scope="col">kind</th>{}</tr></thead>
                    <tbody>{}</tbody></table>
                    """,
                    outcomes.stream()
                        .map(o ->
                            Html.of(
                                "<th scope=\"col\"><span aria-hidden=\"true\">{}</span> <span class=\"word\">{}</span></th>",
                                Words.sign(o),
                                Words.of(o)))
                        .toList(),
                    byKind.entrySet().stream()
                        .map(e -> row(ClaimKind.valueOf(e.getKey()), e.getValue(), outcomes))
                        .toList()),
            path(source),
            listed.isEmpty()
                ? Html.of("<p class=\"empty\">None was published in this stretch.</p>")
                : ArticleList.of(listed, next)));
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
