package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Template;
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
        Layout.of(name + " · " + listing.id()).sample(sample).at(Layout.Place.LISTINGS),
        Template.of(
                """
                <h1>{name} <span class="id">{id}</span></h1>
                <p class="meta">{facts}</p>
                {sisters}
                {chart}
                <section aria-labelledby="claims">
                <h2 id="claims">What is said of its price</h2>
                {claims}
                </section>
                <section aria-labelledby="articles">
                <h2 id="articles">Articles</h2>
                {articles}
                </section>
                <p class="small">As data: <a href="/v1/listings/{segment}">the listing</a> · <a href="/v1/listings/{segment}/prices">its prices</a></p>
                """)
            .with("name", name)
            .with("id", Html.when(issuer != null, Html.of("{}", listing.id())))
            .with("facts", facts(listing))
            .with("sisters", sisters(listing, issuer))
            .with(
                "chart",
                chart == null
                    ? Html.of(
                        "<p class=\"empty\">No prices of it are stored. Drop a price file under <code>prices/</code>, and the claims about it are checked again.</p>")
                    : Html.of(
                        "<figure>{}<figcaption>Closes over each day's range. Rings are prices that the articles below print; a ✗ marks one that is contradicted, a ? one that is doubtful.</figcaption></figure>",
                        new Html(chart.svg())))
            .with(
                "claims",
                said.isEmpty()
                    ? Html.of("<p class=\"empty\">No stored article says anything of it yet.</p>")
                    : table(said))
            .with(
                "articles",
                articles.isEmpty()
                    ? Html.of("<p class=\"empty\">None is stored.</p>")
                    : ArticleList.of(articles, next))
            .with("segment", Html.segment(listing.id().toString()))
            .html());
  }

  private static Html facts(Listing listing) {
    return Template.of("quoted in {currency}{unit}{isin}{primary}{depositary}")
        .with("currency", listing.currency())
        .with("unit", Html.when(listing.unit() != null, Html.of(" ({})", listing.unit())))
        .with("isin", Html.when(listing.isin() != null, Html.of(" · ISIN {}", listing.isin())))
        .with("primary", Html.when(listing.primary(), Html.of(" · primary listing")))
        .with(
            "depositary",
            listing.adsRatio() == null
                ? Html.EMPTY
                : Html.of(
                    " · one depositary share stands for {} of {}",
                    listing.adsRatio().toPlainString(),
                    listing.underlying()))
        .html();
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
    return Template.of(
            """
            <tr><td>{verdict}</td><th scope="row"><a href="/articles/{article}#{claim}">“{text}”</a></th><td>{because}{odds}</td><td>{title} <span class="small">{published}</span></td></tr>
            """)
        .with("verdict", Badges.one(verdict.outcome()))
        .with("article", said.articleId())
        .with("claim", said.claim().claim().id())
        .with("text", said.claim().claim().at().text())
        .with("because", Spoken.sentences().reason(said.claim()))
        .with("odds", OddsWords.line(verdict))
        .with("title", said.title().isBlank() ? "(untitled)" : said.title())
        .with("published", said.published() == null ? "" : Words.time(said.published()))
        .html();
  }
}
