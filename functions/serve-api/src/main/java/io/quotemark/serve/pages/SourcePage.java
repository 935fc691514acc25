package io.quotemark.serve.pages;

import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A source's scorecard: its claims by kind and verdict. */
public final class SourcePage {
  private SourcePage() {}

  /**
   * @param stretch of time, for people
   * @param sure how often it was wrong, and how sure that is
   * @param byKind counts by kind and by outcome in lower case
   */
  public static String of(
      String source,
      String stretch,
      int articles,
      String sure,
      Map<String, Map<String, Integer>> byKind,
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
            <form class="search" method="get" action="/sources/{}" aria-label="Another stretch of time">
            <div><label for="from">From</label><input id="from" name="published_after" type="date"></div>
            <div><label for="to">To</label><input id="to" name="published_before" type="date"></div>
            <div><button type="submit">Show</button></div>
            </form>
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
            Html.segment(source)));
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
