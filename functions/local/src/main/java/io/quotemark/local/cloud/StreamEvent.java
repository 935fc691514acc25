package io.quotemark.local.cloud;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Changes of a table as a mapping hands them to a function. */
final class StreamEvent {
  private StreamEvent() {}

  static String json(List<Record> records, String streamArn) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      for (Record record : records) {
        record(json, record, streamArn);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void record(JsonGenerator json, Record record, String streamArn)
      throws IOException {
    StreamRecord change = record.dynamodb();
    json.writeStartObject();
    json.writeStringField("eventID", record.eventID());
    json.writeStringField("eventName", record.eventNameAsString());
    json.writeStringField("eventSource", "aws:dynamodb");
    json.writeStringField("eventVersion", record.eventVersion());
    json.writeStringField("awsRegion", Clients.REGION);
    json.writeStringField("eventSourceARN", streamArn);
    json.writeObjectFieldStart("dynamodb");
    json.writeNumberField(
        "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    json.writeStringField("SequenceNumber", change.sequenceNumber());
    json.writeStringField("StreamViewType", change.streamViewTypeAsString());
    if (change.hasKeys()) {
      image(json, "Keys", change.keys());
    }
    if (change.hasNewImage()) {
      image(json, "NewImage", change.newImage());
    }
    if (change.hasOldImage()) {
      image(json, "OldImage", change.oldImage());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void image(JsonGenerator json, String name, Map<String, AttributeValue> item)
      throws IOException {
    json.writeFieldName(name);
    members(json, item);
  }

  private static void members(JsonGenerator json, Map<String, AttributeValue> item)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      json.writeFieldName(attribute.getKey());
      value(json, attribute.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    switch (value.type()) {
      case S -> json.writeStringField("S", value.s());
      case N -> json.writeStringField("N", value.n());
      case BOOL -> json.writeBooleanField("BOOL", value.bool());
      case B ->
          json.writeStringField("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
      case NUL -> json.writeBooleanField("NULL", true);
      case M -> {
        json.writeFieldName("M");
        members(json, value.m());
      }
      case L -> {
        json.writeArrayFieldStart("L");
        for (AttributeValue element : value.l()) {
          value(json, element);
        }
        json.writeEndArray();
      }
      case UNKNOWN_TO_SDK_VERSION -> { // how the emulator's stream shows a map without members
        json.writeObjectFieldStart("M");
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no table here has a " + value.type());
    }
    json.writeEndObject();
  }
}
