package io.quotemark.serve;

import static io.quotemark.serve.http.Route.api;
import static io.quotemark.serve.http.Route.page;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.about.AboutApi;
import io.quotemark.serve.about.Assets;
import io.quotemark.serve.about.Robots;
import io.quotemark.serve.articles.ArticleApi;
import io.quotemark.serve.articles.ArticleFilters;
import io.quotemark.serve.articles.ArticleListApi;
import io.quotemark.serve.articles.ArticlePages;
import io.quotemark.serve.articles.ClaimPictures;
import io.quotemark.serve.articles.CopiedErrorPages;
import io.quotemark.serve.articles.FeedApi;
import io.quotemark.serve.articles.HistoryApi;
import io.quotemark.serve.articles.IndexPages;
import io.quotemark.serve.articles.OriginalApi;
import io.quotemark.serve.articles.SimilarApi;
import io.quotemark.serve.check.CheckApi;
import io.quotemark.serve.check.CheckPages;
import io.quotemark.serve.claims.ClaimApi;
import io.quotemark.serve.claims.EmbedPages;
import io.quotemark.serve.evidence.EvidenceApi;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Router;
import io.quotemark.serve.listings.ListingApi;
import io.quotemark.serve.listings.ListingPages;
import io.quotemark.serve.listings.PriceApi;
import io.quotemark.serve.listings.WatchlistApi;
import io.quotemark.serve.mcp.McpApi;
import io.quotemark.serve.pricefiles.PriceFileApi;
import io.quotemark.serve.reference.ReferencePages;
import io.quotemark.serve.search.SearchApi;
import io.quotemark.serve.search.SearchPages;
import io.quotemark.serve.sources.Scorecard;
import io.quotemark.serve.sources.SourceApi;
import io.quotemark.serve.sources.SourcePages;
import io.quotemark.serve.uploads.SubmitApi;
import io.quotemark.serve.uploads.UploadApi;
import io.quotemark.serve.uploads.UploadPages;
import java.util.List;
import java.util.Set;

/**
 * Every route: method, pattern, query parameters, handler and, for a route for programs, its
 * operation in openapi.json. The first row that matches a request answers it. template.yaml has
 * each route too. Where people sign in, readers may use what only reads and editors everything; the
 * rows that are open to more people say so.
 */
