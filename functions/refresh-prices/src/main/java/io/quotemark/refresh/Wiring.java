package io.quotemark.refresh;

import io.quotemark.domain.Securities;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Queue;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.SweepBookmark;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What refresh-prices uses, built once per environment. */
record Wiring(PriceImport prices, Sweep sweep) {
  static Wiring of(Config config) {
    AwsClients clients = new AwsClients(config.region());
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    SqsClient sqs = clients.sqs(config.sqs());
    Bucket bucket = new Bucket(clients.s3(config.s3()), config.bucket());
    ArticleIndex index =
        new ArticleIndex(dynamoDb, config.articlesTable(), bucket, Clock.systemUTC());
    Queue articles = new Queue(sqs, config.articlesQueue());
    Queue uploads = new Queue(sqs, config.uploadsQueue());
    Securities master = MasterFile.load();
    PriceTable table = new PriceTable(dynamoDb, config.pricesTable());
    JsonLog log = JsonLog.of("refresh-prices", config.stack(), config.logLevel());
    return new Wiring(
        new PriceImport(
            key -> bucket.read(key, PriceImport.MOST_BYTES),
            table,
            new PriceFileReports(dynamoDb, config.pricesTable()),
            new Rechecks(
                Rechecks.Articles.of(index),
                bodies -> articles.send(bodies, Trace.header()),
                table,
                master),
            master,
            log),
        new Sweep(
            after -> bucket.list(Sweep.FOLDER, after),
            config.bucket(),
            index::recorded,
            new SweepBookmark(dynamoDb, config.pricesTable()),
            bodies -> uploads.send(bodies, Trace.header()),
            Clock.systemUTC(),
            log));
  }
}
