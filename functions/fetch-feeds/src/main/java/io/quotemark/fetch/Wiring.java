package io.quotemark.fetch;

import io.quotemark.fetch.web.Politeness;
import io.quotemark.fetch.web.WebClient;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.Queue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** What fetch-feeds uses, built once per environment. */
record Wiring(FeedRun feeds, PageRequests requests) {
  static Wiring of(Config config, AwsClients clients, Web web) {
    Clock clock = web.clock();
    S3Client s3 = clients.s3(config.s3());
    Bucket bucket = new Bucket(s3, config.bucket());
    Inbox inbox = new Inbox(() -> s3, config.bucket(), () -> clients.presigner(config.s3()));
    Queue articles = new Queue(clients.sqs(config.sqs()), config.articlesQueue());
    JsonLog log = JsonLog.of("fetch-feeds", config.stack(), config.logLevel());
    WebClient client = new WebClient(web.access(), config.agent(), clock);
    Politeness.Memory memory =
        new Politeness.Memory() {
          @Override
          public Optional<byte[]> read(String key) {
            return bucket.bytes(key);
          }

          @Override
          public void write(String key, byte[] bytes) {
            bucket.write(key, bytes, "application/json");
          }
        };
    return new Wiring(
        new FeedRun(
            config.feeds(),
            bucket::named,
            () -> {
              // what is remembered of hosts is read anew by each run
              Politeness politeness = new Politeness(client, memory, clock, web.pause());
              return new FeedVisit.Means(
                  client,
                  politeness,
                  new Pages(client, politeness, inbox),
                  memory,
                  new Agenda(politeness, clock, Thread::sleep),
                  clock);
            },
            log),
        new PageRequests(
            config.hosts(),
            bucket,
            () -> new Pages(client, new Politeness(client, memory, clock, web.pause()), inbox),
            body -> articles.send(List.of(body), Trace.header()),
            Thread::sleep,
            web.pause(),
            log));
  }
}
