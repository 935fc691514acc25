package io.quotemark.local.cloud;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Tells a queue what became of the messages of a batch. A message that is not settled is not seen
 * until its visibility ends, ten minutes later: so each is settled whatever happens to the others,
 * and again where the queue does not answer. Done twice, a message comes once more at the most.
 */
final class Settling {
  private static final System.Logger LOG = System.getLogger(Settling.class.getName());
  private static final int LARGEST_BATCH = 10;
  private static final int MOST_TRIES = 10;
  private static final int PAUSE_MILLIS = 500;

  /** A call that settles some messages. */
  private record Step(String what, Runnable call) {}

  private final SqsClient client;
  private final String url;
  private final List<Step> steps = new ArrayList<>();

  Settling(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /** Work on these is done. */
  void done(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += LARGEST_BATCH) {
      List<DeleteMessageBatchRequestEntry> entries =
          messages.subList(from, Math.min(messages.size(), from + LARGEST_BATCH)).stream()
              .map(message ->
                  DeleteMessageBatchRequestEntry.builder()
                      .id(message.messageId())
                      .receiptHandle(message.receiptHandle())
                      .build())
              .toList();
      steps.add(
          new Step(
              entries.size() + " messages that are done",
              () -> client.deleteMessageBatch(r -> r.queueUrl(url).entries(entries))));
    }
  }

  /**
   * This one failed.
   *
   * @param delay seconds until it is handed out again
   */
  void again(Message message, int delay) {
    steps.add(
        new Step(
            "a message that failed",
            () ->
                client.changeMessageVisibility(r ->
                    r.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(delay))));
  }

  /** Makes the calls; those that failed again after a while. */
  void settle() throws InterruptedException {
    List<Step> left = steps;
    for (int tries = 1; !left.isEmpty(); tries++) {
      List<Step> failed = new ArrayList<>();
      for (Step step : left) {
        try {
          step.call().run();
        } catch (SdkException e) {
          if (e instanceof SqsException refused && refused.statusCode() / 100 == 4) {
            LOG.log(Level.WARNING, url + " does not take back " + step.what(), e);
          } else if (tries < MOST_TRIES) {
            failed.add(step);
          } else {
            LOG.log(Level.ERROR, url + " could not be told of " + step.what(), e);
          }
        }
      }
      left = failed;
      if (!left.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }
}
