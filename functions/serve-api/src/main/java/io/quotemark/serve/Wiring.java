package io.quotemark.serve;

import io.quotemark.checking.AnswerChecker;
import io.quotemark.checking.Checker;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.Once;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.securities.Securities;
import io.quotemark.serve.about.AboutApi;
import io.quotemark.serve.about.Robots;
import io.quotemark.serve.articles.ArticleApi;
import io.quotemark.serve.articles.ArticleListApi;
import io.quotemark.serve.articles.ArticlePages;
import io.quotemark.serve.articles.ArticlePrices;
import io.quotemark.serve.articles.ArticleRows;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.articles.ClaimPictures;
import io.quotemark.serve.articles.CopiedErrorPages;
import io.quotemark.serve.articles.FeedApi;
import io.quotemark.serve.articles.HistoryApi;
import io.quotemark.serve.articles.IndexPages;
import io.quotemark.serve.articles.OriginalApi;
import io.quotemark.serve.articles.SimilarApi;
import io.quotemark.serve.articles.StoreCounts;
import io.quotemark.serve.articles.StoredArticles;
import io.quotemark.serve.check.CheckApi;
import io.quotemark.serve.check.CheckPages;
import io.quotemark.serve.check.DocumentCheck;
import io.quotemark.serve.claims.ClaimApi;
import io.quotemark.serve.claims.EmbedPages;
import io.quotemark.serve.evidence.EvidenceApi;
import io.quotemark.serve.evidence.NeededEvidence;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Router;
import io.quotemark.serve.listings.ListingApi;
import io.quotemark.serve.listings.ListingPages;
import io.quotemark.serve.listings.PriceApi;
import io.quotemark.serve.listings.WatchlistApi;
import io.quotemark.serve.login.LoginConfig;
import io.quotemark.serve.mcp.McpApi;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.serve.pricefiles.PriceFileApi;
import io.quotemark.serve.search.SearchApi;
import io.quotemark.serve.search.SearchPages;
import io.quotemark.serve.search.SiteSearch;
import io.quotemark.serve.sources.SourceApi;
import io.quotemark.serve.sources.SourcePages;
import io.quotemark.serve.uploads.SubmitApi;
import io.quotemark.serve.uploads.UploadApi;
import io.quotemark.serve.uploads.UploadPages;
import io.quotemark.serve.uploads.UploadSearch;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.CheckedDocuments;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.SimilarArticles;
import io.quotemark.storage.articles.Sources;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.PriceTable;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds what serve-api uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static Router router(Config config) {
    return new Router(table(config).routes(), Answers::problem);
  }

  static RouteTable table(Config config) {
    AwsClients clients = AwsClients.prompt(config.region());
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    ArticleStore articleStore = new ArticleStore(dynamoDb, config.articlesTable());
    PriceStore priceStore = new PriceStore(dynamoDb, config.pricesTable());
    Once<S3Client> s3 = new Once<>(() -> clients.s3(config.s3()));
    Bucket bucket = new Bucket(s3, config.bucket());
    ArticleIndex articles = articleStore.index(bucket, Clock.systemUTC());
    PriceTable prices = priceStore.prices();
    Securities securities =
        MasterFile.load(
            config.listings(),
            bucket::named,
            key -> log(config).warn("listings_missing", "key", key));
    Once<Checker> checker = new Once<>(() -> Checker.on(securities, prices));
    Sources sources = articleStore.sources();
    StoredArticles stored =
        new StoredArticles(articles, sources, prices, securities, config.textRoutes());
    ArticleLists lists = articleStore.lists();
    ArticleSearch search = new ArticleSearch(lists, securities);
    Inbox inbox = new Inbox(s3, config.bucket(), () -> clients.presigner(config.s3()));
    Whereabouts where = new Whereabouts(Calendars.load(), config.providers(), config.rates());
    NeededPrices.Means means = new NeededPrices.Means(where, config.priceUploads());
    NeededEvidence needed = new NeededEvidence(articleStore.waiting(), securities);
    DocumentCheck check =
        new DocumentCheck(
            new ArticleReader(config.generatedSources()),
            checker,
            new Once<>(() -> new AnswerChecker(checker.get(), securities)));
    ArticleHistory history = articleStore.history();
    SimilarArticles similar = articleStore.similar();
    UploadSearch uploads = new UploadSearch(articles, bucket);
    Clock clock = Clock.systemUTC();
    ArticlePrices drawn = new ArticlePrices(prices, securities, Calendars.load());
    ListingNames names = new ListingNames(securities);
    ArticleRows rows = new ArticleRows(stored, names);
    SubmitApi submit = new SubmitApi(inbox, config.fetchHosts());
    ClaimApi claims = new ClaimApi(search, stored);
    StoreCounts counts = new StoreCounts(search, needed, clock);
    SiteSearch site = new SiteSearch(securities, names, sources, search);
    return new RouteTable(
        new AboutApi(Versions.RULES, securities.version()),
        new ArticleApi(stored, drawn, where, config.textRoutes()),
        new ArticleListApi(search, stored),
        new ArticlePages(stored, similar, history, drawn, means, clock),
        new CheckApi(check, where, clock),
        new CheckPages(
            check, new CheckedDocuments(bucket), submit, drawn, means, config.textRoutes(), clock),
        claims,
        new ClaimPictures(stored, drawn),
        new CopiedErrorPages(search, stored, securities),
        new EmbedPages(claims, config.embedOrigins()),
        new EvidenceApi(needed, where),
        new FeedApi(search),
        new HistoryApi(articleStore.removals(), history, stored, clock),
        new IndexPages(search, rows, counts, needed, means),
        new ListingApi(securities),
        new ListingPages(search, stored, rows, names, prices, securities, clock),
        new McpApi(Versions.RULES),
        new OriginalApi(articles, bucket, inbox, config.textRoutes()),
        new PriceApi(prices, securities),
        new PriceFileApi(
            inbox,
            priceStore.files(),
            priceStore.effects(articleStore),
            config.priceUploads(),
            clock),
        new Robots(isPublic(config)),
        new SearchApi(site),
        new SearchPages(site, search, rows),
        new SimilarApi(similar),
        new SourceApi(sources, clock),
        new SourcePages(sources, search, rows, clock),
        submit,
        new UploadApi(uploads),
        new UploadPages(uploads, bucket, inbox),
        new WatchlistApi(priceStore.watchlist(), securities));
  }

  static JsonLog log(Config config) {
    return JsonLog.of("serve-api", config.stack(), config.logLevel());
  }

  /** Whether everybody may read the pages. */
  private static boolean isPublic(Config config) {
    LoginConfig login = config.login();
    return login != null && login.publicPages();
  }
}
