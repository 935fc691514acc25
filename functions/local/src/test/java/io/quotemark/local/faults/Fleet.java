package io.quotemark.local.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.cloud.Stage;
import io.quotemark.storage.AwsClients;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Workers, each with a process of every function of its own, that take what the queues hand out at
 * the same time. What fails is handed out again at once, until the queue gives it up.
 */
final class Fleet {
  static final String UPLOADS = "UploadsQueue";
  static final String ARTICLES = "ArticlesQueue";
  private static final List<String> DEAD = List.of("UploadsDeadLetters", "ArticlesDeadLetters");

  /** Few, so that many workers get something. */
  private static final int BATCH = 3;

  /** Seconds in which a look at a queue is over. */
  private static final int LOOK = 60;

  private final Stage stage;
  private final SqsClient queues;
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger handled = new AtomicInteger();

  private record Worker(RequestStreamHandler parse, RequestStreamHandler enrich) {}

  Fleet(Stage stage, int size) {
    this.stage = stage;
    this.queues = stage.queues();
    Functions functions =
        new Functions(stage, AwsClients::new, Event.AFTERWARDS, Map.of(), Deliveries.NO_PROVIDER);
    for (int i = 0; i < size; i++) {
      workers.add(new Worker(functions.start(Functions.PARSE), functions.start(Functions.ENRICH)));
    }
  }

  void send(String queue, String body) {
    queues.sendMessage(r -> r.queueUrl(stage.queueUrl(queue)).messageBody(body));
  }

  /** Works until nothing waits, or until about so many messages have been worked off. */
  void work(int messages) throws IOException {
    handled.set(0);
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      List<Future<?>> working = new ArrayList<>();
      for (Worker worker : workers) {
        working.add(
            threads.submit(() -> {
              work(worker, messages);
              return null;
            }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a worker ended", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at work", e);
    }
  }

  private void work(Worker worker, int messages) throws IOException {
    while (handled.get() < messages) {
      int taken =
          batch(UPLOADS, Functions.PARSE, worker.parse())
              + batch(ARTICLES, Functions.ENRICH, worker.enrich());
      if (taken == 0 && left(UPLOADS) + left(ARTICLES) == 0) {
        return;
      }
    }
  }

  private int batch(String queue, String function, RequestStreamHandler process)
      throws IOException {
    String url = stage.queueUrl(queue);
    List<Message> batch =
        queues.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(BATCH)).messages();
    if (batch.isEmpty()) {
      return 0;
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    process.handleRequest(
        new ByteArrayInputStream(Stage.batch(batch)), answer, Stage.context(function));
    Set<String> failures = Stage.failures(answer.toByteArray(), batch);
    for (Message message : batch) {
      String receipt = message.receiptHandle();
      if (failures.contains(message.messageId())) {
        queues.changeMessageVisibility(
            r -> r.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0));
      } else {
        queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(receipt));
        handled.incrementAndGet();
      }
    }
    return batch.size();
  }

  /** Messages that wait or are being worked off. */
  private int left(String queue) {
    List<QueueAttributeName> counts =
        List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    return queues
        .getQueueAttributes(r -> r.queueUrl(stage.queueUrl(queue)).attributeNames(counts))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  /** Bodies of all that waits in a queue; they go on waiting. */
  List<String> waiting(String queue) {
    List<Message> seen = held(queue);
    for (Message message : seen) {
      queues.changeMessageVisibility(r ->
          r.queueUrl(stage.queueUrl(queue))
              .receiptHandle(message.receiptHandle())
              .visibilityTimeout(0));
    }
    return seen.stream().map(Message::body).toList();
  }

  /** Bodies of all that the queues gave up. */
  List<String> dead() {
    return DEAD.stream().flatMap(queue -> waiting(queue).stream()).toList();
  }

  /** Sends what was given up back to where it came from, as an operator does. */
  void redrive() {
    for (String dead : DEAD) {
      for (Message message : held(dead)) {
        send(dead.equals(DEAD.getFirst()) ? UPLOADS : ARTICLES, message.body());
        queues.deleteMessage(
            r -> r.queueUrl(stage.queueUrl(dead)).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** Throws away what the queues gave up. */
  void discard() {
    for (String dead : DEAD) {
      queues.purgeQueue(r -> r.queueUrl(stage.queueUrl(dead)));
    }
  }

  private List<Message> held(String queue) {
    List<Message> all = new ArrayList<>();
    for (List<Message> some = held(queue, 10); !some.isEmpty(); some = held(queue, 10)) {
      all.addAll(some);
    }
    return all;
  }

  private List<Message> held(String queue, int most) {
    return queues
        .receiveMessage(r ->
            r.queueUrl(stage.queueUrl(queue)).maxNumberOfMessages(most).visibilityTimeout(LOOK))
        .messages();
  }
}
