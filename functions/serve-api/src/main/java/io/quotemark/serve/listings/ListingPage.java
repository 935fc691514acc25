package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.articles.ClaimCard;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One listing: what it is, its prices, and what the latest articles say of them. */
public final class ListingPage {
  private ListingPage() {}

  /** A claim about the listing and the article it stands in. */
  public record Said(
      String articleId, String title, @Nullable String published, CheckedClaim claim) {}

  /**
   * @param svg a complete SVG document of this code base
   */
  public record Chart(String svg, boolean sample) {}

  /**
   * @param chart null where no prices are stored
   * @param said in the articles of this page
   * @param next address of the next page of articles, null on the last
   */
  public static String of(
      Listing listing,
      @Nullable Issuer issuer,
      @Nullable Chart chart,
      List<Said> said,
      List<ArticleList.Row> articles,
      @Nullable String next) {
    boolean sample = ArticleList.sample(articles) || (chart != null && chart.sample());
    String name = issuer == null ? listing.id().toString() : issuer.name();
    return Layout.page(
        name + " · " + listing.id(),
        sample,
        Html.of(
            """
            <h1>{} <span class="id">{}</span></h1>
            <p class="meta">{}</p>
            {}
            {}
            <section aria-labelledby="claims">
            <h2 id="claims">What is said of its price</h2>
            {}
            </section>
            <section aria-labelledby="articles">
            <h2 id="articles">Articles</h2>
            {}
            </section>
            <p class="small">As data: <a href="/v1/listings/{}">the listing</a> · <a href="/v1/listings/{}/prices">its prices</a></p>
            """,
            name,
            Html.when(issuer != null, Html.of("{}", listing.id())),
            facts(listing),
            sisters(listing, issuer),
            chart == null
                ? Html.of(
                    "<p class=\"empty\">No prices of it are stored. Drop a price file under <code>prices/</code>, and the claims about it are checked again.</p>")
                : Html.of(
                    "<figure>{}<figcaption>Closes over each day's range. Rings are prices that the articles below print; a ✗ marks one that is contradicted, a ? one that is doubtful.</figcaption></figure>",
                    new Html(chart.svg())),
            said.isEmpty()
                ? Html.of("<p class=\"empty\">No stored article says anything of it yet.</p>")
                : table(said),
            articles.isEmpty()
                ? Html.of("<p class=\"empty\">None is stored.</p>")
                : ArticleList.of(articles, next),
            Html.segment(listing.id().toString()),
            Html.segment(listing.id().toString())));
  }

  private static Html facts(Listing listing) {
    return Html.of(
        "quoted in {}{}{}{}{}",
        listing.currency(),
        Html.when(listing.unit() != null, Html.of(" ({})", listing.unit())),
        Html.when(listing.isin() != null, Html.of(" · ISIN {}", listing.isin())),
        Html.when(listing.primary(), Html.of(" · primary listing")),
        listing.adsRatio() == null
            ? Html.EMPTY
            : Html.of(
                " · one depositary share stands for {} of {}",
                listing.adsRatio().toPlainString(),
                listing.underlying()));
  }

  private static Html sisters(Listing listing, @Nullable Issuer issuer) {
    List<Listing> others =
        issuer == null
            ? List.of()
            : issuer.listings().stream().filter(l -> !l.id().equals(listing.id())).toList();
    return others.isEmpty()
        ? Html.EMPTY
        : Html.of("<p class=\"meta\">Also listed as {}</p>", ListingSearchPage.listings(others));
  }

  private static Html table(List<Said> said) {
    return Html.of(
        """
        <table class="list stack"><caption class="aside">Claims of the articles below</caption>
        <thead><tr><th scope="col">verdict</th><th scope="col">claim</th><th scope="col">why</th><th scope="col">article</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        said.stream().map(ListingPage::row).toList());
  }

  private static Html row(Said said) {
    Verdict verdict = said.claim().verdict();
    return Html.of(
        """
        <tr><td>{}</td><th scope="row"><a href="/articles/{}#{}">“{}”</a></th><td>{}{}</td><td>{} <span class="small">{}</span></td></tr>
        """,
        ClaimCard.badge(verdict.outcome()),
        said.articleId(),
        said.claim().claim().id(),
        said.claim().claim().at().text(),
        verdict.reasons().isEmpty() ? "" : Words.sentence(verdict.reasons().getFirst()),
        OddsWords.line(verdict),
        said.title().isBlank() ? "(untitled)" : said.title(),
        said.published() == null ? "" : Words.time(said.published()));
  }
}
