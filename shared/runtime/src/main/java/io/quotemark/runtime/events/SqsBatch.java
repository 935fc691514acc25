package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.util.ArrayList;
import java.util.List;

/** Messages that an event-source mapping hands over together. */
public record SqsBatch(List<Message> messages) {
  /**
   * @param receives how often it was handed over so far, this time included
   */
  public record Message(String id, String body, int receives) {}

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
      out.add(
          new Message(
              record.at("messageId").text(),
              record.at("body").text(),
              Integer.parseInt(record.at("attributes").at("ApproximateReceiveCount").textOr("1"))));
    }
    return new SqsBatch(out);
  }
}
