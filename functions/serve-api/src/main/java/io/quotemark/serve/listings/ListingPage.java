package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Sharing;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One listing: what it is, its prices, and what the latest articles say of them. */
final class ListingPage {
  private ListingPage() {}

  /** A claim about the listing and the article it stands in. */
  public record Said(
      String articleId,
      String title,
      @Nullable String source,
      @Nullable String published,
      CheckedClaim claim) {}

  /**
   * What is stored of its prices.
   *
   * @param last close, in the unit the listing is quoted in
   * @param change to the session before, in per cent; null where there is none
   * @param rose whether that is a rise, null where it is neither that nor a fall
   * @param chart of the chosen stretch
   */
  public record Prices(
      String last,
      LocalDate session,
      @Nullable String change,
      @Nullable Boolean rose,
      Stretch stretch,
      Html chart,
      boolean sample) {
    static Prices of(PriceSeries series, Listing listing, Stretch stretch, Html chart) {
      List<Bar> bars = series.bars();
      Bar last = bars.getLast();
      Bar before = bars.size() < 2 ? null : bars.get(bars.size() - 2);
      BigDecimal earlier =
          before == null
              ? null
              : new PriceLine(series, before.session(), last.session())
                  .inShares(before.close(), before.session());
      int direction = earlier == null ? 0 : last.close().compareTo(earlier);
      return new Prices(
          PriceWords.of(last.close(), listing),
          last.session(),
          earlier == null ? null : PriceWords.percent(earlier, last.close()),
          direction == 0 ? null : direction > 0,
          stretch,
          chart,
          series.sample());
    }
  }

  /**
   * @param others links to the other listings of its issuer
   * @param prices null where none are stored
   * @param said in the articles of this page
   * @param next address of the next page of articles, null on the last
   */
  static String of(
      Listing listing,
      @Nullable Issuer issuer,
      ListingNames.Name name,
      List<Html> others,
      @Nullable Prices prices,
      List<Said> said,
      List<ArticleList.Row> articles,
      @Nullable String next) {
    return Layout.page(
        Layout.of(name.text())
            .sample(prices != null && prices.sample())
            .at(Layout.Place.LISTINGS)
            .head(
                Sharing.head(
                    name.text(),
                    "What the news says about the share price of %s, checked against the prices%s."
                        .formatted(
                            name.company(),
                            prices == null
                                ? ""
                                : ". Last: "
                                    + prices.last()
                                    + " on "
                                    + Times.words(prices.session())))),
        Template.of(
                """
                <div class="listing-head">
                <h1><bdi>{name}</bdi> <span class="id">{id}</span></h1>
                {price}
                </div>
                <p class="meta">{full}{facts}</p>
                {sisters}
                {chart}
                <div class="wide">
                <section aria-labelledby="articles">
                <h2 id="articles">Articles</h2>
                {articles}
                </section>
                <div class="beside">
                {sources}
                </div>
                </div>
                <section aria-labelledby="claims">
                <h2 id="claims">What is said of its price</h2>
                {claims}
                </section>
                <p class="small">As data: <a href="/v1/listings/{segment}">the listing</a> · <a href="/v1/listings/{segment}/prices">its prices</a> · <a href="/v1/claims?listing={segment}">its claims</a></p>
                """)
            .with("name", name.company())
            .with("id", name.ticker().isEmpty() ? listing.id().ticker() : name.ticker())
            .with("price", prices == null ? Html.EMPTY : price(prices))
            .with(
                "full",
                issuer == null || issuer.name().equals(name.company())
                    ? Html.EMPTY
                    : Html.of("<bdi>{}</bdi> · ", issuer.name()))
            .with("facts", facts(listing))
            .with(
                "sisters",
                Html.when(
                    !others.isEmpty(),
                    Html.of("<p class=\"meta\">Also listed as {}</p>", Html.commas(others))))
            .with(
                "chart",
                prices == null
                    ? Html.of(
                        "<p class=\"empty\">No prices of it are stored. Drop a price file under <code>prices/</code>, and the claims about it are checked again.</p>")
                    : chart(listing, prices, said))
            .with("sources", ListingSources.of(said))
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

  private static Html price(Prices prices) {
    return Template.of(
            "<p class=\"price\"><strong>{last}</strong> {change} <span class=\"small\">close of {day}</span></p>")
        .with("last", prices.last())
        .with(
            "change",
            prices.change() == null
                ? Html.EMPTY
                : Html.of(
                    "<span class=\"{}\">{}</span>",
                    prices.rose() == null ? "even" : prices.rose() ? "rise" : "fall",
                    prices.change()))
        .with("day", Times.words(prices.session()))
        .html();
  }

  private static Html chart(Listing listing, Prices prices, List<Said> said) {
    return Template.of(
            """
            <figure class="prices-of">
            <nav class="ranges" aria-label="Stretch of the chart">{ranges}</nav>
            {chart}
            <figcaption>Closes{splits}.{key}</figcaption>
            </figure>
            """)
        .with(
            "ranges",
            java.util.Arrays.stream(Stretch.values())
                .map(one ->
                    Template.of(
                            "<a href=\"/listings/{segment}?range={key}\"{here} title=\"{words}\">{label}</a> ")
                        .with("segment", Html.segment(listing.id().toString()))
                        .with("key", one.key())
                        .with(
                            "here",
                            Html.when(one == prices.stretch(), Html.of(" aria-current=\"page\"")))
                        .with("words", one.words())
                        .with("label", one.label())
                        .html())
                .toList())
        .with("chart", prices.chart())
        .with("splits", ", in shares of the last trading day")
        .with(
            "key",
            Html.when(
                !said.isEmpty(),
                Html.of(
                    " A mark is a claim of an article below and leads to it: a diamond is contradicted, a dashed ring doubtful, an open ring undecided, a dot holds.")))
        .html();
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
        .with("published", said.published() == null ? Html.EMPTY : Times.html(said.published()))
        .html();
  }
}
