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
import io.quotemark.storage.Inbox;
import io.quotemark.storage.Queue;
import io.quotemark.storage.StoredSecret;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.RunBook;
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

  /** Keys of the parameter store, each read when its provider is first asked. */
  private static Outside parameters(Config config, AwsClients clients, Clock clock) {
    return provider ->
        new ParameterStore(
            Objects.requireNonNullElse(config.keyPath(), "") + "/" + provider,
            StoredSecret.Calls.of(clients, config.region(), config.ssm(), clock));
  }

  static Wiring of(Config config, AwsClients clients, Clock clock, Outside outside) {
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Once<SqsClient> sqs = new Once<>(() -> clients.sqs(config.sqs()));
    Bucket bucket = new Bucket(clients.s3(config.s3()), config.bucket());
    ArticleStore articleStore = new ArticleStore(dynamoDb, config.articlesTable());
    PriceStore prices = new PriceStore(dynamoDb, config.pricesTable());
    ArticleIndex index = articleStore.index(bucket, clock);
    Queue articles = new Queue(sqs, config.articlesQueue());
    Queue uploads = new Queue(sqs, config.uploadsQueue());
    JsonLog log = JsonLog.of("refresh-prices", config.stack(), config.logLevel());
    Securities master =
        MasterFile.load(
            config.listings(), bucket::named, key -> log.warn("listings_missing", "key", key));
    Calendars calendars = Calendars.load();
    PriceTable table = prices.prices();
    MinuteTable minuteTable = prices.minutes();
    Coverage coverage = prices.coverage();
    RunBook book = prices.runs();
    Watchlist watchlist = prices.watchlist();
    Rechecks rechecks =
        new Rechecks(
            Rechecks.Articles.of(index),
            bodies -> articles.send(bodies, Trace.header()),
            table,
            master,
            new FinalReactions(calendars, clock));
    Sources sources = Sources.of(config, outside, prices, master, clock);
    Stretches stretches = new Stretches(sources, coverage, calendars);
    PriceRequests requests = prices.requests();
    Supplier<Deliveries> deliveries =
        () -> new Deliveries(table, minuteTable, rechecks, coverage, clock, log);
    NeededMinutes minutes =
        new NeededMinutes(sources, prices.minuteRequests(), deliveries, calendars, clock, log);
    Refresh refresh =
        new Refresh(
            new Wanted(articleStore.directory()::of, watchlist::listings, master, calendars),
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
            prices.files(),
            prices.effects(articleStore)::begin,
            rechecks,
            master,
            log),
        new Sweep(
            after -> bucket.list(Inbox.ROOT, after),
            config.bucket(),
            index::recorded,
            prices.bookmarks(),
            bodies -> uploads.send(bodies, Trace.header()),
            clock,
            log),
        new ReleaseRecheck(
            Versions.RULES + " " + master.version(),
            cursor -> index.latest(null, null, null, 100, cursor),
            prices.bookmarks(),
            bodies -> articles.send(bodies, Trace.header()),
            log),
        new Orders(refresh, needed, minutes, watchlist, book));
  }
}
