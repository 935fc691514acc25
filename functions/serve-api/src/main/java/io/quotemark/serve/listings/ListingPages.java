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
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.articles.StoredArticles;
import io.quotemark.serve.chart.Canvas;
import io.quotemark.serve.chart.Mark;
import io.quotemark.serve.chart.PriceChart;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
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
import org.jspecify.annotations.Nullable;

/** The pages of the securities master: a search, and one listing with what is said of it. */
public final class ListingPages {
  /** Articles whose claims are read for the page, so that its cost is bounded. */
  private static final int ARTICLES = 10;

  private static final int MOST_FOUND = 50;

  private final ArticleSearch articles;
  private final StoredArticles stored;
  private final PriceHistory prices;
  private final Securities securities;
  private final ListingSearch search;
  private final Clock clock;

  public ListingPages(
      ArticleSearch articles,
      StoredArticles stored,
      PriceHistory prices,
      Securities securities,
      Clock clock) {
    this.articles = articles;
    this.stored = stored;
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
    ArticleIndex.Page<ArticleRecord.Summary> page =
        articles.page(articles.query(query, wanted), ARTICLES, query.text("cursor"));
    // a pair of currencies has prices and articles, and no page
    Listing listing =
        securities
            .listing(wanted)
            .orElseThrow(() -> Problem.notFound("listing", id, List.of()).raised());
    List<ListingPage.Said> said = said(wanted, page.items());
    LocalDate newest = page.items().stream().flatMap(a -> day(a).stream()).findFirst().orElse(null);
    return Answers.page(
        200,
        ListingPage.of(
            listing,
            securities.issuerOf(wanted).orElse(null),
            chart(listing, newest, said),
            said,
            ArticleList.rows(page.items()),
            ArticleList.next("/listings/" + wanted, Map.of(), page.next())));
  }

  private List<ListingPage.Said> said(ListingId listing, List<ArticleRecord.Summary> summaries) {
    List<ListingPage.Said> out = new ArrayList<>();
    Map<String, List<CheckedClaim>> claims =
        stored.claims(summaries.stream().map(ArticleRecord.Summary::id).toList());
    for (ArticleRecord.Summary summary : summaries) {
      for (CheckedClaim claim : claims.getOrDefault(summary.id(), List.of())) {
        if (claim.claim().listing() != null && claim.claim().listing().id().equals(listing)) {
          out.add(new ListingPage.Said(summary.id(), summary.title(), summary.published(), claim));
        }
      }
    }
    return out;
  }

  /** The last year; where nothing is stored of it, the year around the newest article. */
  private ListingPage.@Nullable Chart chart(
      Listing listing, @Nullable LocalDate newest, List<ListingPage.Said> said) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return yearTo(today, listing, said)
        .or(() -> newest == null ? Optional.empty() : yearTo(newest.plusDays(30), listing, said))
        .orElse(null);
  }

  private Optional<ListingPage.Chart> yearTo(
      LocalDate to, Listing listing, List<ListingPage.Said> said) {
    LocalDate from = to.minusYears(1);
    Optional<PriceSeries> series = prices.load(Set.of(listing.id()), from, to).series(listing.id());
    List<Mark> marks = said.stream().flatMap(s -> mark(s.claim()).stream()).distinct().toList();
    return series
        .map(s -> new PriceChart(s, from, to, listing.currency(), Canvas.COLUMN, List.of()))
        .filter(c -> !c.isEmpty())
        .map(c -> new ListingPage.Chart(c.svg(marks), series.get().sample()));
  }

  /** A claimed price as a ring on its session; one that is contradicted or doubtful says so. */
  private static Optional<Mark> mark(CheckedClaim checked) {
    Verdict.Basis basis = checked.verdict().basis();
    String sign =
        switch (checked.verdict().outcome()) {
          case CONTRADICTED -> "✗ ";
          case DOUBTFUL -> "? ";
          case VERIFIED, VERIFIED_LOOSE, UNVERIFIABLE, PENDING, NOT_CHECKABLE -> "";
        };
    return checked.claim().kind() == ClaimKind.PRICE_LEVEL
            && checked.claim().value() != null
            && basis != null
            && basis.session() != null
        ? Optional.of(
            new Mark.Point(
                basis.session(),
                checked.claim().value(),
                sign.isEmpty() ? "" : sign + checked.claim().value().toPlainString()))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(ArticleRecord.Summary article) {
    return Optional.ofNullable(article.published()).map(p -> LocalDate.parse(p.substring(0, 10)));
  }
}
