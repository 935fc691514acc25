package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that an event-source mapping hands over together. */
public record SqsBatch(List<Message> messages) {
  /**
   * @param receives how often it was handed over so far, this time included
   * @param trace tracing header that it was sent under, null for none
   */
  public record Message(String id, String body, int receives, @Nullable String trace) {}

  public SqsBatch {
    messages = List.copyOf(messages);
  }

  /** Whether the event is a batch of SQS messages at all. */
  public static boolean is(Node event) {
    List<Node> records = event.at("Records").isArray() ? event.at("Records").elements() : List.of();
    return !records.isEmpty()
        && "aws:sqs".equals(records.getFirst().at("eventSource").textOrNull());
  }

  /**
   * @throws Json.Malformed where a record has no message id or body
   */
  public static SqsBatch of(Node event) {
    List<Message> out = new ArrayList<>();
    for (Node record : event.at("Records").elements()) {
      Node attributes = record.at("attributes");
      out.add(
          new Message(
              record.at("messageId").text(),
              record.at("body").text(),
              Integer.parseInt(attributes.at("ApproximateReceiveCount").textOr("1")),
              attributes.at(Trace.MESSAGE_ATTRIBUTE).textOrNull()));
    }
    return new SqsBatch(out);
  }
}
