package io.quotemark.parse;

import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.JointSends;
import io.quotemark.storage.Queue;
import org.jspecify.annotations.Nullable;

/** Builds what parse-uploads uses, once per environment. */
final class Wiring {
  private Wiring() {}

  static UploadParser parser(Config config, AwsClients clients, JointSends sends) {
    return new UploadParser(
        new ArticleReader(config.generatedSources()),
        new Bucket(clients.s3(config.s3()), config.bucket()),
        new Queue(clients.sqs(config.sqs()), config.articlesQueue()),
        archives(config, clients),
        sends,
        JsonLog.of("parse-uploads", config.stack(), config.logLevel()));
  }

  private static @Nullable Archives archives(Config config, AwsClients clients) {
    String queue = config.archiveQueue();
    String articles = config.archiveArticlesQueue();
    return queue == null || articles == null
        ? null
        : new Archives(
            new Queue(clients.sqs(config.sqs()), queue),
            new Queue(clients.sqs(config.sqs()), articles));
  }
}
