package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.bench.scale.OneQueue;
import io.quotemark.bench.scale.Scale;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The simulation of docs/scale.md against the template and against real queues. */
class SimulationTest {
  private static final Pattern MESSAGE = Pattern.compile("\"messageId\"");

  @TempDir Path data;

  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong last = new AtomicLong();

  @Test
  void simulation_restsOnTheTemplate() {
    Template template = TestCloud.template();
    List<Integer> numbers = new ArrayList<>();
    for (String id : List.of("ParseUploads", "EnrichArticles")) {
      Specs.Function function = template.function(id);
      Specs.Mapping mapping = function.mappings().getFirst();
      numbers.add(function.memory());
      numbers.add(mapping.batchSize());
      numbers.add((int) mapping.window().toSeconds());
      numbers.add(mapping.concurrency());
    }
    for (String id : List.of("UploadsQueue", "ArticlesQueue")) {
      Specs.Queue queue =
          template.queues().stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
      numbers.add((int) queue.visibility().toSeconds());
      numbers.add(queue.maxReceiveCount());
    }
    assertThat(Scale.template()).isEqualTo(numbers);
  }

  @Test
  void burst_isWorkedOffAsPredicted() throws IOException {
    int messages = 400;
    int millis = 20;
    try (Cloud cloud = cloud(millis, 0, 0)) {
      long began = System.nanoTime();
      send(cloud, messages);
      await("all of them", () -> done.get() == messages);
      double seconds = (last.get() - began) / 1e9;

      OneQueue predicted = OneQueue.of(messages, millis, 10, 5, 600, 7, 0);
      // slower by what sending and the machine take, never faster than five calls at once can be
      assertThat(predicted.seconds()).isCloseTo(messages * millis / 1000.0 / 5, within(0.5));
      assertThat(seconds).isBetween(0.8 * predicted.seconds(), 3 * predicted.seconds() + 2);
      assertThat(received.get()).isEqualTo(predicted.receives());
      assertThat((double) calls.get()).isCloseTo((double) predicted.calls(), within(10.0));
      assertThat(predicted.deadLetters()).isZero();
    }
  }

  @Test
  void functionThatIsDown_makesTheDeadLettersPredicted() throws IOException {
    int messages = 30;
    OneQueue outlasted = OneQueue.of(messages, 10, 10, 5, 1, 7, 4);
    OneQueue given = OneQueue.of(messages, 10, 10, 5, 1, 7, 60);
    assertThat(outlasted.deadLetters()).isZero();
    assertThat(given.deadLetters()).isEqualTo(messages);

    try (Cloud cloud = cloud(10, 4, 1)) {
      send(cloud, messages);
      await("all of them", () -> done.get() == messages);
      assertThat(waiting(cloud, "UploadsDeadLetters")).isZero();
      // each came at once and then every second, until the function worked again
      assertThat((double) received.get() / messages)
          .isCloseTo((double) outlasted.receives() / messages, within(1.5));
    }
    done.set(0);
    received.set(0);
    try (Cloud cloud = cloud(10, 60, 1)) {
      send(cloud, messages);
      await("dead letters", () -> waiting(cloud, "UploadsDeadLetters") == given.deadLetters());
      assertThat(received.get()).isEqualTo(given.receives());
    }
  }

  /** A cloud whose parse-uploads waits for each message, and fails in its first seconds. */
  private Cloud cloud(int millis, int down, int visibility) throws IOException {
    AtomicLong first = new AtomicLong();
    TestCloud functions =
        new TestCloud()
            .answering(
                "parse",
                event -> {
                  long count = MESSAGE.matcher(event).results().count();
                  calls.incrementAndGet();
                  received.addAndGet(count);
                  first.compareAndSet(0, System.nanoTime());
                  if (System.nanoTime() - first.get() < down * 1_000_000_000L) {
                    throw new IOException("down");
                  }
                  pause(millis * count);
                  last.set(System.nanoTime());
                  done.addAndGet(count);
                  return "";
                });
    return functions.start(TestCloud.template(), data.resolve("down-" + down), count -> visibility);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(Cloud cloud, int messages) {
    for (int from = 0; from < messages; from += 10) {
      List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
      for (int i = from; i < Math.min(messages, from + 10); i++) {
        batch.add(
            SendMessageBatchRequestEntry.builder()
                .id("m" + i)
                .messageBody("{\"Records\":[]}")
                .build());
      }
      cloud
          .queues()
          .sendMessageBatch(r -> r.queueUrl(cloud.queueUrl("UploadsQueue")).entries(batch));
    }
  }

  private static int waiting(Cloud cloud, String queue) {
    return Integer.parseInt(
        cloud
            .queues()
            .getQueueAttributes(r ->
                r.queueUrl(cloud.queueUrl(queue))
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }
}
