package io.quotemark.cli.deployment;

import io.quotemark.storage.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The messages that were given up, queue by queue. */
public final class DeadLetters {
  /** Dead-letter queue to the queue that its messages go back to. */
  public static final Map<String, String> QUEUES =
      Map.of(
          "UploadsDeadLetters", "UploadsQueue",
          "ArticlesDeadLetters", "ArticlesQueue",
          "PricesDeadLetters", "PricesQueue",
          "SchedulesDeadLetters", "PricesQueue",
          "OutgoingDeadLetters", "OutgoingQueue",
          "FetchDeadLetters", "FetchQueue");

  private static final int LARGEST_RECEIVE = 10;

  /** Seconds that a message is hidden from others while it is looked at or moved. */
  private static final int HOLD = 120;

  /** Ends a look at a queue that fills as fast as it is read. */
  private static final int MOST = 10_000;

  private final Deployment deployment;

  public DeadLetters(Deployment deployment) {
    this.deployment = deployment;
  }

  /**
   * One of them.
   *
   * @param queue the dead-letter queue it lies in
   * @param sent when it was first sent
   */
  public record Letter(String queue, String id, String body, @Nullable Instant sent) {}

  /** Those of the queues that there are; some are made only where a parameter names their use. */
  public Set<String> queues() {
    Set<String> there = new TreeSet<>(QUEUES.keySet());
    there.removeIf(queue -> !deployment.has(queue));
    return there;
  }

  /** How many there are, as SQS reckons. */
  public int count(String queue) {
    return Integer.parseInt(
        deployment
            .sqs()
            .getQueueAttributes(r ->
                r.queueUrl(deployment.queue(queue))
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }

  /** How many lie in each queue that has any. */
  public SortedMap<String, Integer> counts() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (String queue : queues()) {
      int count = count(queue);
      if (count > 0) {
        counts.put(queue, count);
      }
    }
    return counts;
  }

  /** All of every queue, by queue; they stay where they are. */
  public SortedMap<String, List<Letter>> look() {
    Map<String, List<Letter>> found = new ConcurrentHashMap<>();
    try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Letter>>> all = new ArrayList<>();
      for (String queue : queues()) {
        all.add(() -> found.computeIfAbsent(queue, this::look));
      }
      for (Future<List<Letter>> done : looks.invokeAll(all)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
    return new TreeMap<>(found);
  }

  private List<Letter> look(String queue) {
    List<Letter> letters = new ArrayList<>();
    each(queue, message -> false, letters::add);
    return letters;
  }

  /**
   * Puts messages back where they came from. Each is sent first and deleted then, so that one is at
   * worst processed twice, which changes nothing.
   *
   * @param wanted which of them
   * @param moved told of each that went
   */
  public void replay(String queue, Predicate<Letter> wanted, Consumer<Letter> moved) {
    each(
        queue,
        message -> {
          Letter letter = letter(queue, message);
          if (!wanted.test(letter)) {
            return false;
          }
          send(QUEUES.getOrDefault(queue, ""), message);
          deployment
              .sqs()
              .deleteMessage(
                  r -> r.queueUrl(deployment.queue(queue)).receiptHandle(message.receiptHandle()));
          moved.accept(letter);
          return true;
        },
        letter -> {});
  }

  /**
   * @param taken whether the message is dealt with; others are shown and then let go again
   */
  private void each(String queue, Predicate<Message> taken, Consumer<Letter> shown) {
    SqsClient sqs = deployment.sqs();
    String url = deployment.queue(queue);
    Map<String, Message> held = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<Message> batch;
    do {
      batch =
          sqs.receiveMessage(r ->
                  r.queueUrl(url)
                      .maxNumberOfMessages(LARGEST_RECEIVE)
                      .visibilityTimeout(HOLD)
                      .waitTimeSeconds(1)
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      for (Message message : batch) {
        if (seen.add(message.messageId()) && !taken.test(message)) {
          held.put(message.messageId(), message);
          shown.accept(letter(queue, message));
        }
      }
    } while (!batch.isEmpty() && seen.size() < MOST);
    held.values()
        .forEach(message ->
            sqs.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0)));
  }

  private void send(String queue, Message message) {
    new Queue(deployment.sqs(), deployment.queue(queue))
        .send(
            List.of(message.body().getBytes(StandardCharsets.UTF_8)),
            message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER));
  }

  private static Letter letter(String queue, Message message) {
    String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return new Letter(
        queue,
        message.messageId(),
        message.body(),
        sent == null ? null : Instant.ofEpochMilli(Long.parseLong(sent)));
  }
}
