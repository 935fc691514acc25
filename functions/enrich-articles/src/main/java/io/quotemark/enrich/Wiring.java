package io.quotemark.enrich;

import io.quotemark.checking.Checker;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.runtime.Once;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Queue;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.PriceTable;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds what enrich-articles uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static Enricher enricher(
      Config config, AwsClients clients, Clock clock, Handler.Checkers checkers) {
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Bucket bucket =
        new Bucket(
            new Once<>(() -> clients.s3(config.s3())), config.bucket(), config.keepsVersions());
    JsonLog log = JsonLog.of("enrich-articles", config.stack(), config.logLevel());
    PriceTable prices = new PriceStore(dynamoDb, config.pricesTable()).pricesOfMany();
    Checker checker = checkers.on(config.listings(), bucket, prices, log);
    Lacking lacking = new Lacking();
    return new Enricher(
        new ArticleStore(dynamoDb, config.articlesTable())
            .ledger(
                bucket,
                new Versions.Retention(config.textRetention(), clock),
                new Records(checker, lacking, log)::of),
        bucket,
        lacking,
        config.asks() ? asks(clients, config, dynamoDb, clock, log) : null,
        prices,
        log);
  }

  private static Asks asks(
      AwsClients clients, Config config, DynamoDbClient dynamoDb, Clock clock, JsonLog log) {
    Queue prices = new Queue(new Once<>(() -> clients.sqs(config.sqs())), config.pricesQueue());
    return new Asks(
        new Needs(config.providers(), config.rates(), new Once<>(Calendars::load)),
        new PriceStore(dynamoDb, config.pricesTable()).requests(),
        new PriceStore(dynamoDb, config.pricesTable()).minuteRequests(),
        bodies -> prices.send(bodies, Trace.header()),
        clock,
        log);
  }

  /** On the shipped securities master, and the operator's listings where there are some. */
  static Checker checker(
      @Nullable String listings, Bucket bucket, PriceHistory prices, JsonLog log) {
    return Checker.on(
        MasterFile.load(listings, bucket::named, key -> log.warn("listings_missing", "key", key)),
        prices);
  }
}
