package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.DeduplicationId;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes every change of ElasticMQ's queues to the journal before the queue answers its caller.
 * (Its own SQL store is one per JVM.)
 */
final class JournalActor extends AbstractActor {
  private final MessageJournal journal;
  private final Map<String, Specs.Queue> queues;
  private final Clock clock;

  JournalActor(MessageJournal journal, Map<String, Specs.Queue> queues, Clock clock) {
    this.journal = journal;
    this.queues = queues;
    this.clock = clock;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(QueueEvent.MessageAdded.class, e -> write(e.queueName(), e.message()))
        .match(QueueEvent.MessageUpdated.class, e -> write(e.queueName(), e.message()))
        .match(QueueEvent.MessageRemoved.class, e -> remove(e.queueName(), e.messageId()))
        .matchAny(other -> {}) // queues themselves come from the template
        .build();
  }

  private void write(String queue, InternalMessage message) {
    journal.write(queue, entry(message));
    answer();
  }

  /**
   * A redrive is a removal here and an addition at the dead-letter queue, by two actors in either
   * order; whichever comes first, a killed process finds the message in one of the two.
   */
  private void remove(String queue, String id) {
    Specs.Queue spec = queues.get(queue);
    String deadLetters = spec == null ? null : spec.deadLetters();
    Optional<MessageJournal.Entry> entry = journal.find(queue, id);
    if (spec != null
        && deadLetters != null
        && entry.isPresent()
        && entry.get().receiveCount() >= spec.maxReceiveCount()
        && entry.get().nextDelivery() <= clock.millis()
        && journal.find(deadLetters, id).isEmpty()) {
      journal.write(deadLetters, entry.get());
    }
    journal.remove(queue, id);
    answer();
  }

  private void answer() {
    getSender().tell(OperationSuccessful$.MODULE$, getSelf());
  }

  private static MessageJournal.Entry entry(InternalMessage message) {
    return new MessageJournal.Entry(
        message.id(),
        message.content().value(),
        message.created().toInstant().toEpochMilli(),
        message.nextDelivery(),
        message.firstReceive() instanceof OnDateTimeReceived received
            ? received.when().toInstant().toEpochMilli()
            : 0,
        message.receiveCount(),
        message.deadLetterSourceQueueName().getOrElse(() -> ""),
        CollectionConverters.asJava(message.deliveryReceipts()));
  }

  static InternalMessage message(MessageJournal.Entry entry) {
    Received received =
        entry.firstReceive() == 0
            ? NeverReceived$.MODULE$
            : new OnDateTimeReceived(
                Instant.ofEpochMilli(entry.firstReceive()).atOffset(ZoneOffset.UTC));
    scala.collection.immutable.Map<String, MessageAttribute> noAttributes =
        scala.collection.immutable.Map$.MODULE$.empty();
    return new InternalMessage(
        entry.id(),
        CollectionConverters.asScala(new java.util.ArrayList<>(entry.receipts())),
        entry.nextDelivery(),
        new MessageContent(entry.body()),
        noAttributes,
        Instant.ofEpochMilli(entry.created()).atOffset(ZoneOffset.UTC),
        0,
        received,
        entry.receiveCount(),
        false,
        Option.empty(),
        Option.<DeduplicationId>empty(),
        Option.<TracingId>empty(),
        Option.empty(),
        entry.source().isEmpty() ? Option.empty() : Option.apply(entry.source()));
  }
}
