package io.quotemark.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One queue that messages are sent to, as many at a time as SQS takes. */
public final class Queue {
  /**
   * What one request may hold: SQS allows 10 messages and, on every deployment there is, 256 KiB in
   * all.
   */
  private static final int MOST_MESSAGES = 10;

  private static final int MOST_BYTES = 256 * 1024;

  /** What one message may hold to be sure of its place in a request. */
  public static final int MOST_MESSAGE_BYTES = 240 * 1024;

  private final Supplier<SqsClient> sqs;
  private final String url;

  public Queue(SqsClient sqs, String url) {
    this(() -> sqs, url);
  }

  /**
   * @param sqs made when something is first sent
   */
  public Queue(Supplier<SqsClient> sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * @param trace tracing header that the messages carry on, null for none
   * @throws IllegalStateException where the queue refused a message; those before it may have been
   *     sent
   */
  public void send(List<byte[]> bodies, @Nullable String trace) {
    Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> attributes =
        trace == null
            ? Map.of()
            : Map.of(
                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                MessageSystemAttributeValue.builder()
                    .dataType("String")
                    .stringValue(trace)
                    .build());
    List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
    int bytes = 0;
    for (byte[] body : bodies) {
      if (batch.size() == MOST_MESSAGES || (!batch.isEmpty() && bytes + body.length > MOST_BYTES)) {
        flush(batch);
        bytes = 0;
      }
      batch.add(
          SendMessageBatchRequestEntry.builder()
              .id(String.valueOf(batch.size()))
              .messageBody(new String(body, StandardCharsets.UTF_8))
              .messageSystemAttributes(attributes)
              .build());
      bytes += body.length;
    }
    if (!batch.isEmpty()) {
      flush(batch);
    }
  }

  /**
   * One message, held back for a while.
   *
   * @param seconds 900 at the most
   */
  public void sendLater(byte[] body, int seconds) {
    sqs.get()
        .sendMessage(r ->
            r.queueUrl(url)
                .messageBody(new String(body, StandardCharsets.UTF_8))
                .delaySeconds(seconds));
  }

  private void flush(List<SendMessageBatchRequestEntry> batch) {
    List<SendMessageBatchRequestEntry> entries = List.copyOf(batch);
    batch.clear();
    List<BatchResultErrorEntry> refused =
        sqs.get().sendMessageBatch(b -> b.queueUrl(url).entries(entries)).failed();
    if (!refused.isEmpty()) {
      throw new IllegalStateException(
          "the queue refused "
              + refused.size()
              + " of "
              + entries.size()
              + " messages, first: "
              + refused.getFirst().code());
    }
  }
}