record RouteTable(
    AboutApi about,
    ArticleApi article,
    ArticleListApi articles,
    ArticlePages articlePages,
    CheckApi check,
    CheckPages checkPages,
    ClaimApi claims,
    ClaimPictures pictures,
    CopiedErrorPages copied,
    EmbedPages embed,
    EvidenceApi evidence,
    FeedApi feed,
    HistoryApi history,
    IndexPages index,
    ListingApi listings,
    ListingPages listingPages,
    McpApi mcp,
    OriginalApi original,
    PriceApi prices,
    PriceFileApi priceFiles,
    Robots robots,
    SearchApi search,
    SearchPages searchPages,
    SimilarApi similar,
    SourceApi sources,
    SourcePages sourcePages,
    SubmitApi submit,
    UploadApi uploads,
    UploadPages uploadPages,
    WatchlistApi watchlist) {
  private static final Set<String> NONE = Set.of();
  private static final Set<String> FILTERS = ArticleFilters.NAMES;
  private static final Set<String> WITH_PARTS = ArticleFilters.WITH_PARTS;
  private static final Set<String> OF_CLAIMS = ArticleFilters.OF_CLAIMS;
  private static final Set<String> OF_FEED = ArticleFilters.OF_FEED;
  private static final Set<String> STRETCH = Scorecard.STRETCH;
  private static final Set<String> LIMIT = Set.of("limit");
  private static final Set<String> PAGED = Set.of("limit", "cursor");
  private static final Set<String> REMOVED = Set.of("updated_since", "limit", "cursor");

  List<Route> routes() {
    return List.of(
        page("GET", "/", FILTERS, index::index).forVisitors(),
        page("GET", "/articles/{id}", Set.of("claim"), articlePages::one).forVisitors(),
        api("GET", "/v1/articles", WITH_PARTS, articles::all, "articles"),
        api("POST", "/v1/articles", SubmitApi.PARAMETERS, submit::submit, "submit"),
        api("GET", "/v1/articles/{id}", NONE, article::one, "article").spoken(),
        api("GET", "/v1/articles/{id}/claims", NONE, article::claims, "claims").spoken(),
        api("GET", "/v1/articles/{id}/text", NONE, article::text, "text"),
        api("GET", "/v1/articles/{id}/original", NONE, original::original, "original"),
        api("GET", "/v1/articles/{id}/chart.svg", Set.of("listing"), article::chart, "chart")
            .forVisitors(),
        api("GET", "/v1/articles/{id}/history", NONE, history::versions, "history"),
        api("GET", "/v1/articles/{id}/similar", LIMIT, similar::similar, "similarArticles"),
        api("GET", "/v1/removed", REMOVED, history::removed, "removed"),
        api("GET", "/v1/feed.atom", OF_FEED, feed::feed, "feed"),
        // check
        page("POST", "/check", NONE, checkPages::form).forReaders(),
        page("POST", "/checked", NONE, checkPages::keep),
        page("GET", "/checked/{id}", NONE, checkPages::one),
        api("POST", "/v1/check", CheckApi.PARAMETERS, check::document, "check")
            .forReaders()
            .spoken(),
        // claims
        api("GET", "/v1/claims", OF_CLAIMS, claims::list, "allClaims").spoken(),
        api("GET", "/v1/claims/{id}", NONE, claims::one, "claim").spoken(),
        api("GET", "/v1/claims/{id}/claimreview.json", NONE, claims::review, "claimReview")
            .forVisitors()
            .spoken(),
        api("GET", "/v1/claims/{id}/evidence.csv", NONE, claims::evidence, "evidence"),
        api("GET", "/v1/claims/{id}/chart.svg", NONE, pictures::chart, "claimChart").forVisitors(),
        page("GET", "/claims/{id}/card.png", NONE, pictures::card).forVisitors(),
        page("GET", "/propagated", LIMIT, copied::page).forVisitors(),
        api("GET", "/v1/propagated", LIMIT, copied::data, "propagated").spoken(),
        api("GET", "/v1/evidence-needed", PAGED, evidence::needed, "evidence_needed"),
        page("GET", "/embed/{id}", NONE, embed::one).forVisitors(),
        // listings; the search before the listing, whose id it would be
        page("GET", "/listings", Set.of("q"), listingPages::find).forVisitors(),
        page("GET", "/listings/{id}", ListingPages.PARAMETERS, listingPages::one).forVisitors(),
        api("GET", "/v1/listings/search", Set.of("q", "limit"), listings::find, "findListings"),
        api("GET", "/v1/listings/{id}", NONE, listings::one, "listing"),
        api("GET", "/v1/listings/{id}/articles", WITH_PARTS, articles::ofOne, "listingArticles"),
        api("GET", "/v1/listings/{id}/prices", Set.of("from", "to"), prices::prices, "prices"),
        api("GET", "/v1/listings/{id}/price", Set.of("as_of"), prices::asOf, "priceAsOf"),
        api("GET", "/v1/watchlist", NONE, watchlist::listings, "watchlist"),
        // price files
        api("POST", "/v1/price-files", PriceFileApi.PARAMETERS, priceFiles::put, "put_price_file"),
        api("GET", "/v1/price-files", Set.of("key", "since"), priceFiles::list, "price_files"),
        // sources
        page("GET", "/sources/{source+}", SourcePages.PARAMETERS, sourcePages::one).forVisitors(),
        api("GET", "/v1/sources/{source+}/scorecard", STRETCH, sources::scorecard, "scorecard"),
        // uploads
        page("GET", "/uploads", UploadPages.PARAMETERS, uploadPages::list),
        page("POST", "/uploads/retry", NONE, uploadPages::retry),
        api("GET", "/v1/uploads", UploadApi.PARAMETERS, uploads::list, "uploads"),
        // assistants
        api("POST", "/mcp", NONE, call -> mcp.message(call.request(), this::answer), "mcp")
            .forReaders(),
        page("GET", "/mcp", NONE, mcp::noStream),
        // one search for all of it
        page("GET", "/search", Set.of("q"), searchPages::find).forVisitors(),
        api("GET", "/v1/search", Set.of("q", "limit"), search::find, "search").forVisitors(),
        // the same for everybody
        page("GET", "/robots.txt", NONE, robots::robots).forAnyone(),
        page("GET", "/about", NONE, about::page).forVisitors(),
        page("GET", "/docs", NONE, ReferencePages::overview),
        page("GET", "/docs/{topic}", NONE, ReferencePages::topic),
        page("GET", "/assets/quotemark.css", NONE, Assets::style).forAnyone(),
        page("GET", "/assets/quotemark.js", NONE, Assets::script).forAnyone(),
        page("GET", "/assets/icon.svg", NONE, Assets::icon).forAnyone(),
        api("GET", "/v1/openapi.json", NONE, about::openApi, "openapi"),
        api("GET", "/v1/health", NONE, about::health, "health").forAnyone());
  }

  /** For a tool, which asks an operation of this table. */
  private HttpResponse answer(HttpRequest request) {
    return new Router(routes(), Answers::problem).answer(request);
  }
}
