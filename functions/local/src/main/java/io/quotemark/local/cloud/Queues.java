package io.quotemark.local.cloud;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.http.scaladsl.Http.ServerBinding;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.concurrent.Await;
import scala.jdk.javaapi.CollectionConverters;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ with the template's queues, its messages journalled and restored. */
final class Queues implements Part {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient client;
  private final Map<String, String> urls = new LinkedHashMap<>();

  private Queues(ActorSystem actors, SQSRestServer server, URI endpoint) {
    this.actors = actors;
    this.server = server;
    this.endpoint = endpoint;
    this.client = Clients.sqs(endpoint);
  }

  /**
   * @param port 0 for any
   * @param notices is told of messages that are damaged
   */
  static Queues start(
      Path folder,
      int port,
      List<Specs.Queue> specs,
      Clock clock,
      Disk disk,
      Consumer<String> notices)
      throws IOException {
    MessageJournal journal = new MessageJournal(folder, notices);
    Deliveries deliveries = new Deliveries();
    Map<String, List<MessageJournal.Entry>> left = left(journal, specs, clock, deliveries);
    Map<String, Specs.Queue> byId =
        specs.stream().collect(Collectors.toMap(Specs.Queue::id, Function.identity()));
    ActorSystem actors = ActorSystem.create("queues", settings());
    AtomicInteger listening = new AtomicInteger();
    try {
      QueuesGuard.install(actors, new Guard(Guard.Door.SERVICE, listening::get, List.of()));
      ActorRef listener =
          actors.actorOf(
              Props.create(
                  JournalActor.class,
                  () -> new JournalActor(journal, byId, clock, deliveries, disk)));
      ActorRef manager =
          actors.actorOf(
              Props.create(
                  QueueManagerActor.class,
                  () ->
                      new QueueManagerActor(
                          new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(listener))));
      SQSRestServer server =
          SQSRestServerBuilder.withActorSystem(actors)
              .withQueueManagerActor(manager)
              .withInterface(Loopback.HOST)
              .withPort(port)
              .withAWSRegion(Clients.REGION)
              .withAWSAccountId(Clients.ACCOUNT)
              .start();
      ServerBinding binding =
          Await.result(
              server.startFuture(),
              scala.concurrent.duration.Duration.create(20, TimeUnit.SECONDS));
      listening.set(binding.localAddress().getPort());
      Queues queues = new Queues(actors, server, Loopback.http(listening.get()));
      queues.urls.putAll(create(queues.client, specs));
      for (Specs.Queue spec : specs) {
        restore(manager, spec.id(), left.getOrDefault(spec.id(), List.of()));
      }
      return queues;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      actors.terminate();
      throw new IOException("interrupted while the queues started", e);
    } catch (TimeoutException | RuntimeException e) {
      actors.terminate();
      throw new IOException("ElasticMQ did not start on port " + port + ": " + e, e);
    }
  }

  /** It stops when this part of the cloud is stopped, not with the JVM's own shutdown. */
  private static Config settings() {
    return ConfigFactory.parseString(
            """
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.coordinated-shutdown.terminate-actor-system = off
            pekko.coordinated-shutdown.run-by-actor-system-terminate = off
            """)
        .withFallback(ConfigFactory.load());
  }

  /** Makes the queues; logical id to address. */
  static Map<String, String> create(SqsClient client, List<Specs.Queue> specs) {
    Map<String, String> urls = new LinkedHashMap<>();
    // dead-letter queues first: a redrive policy names one that exists
    for (Specs.Queue spec :
        specs.stream()
            .sorted(Comparator.comparing((Specs.Queue queue) -> queue.deadLetters() != null))
            .toList()) {
      Map<QueueAttributeName, String> attributes = new LinkedHashMap<>();
      attributes.put(
          QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(spec.visibility().toSeconds()));
      if (spec.deadLetters() != null) {
        attributes.put(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                .formatted(arn(spec.deadLetters()), spec.maxReceiveCount()));
      }
      urls.put(
          spec.id(),
          client.createQueue(r -> r.queueName(spec.id()).attributes(attributes)).queueUrl());
    }
    return urls;
  }

  /** What the last run left in each queue, as it is delivered again. */
  private static Map<String, List<MessageJournal.Entry>> left(
      MessageJournal journal, List<Specs.Queue> specs, Clock clock, Deliveries deliveries) {
    Map<String, List<MessageJournal.Entry>> left = new LinkedHashMap<>();
    for (Specs.Queue spec : specs) {
      List<MessageJournal.Entry> entries = new ArrayList<>();
      for (MessageJournal.Entry entry : journal.all(spec.id())) {
        String deadLetters = spec.deadLetters();
        if (deadLetters != null && journal.find(deadLetters, entry.id()).isPresent()) {
          journal.remove(spec.id(), entry.id()); // the process ended while the message moved
          continue;
        }
        MessageJournal.Entry released = MessageJournal.released(entry, clock.instant());
        if (!released.equals(entry)) {
          journal.write(spec.id(), released);
        }
        deliveries.know(spec.id(), released);
        entries.add(released);
      }
      left.put(spec.id(), entries);
    }
    return left;
  }

  private static void restore(ActorRef manager, String queue, List<MessageJournal.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<InternalMessage> messages = entries.stream().map(JournalActor::message).toList();
    try {
      Object found =
          Patterns.ask(manager, new LookupQueue(queue), PATIENCE).toCompletableFuture().join();
      if (found instanceof Option<?> option && option.isDefined()) {
        Patterns.ask(
                (ActorRef) option.get(),
                new RestoreMessages(CollectionConverters.asScala(messages).toList()),
                PATIENCE)
            .toCompletableFuture()
            .join();
        return;
      }
    } catch (CompletionException e) {
      throw new IllegalStateException("the messages of " + queue + " were not restored", e);
    }
    throw new IllegalStateException("no queue " + queue);
  }

  static String arn(String queue) {
    return "arn:aws:sqs:" + Clients.REGION + ":" + Clients.ACCOUNT + ":" + queue;
  }

  URI endpoint() {
    return endpoint;
  }

  /** The queue's URL, as functions see it in their environment. */
  String url(String queue) {
    String url = urls.get(queue);
    if (url == null) {
      throw new IllegalArgumentException("no queue " + queue);
    }
    return url;
  }

  SqsClient client() {
    return client;
  }

  void send(String queue, String body) {
    client.sendMessage(r -> r.queueUrl(url(queue)).messageBody(body));
  }

  @Override
  public void stop() throws Exception {
    client.close();
    server.stopAndWait();
    actors.terminate();
    Await.ready(
        actors.whenTerminated(), scala.concurrent.duration.Duration.create(10, TimeUnit.SECONDS));
  }
}
