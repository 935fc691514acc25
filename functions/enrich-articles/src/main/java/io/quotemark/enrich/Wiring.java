package io.quotemark.enrich;

import io.quotemark.checking.Checker;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.prices.PriceTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds what enrich-articles uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static Enricher enricher(Config config) {
    AwsClients clients = new AwsClients(config.region());
    DynamoDbClient dynamoDb = clients.dynamoDb(config.dynamoDb());
    Bucket bucket = new Bucket(clients.s3(config.s3()), config.bucket());
    Checker checker = Checker.shipped(new PriceTable(dynamoDb, config.pricesTable()));
    return new Enricher(
        new ArticleLedger(dynamoDb, config.articlesTable(), bucket, new Records(checker)::of),
        bucket,
        JsonLog.of("enrich-articles", config.logLevel()));
  }
}
