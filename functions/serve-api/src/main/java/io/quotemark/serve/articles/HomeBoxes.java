package io.quotemark.serve.articles;

import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.serve.pages.Template;
import io.quotemark.storage.articles.WaitingClaims;
import java.util.List;

/** What the first page tells of the whole store, beside the list. */
final class HomeBoxes {
  private HomeBoxes() {}

  /** Articles, claims, contradicted, doubtful, waiting: a number each. */
  static Html strip(StoreCounts.Counts counts) {
    return Template.of(
            """
            <dl class="strip">
            {articles}{claims}{contradicted}{doubtful}{waiting}
            </dl>
            {bound}
            """)
        .with("articles", number(counts.articles(), "article", "articles", "", true))
        .with("claims", number(counts.claims(), "claim", "claims", "", true))
        .with(
            "contradicted",
            number(counts.contradicted(), "contradicted", "contradicted", "v-contradicted", true))
        .with("doubtful", number(counts.doubtful(), "doubtful", "doubtful", "v-doubtful", true))
        .with(
            "waiting",
            number(
                counts.waiting().claims(),
                "waiting",
                "waiting",
                "v-pending",
                counts.waiting().complete()))
        .with(
            "bound",
            Html.when(
                !counts.complete(),
                Html.of(
                    "<p class=\"small bound\">Counted over the latest {} articles; waiting, over the whole store.</p>",
                    counts.articles())))
        .html();
  }

  private static Html number(int count, String one, String many, String look, boolean whole) {
    return Template.of("<div class=\"{look}\"><dt>{word}</dt><dd>{count}</dd></div>")
        .with("look", look)
        .with("word", count == 1 ? one : many)
        .with("count", "%,d%s".formatted(count, whole ? "" : "+"))
        .html();
  }

  /** Prices that most claims wait for; nothing where none waits. */
  static Html waiting(WaitingClaims.Summary summary, NeededPrices.Section section) {
    if (section.rows().isEmpty()) {
      return Html.EMPTY;
    }
    int more = section.listings() - section.rows().size();
    return Template.of(
            """
            <section class="box" aria-labelledby="waiting">
            <h2 id="waiting">{heading}</h2>
            <table><caption class="aside">Claims that wait, by listing</caption>
            <thead class="aside"><tr><th scope="col">listing</th><th scope="col">trading days</th><th scope="col">claims</th></tr></thead>
            <tbody>{rows}</tbody></table>
            <p class="small">{more}<a href="/?verdict=unverifiable,pending#needed">Which prices, and where to get them</a></p>
            </section>
            """)
        .with(
            "heading",
            (section.complete() ? "" : "At least ")
                + (section.claims() == 1
                    ? "1 claim waits for prices"
                    : section.claims() + " claims wait for prices"))
        .with("rows", section.rows().stream().map(HomeBoxes::row).toList())
        .with("more", more == 0 ? "" : "And of " + more + " more. ")
        .html();
  }

  private static Html row(NeededPrices.Row row) {
    String listing = row.needed().listing().toString();
    return Template.of("<tr><th scope=\"row\">{listing}</th><td>{days}</td><td>{claims}</td></tr>")
        .with(
            "listing",
            row.needed().listing().isCurrencyPair()
                ? listing
                : Html.of(
                    "<a href=\"/listings/{}\">{}</a>",
                    Html.segment(listing),
                    row.issuer() == null ? listing : ListingNames.company(row.issuer())))
        .with("days", NeededPrices.stretch(row.needed().sessions().getLast()))
        .with("claims", row.claims())
        .html();
  }

  /** How the sources of the counted articles fare; nothing where none has a decided claim. */
  static Html sources(StoreCounts.Counts counts) {
    List<StoreCounts.SourceRecord> sources = counts.sources();
    return sources.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <section class="box" aria-labelledby="records">
            <h2 id="records">Sources</h2>
            <table><caption>Contradicted of decided claims, {}</caption>
            <thead class="aside"><tr><th scope="col">source</th><th scope="col">contradicted of decided</th></tr></thead>
            <tbody>{}</tbody></table>
            </section>
            """,
            counts.complete() ? "all articles" : "latest " + counts.articles() + " articles",
            sources.stream()
                .map(one ->
                    Template.of(
                            "<tr><th scope=\"row\"><a href=\"/sources/{segment}\"><bdi>{source}</bdi></a></th><td>{wrong} of {decided}</td></tr>")
                        .with("segment", Html.name(one.source()))
                        .with("source", one.source())
                        .with("wrong", one.contradicted())
                        .with("decided", one.decided())
                        .html())
                .toList());
  }
}
