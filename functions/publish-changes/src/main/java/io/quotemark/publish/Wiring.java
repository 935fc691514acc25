package io.quotemark.publish;

import io.quotemark.publish.events.Announcement;
import io.quotemark.publish.events.Announcer;
import io.quotemark.publish.events.EventBus;
import io.quotemark.publish.events.Outlet;
import io.quotemark.publish.export.DailyExport;
import io.quotemark.publish.webhook.Courier;
import io.quotemark.publish.webhook.Delivery;
import io.quotemark.publish.webhook.Receiver;
import io.quotemark.publish.webhook.StoredSecrets;
import io.quotemark.runtime.Once;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.JsonCall;
import io.quotemark.storage.Queue;
import io.quotemark.storage.StoredSecret;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Sources;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What publish-changes uses, built once per environment. */
record Wiring(
    ChangeBatch changes,
    @Nullable Courier courier,
    Supplier<DailyExport> export,
    Queue queue,
    JsonLog log) {
  /** An answer of a receiver that takes longer is none. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * @param keys of the webhook's signatures, null where they are in the parameter store
   */
  static Wiring of(Config config, AwsClients clients, Clock clock, @Nullable WebhookKeys keys) {
    JsonLog log = JsonLog.of("publish-changes", config.stack(), config.logLevel());
    Bucket bucket = new Bucket(new Once<>(() -> clients.s3(config.s3())), config.bucket());
    Once<ArticleStore> store =
        new Once<>(
            () -> new ArticleStore(clients.dynamoDb(config.dynamoDb()), config.articlesTable()));
    Once<SqsClient> sqs = new Once<>(() -> clients.sqs(config.sqs()));
    Queue queue = new Queue(sqs, config.queue());
    Once<Sources> sources = new Once<>(() -> store.get().sources());
    Announcer announcer =
        new Announcer(
            bucket::bytes, error -> sources.get().with(error, Announcer.copies()), config.pages());
    List<Outlet> outlets = new ArrayList<>();
    if (config.bus() != null) {
      outlets.add(new EventBus(call(config, clients, config.events(), "events"), config.bus()));
    }
    if (config.webhook() != null) {
      outlets.add(events -> enqueue(queue, events, config.told()));
    }
    return new Wiring(
        new ChangeBatch(announcer, outlets, log),
        config.webhook() == null
            ? null
            : new Courier(
                new Receiver(
                    config.webhook(),
                    keys == null ? stored(config, clients, clock) : keys::get,
                    config.slack(),
                    PATIENCE,
                    clock),
                queue,
                new Queue(sqs, config.deadLetters()),
                clock,
                log),
        new Once<>(() ->
            new DailyExport(store.get().changed(), store.get().index(bucket, clock), bucket, log)),
        queue,
        log);
  }

  private static Supplier<List<byte[]>> stored(Config config, AwsClients clients, Clock clock) {
    if (config.secret() == null) {
      throw new IllegalStateException(
          "publish-changes is not configured: WEBHOOK_URL needs WEBHOOK_SECRET_PARAMETER");
    }
    return new StoredSecrets(
        config.secret(), StoredSecret.Calls.of(clients, config.region(), config.ssm(), clock));
  }

  private static JsonCall call(
      Config config, AwsClients clients, @Nullable URI address, String service) {
    return new JsonCall(
        Objects.requireNonNullElseGet(address, () -> clients.address(service)),
        config.region(),
        service,
        clients.credentials(address),
        clients.http());
  }

  private static void enqueue(Queue queue, List<Announcement> events, Set<Announcement.Type> told) {
    List<byte[]> bodies =
        events.stream()
            .filter(event -> told.contains(event.type()))
            .map(event -> Delivery.first(event.json()).toJson())
            .toList();
    queue.send(bodies, null);
  }
}
