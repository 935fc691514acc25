package io.quotemark.serve.listings;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.listings.ListingSearch;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.articles.ArticleRows;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.articles.StoredArticles;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages of the securities master: a search, and one listing with what is said of it. */
public final class ListingPages {
  /** The page of the articles, and the stretch of the chart. */
  public static final Set<String> PARAMETERS = Set.of("cursor", Stretch.NAME);

  /** Articles whose claims are read for the page, so that its cost is bounded. */
  private static final int ARTICLES = 25;

  private static final int MOST_FOUND = 50;

  private final ArticleSearch articles;
  private final StoredArticles stored;
  private final ArticleRows rows;
  private final ListingNames names;
  private final PriceHistory prices;
  private final Securities securities;
  private final ListingSearch search;
  private final Clock clock;

  public ListingPages(
      ArticleSearch articles,
      StoredArticles stored,
      ArticleRows rows,
      ListingNames names,
      PriceHistory prices,
      Securities securities,
      Clock clock) {
    this.articles = articles;
    this.stored = stored;
    this.rows = rows;
    this.names = names;
    this.prices = prices;
    this.securities = securities;
    this.search = new ListingSearch(securities);
    this.clock = clock;
  }

  public HttpResponse find(Call call) {
    String text = call.query().text("q");
    List<Issuer> found = text == null ? List.of() : search.find(text);
    return Answers.page(
        200,
        ListingSearchPage.of(
            text, found.subList(0, Math.min(MOST_FOUND, found.size())), found.size()));
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    Parameters query = call.query();
    ListingId wanted = Parameters.listingId("id", id);
    Stretch stretch = Stretch.of(query);
    ArticleIndex.Page<ArticleRecord.Summary> page =
        articles.page(articles.query(query, wanted), ARTICLES, query.text("cursor"));
    // a pair of currencies has prices and articles, and no page
    Listing listing =
        securities
            .listing(wanted)
            .orElseThrow(() -> Problem.notFound("listing", id, List.of()).raised());
    Map<String, List<CheckedClaim>> claims =
        stored.claims(page.items().stream().map(ArticleRecord.Summary::id).toList());
    List<ListingPage.Said> said = said(wanted, page.items(), claims);
    Map<String, String> given = new TreeMap<>();
    if (query.text(Stretch.NAME) != null) {
      given.put(Stretch.NAME, stretch.key());
    }
    return Answers.page(
        200,
        ListingPage.of(
            listing,
            securities.issuerOf(wanted).orElse(null),
            names.of(wanted),
            securities.sisters(wanted).stream()
                .map(sister ->
                    Html.of(
                        "{} ({})",
                        names.of(sister.id()).link(),
                        sister.currency() + (sister.isDepositaryShare() ? ", depositary" : "")))
                .toList(),
            prices(listing, stretch, said),
            said,
            rows.of(page.items(), claims),
            ArticleList.next("/listings/" + wanted, given, page.next())));
  }

  private static List<ListingPage.Said> said(
      ListingId listing,
      List<ArticleRecord.Summary> summaries,
      Map<String, List<CheckedClaim>> claims) {
    List<ListingPage.Said> out = new ArrayList<>();
    for (ArticleRecord.Summary summary : summaries) {
      for (CheckedClaim claim : claims.getOrDefault(summary.id(), List.of())) {
        if (claim.claim().listing() != null && claim.claim().listing().id().equals(listing)) {
          out.add(
              new ListingPage.Said(
                  summary.id(), summary.title(), summary.source(), summary.published(), claim));
        }
      }
    }
    return out;
  }

  /** Null where no price is stored. The chart ends with the last session there is a price of. */
  private ListingPage.@Nullable Prices prices(
      Listing listing, Stretch stretch, List<ListingPage.Said> said) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    PriceSeries series = load(listing, today.minusYears(1), today);
    if (series == null) {
      series = load(listing, Stretch.MAX.before(today), today);
    }
    if (series == null) {
      return null;
    }
    LocalDate last = series.bars().getLast().session();
    LocalDate from = stretch.before(last);
    if (from.isBefore(today.minusYears(1))) {
      PriceSeries longer = load(listing, from, last);
      series = longer == null ? series : longer;
    }
    PriceLine line = new PriceLine(series, from, last);
    List<ListingChart.Dot> dots = said.stream().flatMap(s -> dot(s).stream()).toList();
    return ListingPage.Prices.of(
        series, listing, stretch, new ListingChart(line, listing).svg(dots));
  }

  private @Nullable PriceSeries load(Listing listing, LocalDate from, LocalDate to) {
    return prices
        .load(Set.of(listing.id()), from, to)
        .series(listing.id())
        .filter(series -> !series.bars().isEmpty())
        .orElse(null);
  }

  /** On the session that decided it, else on its article's day. */
  private static Optional<ListingChart.Dot> dot(ListingPage.Said said) {
    CheckedClaim claim = said.claim();
    Verdict.Basis basis = claim.verdict().basis();
    String published = said.published();
    LocalDate session =
        basis != null && basis.session() != null
            ? basis.session()
            : published == null ? null : LocalDate.parse(published.substring(0, 10));
    return session == null || claim.verdict().outcome() == Verdict.Outcome.NOT_CHECKABLE
        ? Optional.empty()
        : Optional.of(
            new ListingChart.Dot(
                session,
                claim.claim().kind() == ClaimKind.PRICE_LEVEL ? claim.claim().value() : null,
                claim.verdict().outcome(),
                "/articles/" + said.articleId() + "#" + claim.claim().id(),
                "“" + claim.claim().at().text().replaceAll("\\s+", " ") + "”"));
  }
}
