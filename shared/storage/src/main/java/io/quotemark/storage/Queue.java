package io.quotemark.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  static final int MOST_MESSAGES = 10;

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
   * A message to be sent.
   *
   * @param trace tracing header that it carries on, null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Outgoing(byte[] body, @Nullable String trace) {
    private SendMessageBatchRequestEntry entry(int place) {
      SendMessageBatchRequestEntry.Builder entry =
          SendMessageBatchRequestEntry.builder()
              .id(String.valueOf(place))
              .messageBody(new String(body, StandardCharsets.UTF_8));
      if (trace != null) {
        entry.messageSystemAttributes(
            Map.of(
                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                MessageSystemAttributeValue.builder()
                    .dataType("String")
                    .stringValue(trace)
                    .build()));
      }
      return entry.build();
    }
  }

  /**
   * @param trace tracing header that the messages carry on, null for none
   * @throws IllegalStateException where the queue refused a message; the others may have been sent
   */
  public void send(List<byte[]> bodies, @Nullable String trace) {
    List<Outgoing> messages = new ArrayList<>(bodies.size());
    for (byte[] body : bodies) {
      messages.add(new Outgoing(body, trace));
    }
    Map<Integer, String> refused = send(messages);
    if (!refused.isEmpty()) {
      throw refused(refused.size(), bodies.size(), refused.values().iterator().next());
    }
  }

  static IllegalStateException refused(int some, int all, String code) {
    return new IllegalStateException(
        "the queue refused " + some + " of " + all + " messages, first: " + code);
  }

  /** Sends them in their order; the code of each that was refused, by its place. */
  Map<Integer, String> send(List<Outgoing> messages) {
    Map<Integer, String> refused = new TreeMap<>();
    List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
    int bytes = 0;
    for (int place = 0; place < messages.size(); place++) {
      Outgoing message = messages.get(place);
      int length = message.body().length;
      if (batch.size() == MOST_MESSAGES || (!batch.isEmpty() && bytes + length > MOST_BYTES)) {
        flush(batch, refused);
        bytes = 0;
      }
      batch.add(message.entry(place));
      bytes += length;
    }
    if (!batch.isEmpty()) {
      flush(batch, refused);
    }
    return refused;
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

  private void flush(List<SendMessageBatchRequestEntry> batch, Map<Integer, String> refused) {
    List<SendMessageBatchRequestEntry> entries = List.copyOf(batch);
    batch.clear();
    for (BatchResultErrorEntry one :
        sqs.get().sendMessageBatch(b -> b.queueUrl(url).entries(entries)).failed()) {
      refused.put(Integer.valueOf(one.id()), one.code());
    }
  }
}
