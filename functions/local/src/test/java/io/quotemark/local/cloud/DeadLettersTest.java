package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages that a queue gave up, over restarts. */
class DeadLettersTest {
  private static final String QUEUE = "UploadsQueue";
  private static final String DEAD = "UploadsDeadLetters";

  /** As the local cloud waits too: ElasticMQ gives messages up by another way then. */
  private static final int WAIT_SECONDS = 2;

  @TempDir Path data;

  private final List<Specs.Queue> specs = TestCloud.template().queues();

  private Queues start() throws IOException {
    return Queues.start(data, 0, specs, Clock.systemUTC(), new Disk(data), notice -> {});
  }

  private static List<Message> received(Queues queues, String queue) {
    return received(queues, queue, 0);
  }

  private static List<Message> received(Queues queues, String queue, int seconds) {
    return queues
        .client()
        .receiveMessage(
            r -> r.queueUrl(queues.url(queue)).maxNumberOfMessages(10).waitTimeSeconds(seconds))
        .messages();
  }

  /** Receives until the queue gives its message up, which is hidden for less than it waits. */
  private static void giveUp(Queues queues) {
    for (List<Message> batch = received(queues, QUEUE, WAIT_SECONDS);
        !batch.isEmpty();
        batch = received(queues, QUEUE, WAIT_SECONDS)) {
      for (Message message : batch) {
        queues
            .client()
            .changeMessageVisibility(r ->
                r.queueUrl(queues.url(QUEUE))
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(1));
      }
    }
  }

  @Test
  void deadLetter_isThereOnce_afterARestart() throws Exception {
    Queues first = start();
    first.send(QUEUE, "poison");
    giveUp(first);
    first.stop();

    Queues second = start();
    assertThat(received(second, QUEUE)).isEmpty();
    assertThat(received(second, DEAD)).extracting(Message::body).containsExactly("poison");
    assertThat(received(second, DEAD)).isEmpty();
    second.stop();
  }

  @Test
  void deadLetter_thatWasTaken_isGone_afterARestart() throws Exception {
    Queues first = start();
    first.send(QUEUE, "poison");
    giveUp(first);
    for (Message message : received(first, DEAD)) {
      first
          .client()
          .deleteMessage(r -> r.queueUrl(first.url(DEAD)).receiptHandle(message.receiptHandle()));
    }
    first.stop();

    Queues second = start();
    assertThat(received(second, QUEUE)).isEmpty();
    assertThat(received(second, DEAD)).isEmpty();
    second.stop();
  }
}
