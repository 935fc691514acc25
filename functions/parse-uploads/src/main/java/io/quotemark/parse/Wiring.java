package io.quotemark.parse;

import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Queue;

/** Builds what parse-uploads uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static UploadParser parser(Config config, AwsClients clients) {
    return new UploadParser(
        new ArticleReader(config.generatedSources()),
        new Bucket(clients.s3(config.s3()), config.bucket()),
        new Queue(clients.sqs(config.sqs()), config.articlesQueue()),
        JsonLog.of("parse-uploads", config.stack(), config.logLevel()));
  }
}
