package io.quotemark.runtime.messages;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Which object of the bucket a message is about, and which of its versions.
 *
 * @param sequencer padded; the larger one of a key is the newer
 * @param size bytes
 * @param time of the event
 */
public record Upload(
    String bucket, String key, String sequencer, long size, String etag, Instant time) {
  public static Upload of(ObjectEvent event) {
    return new Upload(
        event.bucket(), event.key(), event.sequencer(), event.size(), event.etag(), event.time());
  }

  void write(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("upload");
    out.writeStringField("bucket", bucket);
    out.writeStringField("key", key);
    out.writeStringField("sequencer", sequencer);
    out.writeNumberField("size", size);
    out.writeStringField("etag", etag);
    out.writeStringField("event_time", time.toString());
    out.writeEndObject();
  }

  static Upload read(Node node) {
    return new Upload(
        node.at("bucket").text(),
        node.at("key").text(),
        ObjectEvent.padded(node.at("sequencer").text()),
        node.at("size").number(),
        node.at("etag").text(),
        time(node.at("event_time")));
  }

  static Instant time(Node node) {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeException e) {
      throw new Json.Malformed(node + " is not a time", e);
    }
  }
}
