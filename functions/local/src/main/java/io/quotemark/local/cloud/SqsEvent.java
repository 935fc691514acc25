package io.quotemark.local.cloud;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The event a mapping hands to a function, and the answer's failures. */
final class SqsEvent {
  private SqsEvent() {}

  static String json(List<Message> batch, String queueArn) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      for (Message message : batch) {
        record(json, message, queueArn);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void record(JsonGenerator json, Message message, String queueArn)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("messageId", message.messageId());
    json.writeStringField("receiptHandle", message.receiptHandle());
    json.writeStringField("body", message.body());
    json.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> attribute : message.attributesAsStrings().entrySet()) {
      json.writeStringField(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("messageAttributes");
    json.writeEndObject();
    json.writeStringField("md5OfBody", message.md5OfBody());
    json.writeStringField("eventSource", "aws:sqs");
    json.writeStringField("eventSourceARN", queueArn);
    json.writeStringField("awsRegion", Clients.REGION);
    json.writeEndObject();
  }

  static int receiveCount(Message message) {
    return Integer.parseInt(
        message
            .attributes()
            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
  }

  static Set<String> ids(List<Message> batch) {
    return batch.stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As Lambda reads the answer: none, {@code null} or an empty list is success of all; an answer
   * that cannot be read or names an unknown message is failure of all.
   */
  static Set<String> failures(byte[] answer, List<Message> batch) {
    Set<String> all = ids(batch);
    if (answer.length == 0) {
      return Set.of();
    }
    Set<String> failed = new HashSet<>();
    try (JsonParser json = Json.FACTORY.createParser(answer)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && "itemIdentifier".equals(json.currentName())) {
          String id = json.nextTextValue();
          if (id == null || !all.contains(id)) {
            return all;
          }
          failed.add(id);
        }
      }
    } catch (IOException unreadable) {
      return all;
    }
    return failed;
  }
}
