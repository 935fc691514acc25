package io.quotemark.serve;

import io.quotemark.checking.Checker;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.Once;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.securities.Securities;
import io.quotemark.serve.api.ArticleListRoutes;
import io.quotemark.serve.api.ArticlePageRoute;
import io.quotemark.serve.api.ArticleRoutes;
import io.quotemark.serve.api.ChangeRoutes;
import io.quotemark.serve.api.CheckRoute;
import io.quotemark.serve.api.ClaimRoutes;
import io.quotemark.serve.api.EvidenceRoute;
import io.quotemark.serve.api.FeedRoute;
import io.quotemark.serve.api.IndexPageRoute;
import io.quotemark.serve.api.ListingPageRoute;
import io.quotemark.serve.api.ListingRoutes;
import io.quotemark.serve.api.OriginalRoute;
import io.quotemark.serve.api.PriceFileRoutes;
import io.quotemark.serve.api.PriceRoutes;
import io.quotemark.serve.api.SimilarRoute;
import io.quotemark.serve.api.SourcePageRoute;
import io.quotemark.serve.api.SourceRoutes;
import io.quotemark.serve.api.StaticRoutes;
import io.quotemark.serve.api.StoredArticles;
import io.quotemark.serve.api.SubmitRoute;
import io.quotemark.serve.api.UploadRoutes;
import io.quotemark.serve.api.WatchlistRoute;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Router;
import io.quotemark.serve.pages.NeededPrices;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.Removals;
import io.quotemark.storage.articles.SimilarArticles;
import io.quotemark.storage.articles.Sources;
import io.quotemark.storage.articles.WaitingClaims;
import io.quotemark.storage.prices.PriceFileEffects;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.Watchlist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds what serve-api uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static Router router(Config config) {
    AwsClients clients = AwsClients.prompt(config.region());
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Once<S3Client> s3 = new Once<>(() -> clients.s3(config.s3()));
    Bucket bucket = new Bucket(s3, config.bucket());
    ArticleIndex articles =
        new ArticleIndex(dynamoDb, config.articlesTable(), bucket, Clock.systemUTC());
    PriceTable prices = new PriceTable(dynamoDb, config.pricesTable());
    Securities securities =
        MasterFile.load(
            config.listings(),
            bucket::named,
            key -> log(config).warn("listings_missing", "key", key));
    Once<Checker> checker = new Once<>(() -> Checker.on(securities, prices));
    Sources sources = new Sources(dynamoDb, config.articlesTable());
    StoredArticles stored =
        new StoredArticles(articles, sources, prices, securities, config.textRoutes());
    ArticleLists lists = new ArticleLists(dynamoDb, config.articlesTable());
    Inbox inbox = new Inbox(s3, config.bucket(), () -> clients.presigner(config.s3()));
    Whereabouts where = new Whereabouts(Calendars.load(), config.providers(), config.rates());
    NeededPrices.Means means = new NeededPrices.Means(where, config.priceUploads());
    WaitingClaims waiting = new WaitingClaims(dynamoDb, config.articlesTable());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new SourceRoutes(sources, Clock.systemUTC()).routes());
    routes.addAll(new SourcePageRoute(sources, lists, Clock.systemUTC()).routes());
    ArticleReader reader = new ArticleReader(config.generatedSources());
    routes.addAll(new CheckRoute(reader, checker, prices, securities, means).routes());
    ArticleHistory history = new ArticleHistory(dynamoDb, config.articlesTable());
    SimilarArticles similar = new SimilarArticles(dynamoDb, config.articlesTable());
    routes.addAll(
        new ArticleRoutes(stored, prices, securities, where, config.textRoutes()).routes());
    routes.addAll(new ArticleListRoutes(lists, securities, stored).routes());
    routes.addAll(new ClaimRoutes(lists, securities, stored).routes());
    routes.addAll(new FeedRoute(lists, securities).routes());
    routes.addAll(
        new ChangeRoutes(
                new Removals(dynamoDb, config.articlesTable()), history, stored, Clock.systemUTC())
            .routes());
    routes.addAll(new SimilarRoute(similar).routes());
    routes.addAll(new IndexPageRoute(lists, securities, waiting, means).routes());
    routes.addAll(
        new ArticlePageRoute(stored, similar, history, prices, securities, means, Clock.systemUTC())
            .routes());
    routes.addAll(
        new ListingPageRoute(lists, stored, prices, securities, Clock.systemUTC()).routes());
    routes.addAll(new OriginalRoute(articles, bucket, inbox, config.textRoutes()).routes());
    routes.addAll(new PriceRoutes(prices, securities).routes());
    routes.addAll(new ListingRoutes(securities).routes());
    routes.addAll(new UploadRoutes(articles).routes());
    routes.addAll(new SubmitRoute(inbox).routes());
    routes.addAll(new EvidenceRoute(waiting, securities, where).routes());
    routes.addAll(
        new PriceFileRoutes(
                inbox,
                new PriceFileReports(dynamoDb, config.pricesTable()),
                new PriceFileEffects(dynamoDb, config.pricesTable(), config.articlesTable()),
                config.priceUploads(),
                Clock.systemUTC())
            .routes());
    routes.addAll(
        new WatchlistRoute(new Watchlist(dynamoDb, config.pricesTable()), securities).routes());
    routes.addAll(new StaticRoutes(Versions.RULES, securities.version()).routes());
    return new Router(routes, Answers::problem);
  }

  static JsonLog log(Config config) {
    return JsonLog.of("serve-api", config.stack(), config.logLevel());
  }
}
