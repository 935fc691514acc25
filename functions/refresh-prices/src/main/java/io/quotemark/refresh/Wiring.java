package io.quotemark.refresh;

import io.quotemark.domain.verdict.Versions;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.refresh.providers.ParameterStore;
import io.quotemark.runtime.Once;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import io.quotemark.securities.Securities;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Queue;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ListingDirectory;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceFileEffects;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.ReleaseBookmark;
import io.quotemark.storage.prices.RunBook;
import io.quotemark.storage.prices.SweepBookmark;
import io.quotemark.storage.prices.Watchlist;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What refresh-prices uses, built once per environment. */
record Wiring(PriceImport prices, Sweep sweep, ReleaseRecheck release, Orders orders) {
  static Wiring of(Config config) {
    AwsClients clients = new AwsClients(config.region());
    Clock clock = Clock.systemUTC();
    return of(config, clients, clock, parameters(config, clients, clock));
  }

  static Wiring of(Config config, Outside outside) {
    return of(config, new AwsClients(config.region()), Clock.systemUTC(), outside);
  }

  /** Keys of the parameter store, each read when its provider is first asked. */
  private static Outside parameters(Config config, AwsClients clients, Clock clock) {
    return provider ->
        new ParameterStore(
            config.ssm() == null ? clients.address("ssm") : config.ssm(),
            config.region(),
            Objects.requireNonNullElse(config.keyPath(), "") + "/" + provider,
            clients.credentials(config.ssm()),
            clients.http(),
            clock);
  }

  private static Wiring of(Config config, AwsClients clients, Clock clock, Outside outside) {
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Once<SqsClient> sqs = new Once<>(() -> clients.sqs(config.sqs()));
    Bucket bucket = new Bucket(clients.s3(config.s3()), config.bucket());
    ArticleIndex index = new ArticleIndex(dynamoDb, config.articlesTable(), bucket, clock);
    Queue articles = new Queue(sqs, config.articlesQueue());
    Queue uploads = new Queue(sqs, config.uploadsQueue());
    JsonLog log = JsonLog.of("refresh-prices", config.stack(), config.logLevel());
    Securities master =
        MasterFile.load(
            config.listings(), bucket::named, key -> log.warn("listings_missing", "key", key));
    Calendars calendars = Calendars.load();
    String pricesTable = config.pricesTable();
    PriceTable table = new PriceTable(dynamoDb, pricesTable);
    MinuteTable minuteTable = new MinuteTable(dynamoDb, pricesTable);
    Coverage coverage = new Coverage(dynamoDb, pricesTable);
    RunBook book = new RunBook(dynamoDb, pricesTable);
    Watchlist watchlist = new Watchlist(dynamoDb, pricesTable);
    Rechecks rechecks =
        new Rechecks(
            Rechecks.Articles.of(index),
            bodies -> articles.send(bodies, Trace.header()),
            table,
            master,
            new FinalReactions(calendars, clock));
    Sources sources = Sources.of(config, outside, dynamoDb, master, clock);
    Stretches stretches = new Stretches(sources, coverage, calendars);
    PriceRequests requests = new PriceRequests(dynamoDb, pricesTable);
    Supplier<Deliveries> deliveries =
        () -> new Deliveries(table, minuteTable, rechecks, coverage, clock, log);
    NeededMinutes minutes =
        new NeededMinutes(
            sources, new MinuteRequests(dynamoDb, pricesTable), deliveries, calendars, clock, log);
    Refresh refresh =
        new Refresh(
            new Wanted(
                new ListingDirectory(dynamoDb, config.articlesTable())::of,
                watchlist::listings,
                master,
                calendars),
            stretches,
            requests,
            minutes,
            deliveries,
            book,
            calendars,
            clock,
            log);
    NeededPrices needed = new NeededPrices(stretches, requests, deliveries, calendars, clock, log);
    return new Wiring(
        new PriceImport(
            key -> bucket.read(key, PriceImport.MOST_BYTES),
            table,
            new MinuteImport(
                minuteTable,
                new KnownLevels(table),
                new ClaimedSessions(ClaimedSessions.Articles.of(index)),
                calendars),
            new PriceFileReports(dynamoDb, pricesTable),
            new PriceFileEffects(dynamoDb, pricesTable, config.articlesTable())::begin,
            rechecks,
            master,
            log),
        new Sweep(
            after -> bucket.list(Sweep.FOLDER, after),
            config.bucket(),
            index::recorded,
            new SweepBookmark(dynamoDb, pricesTable),
            bodies -> uploads.send(bodies, Trace.header()),
            clock,
            log),
        new ReleaseRecheck(
            Versions.RULES + " " + master.version(),
            cursor -> index.latest(null, null, null, 100, cursor),
            new ReleaseBookmark(dynamoDb, pricesTable),
            bodies -> articles.send(bodies, Trace.header()),
            log),
        new Orders(refresh, needed, minutes, watchlist, book));
  }
}
