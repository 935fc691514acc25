package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
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
  private static final System.Logger LOG = System.getLogger(JournalActor.class.getName());

  private final MessageJournal journal;
  private final Map<String, Specs.Queue> queues;
  private final Clock clock;
  private final Deliveries deliveries;
  private final Disk disk;

  JournalActor(
      MessageJournal journal,
      Map<String, Specs.Queue> queues,
      Clock clock,
      Deliveries deliveries,
      Disk disk) {
    this.journal = journal;
    this.queues = queues;
    this.clock = clock;
    this.deliveries = deliveries;
    this.disk = disk;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(QueueEvent.MessageAdded.class, e -> added(e.queueName(), e.message()))
        .match(QueueEvent.MessageUpdated.class, e -> updated(e.queueName(), e.message()))
        .match(QueueEvent.MessageRemoved.class, e -> removed(e.queueName(), e.messageId()))
        .matchAny(other -> {}) // queues themselves come from the template
        .build();
  }

  /** A message that cannot be kept is not taken: its sender has no answer and sends it again. */
  private void added(String queue, InternalMessage message) {
    try {
      MessageJournal.Entry entry = entry(message);
      journal.write(queue, deliveries.came(queue, entry));
      if (!entry.source().isEmpty()) {
        // of a dead letter ElasticMQ does not always tell the queue that it leaves
        deliveries.forget(entry.source(), entry.id());
        journal.remove(entry.source(), entry.id());
      }
      answer();
    } catch (UncheckedIOException e) {
      failed(queue, e);
    }
  }

  /**
   * A change that cannot be kept holds up nobody: what is kept of the message is older, so that a
   * restart delivers it again. (Without an answer it would be in flight for no consumer.)
   */
  private void updated(String queue, InternalMessage message) {
    try {
      journal.write(queue, deliveries.noted(queue, entry(message)));
    } catch (UncheckedIOException e) {
      failed(queue, e);
    }
    answer();
  }

  private void removed(String queue, String id) {
    try {
      remove(queue, id);
    } catch (UncheckedIOException e) {
      failed(queue, e);
    }
    answer();
  }

  private void failed(String queue, UncheckedIOException e) {
    LOG.log(Level.WARNING, "cannot keep a change of " + queue, e);
    disk.suspect(journal.folder(queue));
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
    deliveries.forget(queue, id);
    journal.remove(queue, id);
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
        CollectionConverters.asJava(message.deliveryReceipts()),
        false,
        0);
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
