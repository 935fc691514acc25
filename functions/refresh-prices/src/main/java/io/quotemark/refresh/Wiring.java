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
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds what refresh-prices uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static PriceImport prices(Config config) {
    AwsClients clients = new AwsClients(config.region());
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Bucket bucket = new Bucket(clients.s3(config.s3()), config.bucket());
    Securities master = MasterFile.load();
    PriceTable table = new PriceTable(dynamoDb, config.pricesTable());
    Queue articles = new Queue(clients.sqs(config.sqs()), config.articlesQueue());
    return new PriceImport(
        key -> bucket.read(key, PriceImport.MOST_BYTES),
        table,
        new PriceFileReports(dynamoDb, config.pricesTable()),
        new Rechecks(
            Rechecks.Articles.of(
                new ArticleIndex(dynamoDb, config.articlesTable(), bucket, Clock.systemUTC())),
            bodies -> articles.send(bodies, Trace.header()),
            table,
            master),
        master,
        JsonLog.of("refresh-prices", config.stack(), config.logLevel()));
  }
}
