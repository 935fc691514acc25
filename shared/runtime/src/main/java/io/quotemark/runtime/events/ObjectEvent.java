package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That an object of the bucket was created or removed, whichever way the news came.
 *
 * @param key as the object is really called, decoded once
 * @param sequencer hexadecimal, padded on the left to 32 digits so that texts compare as numbers
 *     do; events of one key only
 * @param size bytes, 0 for a removal
 * @param time when it happened, by the store's clock
 */
public record ObjectEvent(
    Kind kind, String bucket, String key, String sequencer, long size, String etag, Instant time) {
  public enum Kind {
    CREATED,
    REMOVED
  }

  private static final int SEQUENCER_DIGITS = 32;

  /**
   * Reads an S3 notification ({@code Records}) or an EventBridge event ("Object Created", "Object
   * Deleted").
   *
   * @return none for the test event that S3 sends when notifications are set up
   * @throws Json.Malformed where it is neither
   */
  public static List<ObjectEvent> parse(byte[] event) {
    return of(Json.read(event));
  }

  /** As S3 would notify of it, to be read by {@link #parse} again. */
  public byte[] toNotification() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("Records");
      out.writeStartObject();
      out.writeStringField("eventSource", "aws:s3");
      out.writeStringField("eventTime", time.toString());
      out.writeStringField(
          "eventName", kind == Kind.CREATED ? "ObjectCreated:Put" : "ObjectRemoved:Delete");
      out.writeObjectFieldStart("s3");
      out.writeObjectFieldStart("bucket");
      out.writeStringField("name", bucket);
      out.writeEndObject();
      out.writeObjectFieldStart("object");
      out.writeStringField("key", URLEncoder.encode(key, StandardCharsets.UTF_8));
      out.writeNumberField("size", size);
      out.writeStringField("eTag", etag);
      out.writeStringField("sequencer", sequencer);
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  public static List<ObjectEvent> of(Node event) {
    if (event.at("Records").isArray()) {
      List<ObjectEvent> out = new ArrayList<>();
      for (Node record : event.at("Records").elements()) {
        out.add(notified(record));
      }
      return out;
    }
    if ("s3:TestEvent".equals(event.at("Event").textOrNull())) {
      return List.of();
    }
    if ("aws.s3".equals(event.at("source").textOrNull())) {
      return List.of(bridged(event));
    }
    throw new Json.Malformed("neither an S3 notification nor an EventBridge event of S3", null);
  }

  private static ObjectEvent notified(Node record) {
    Node object = record.at("s3").at("object");
    return new ObjectEvent(
        kind(record.at("eventName").text()),
        record.at("s3").at("bucket").at("name").text(),
        // notifications carry keys form-url-encoded
        URLDecoder.decode(object.at("key").text(), StandardCharsets.UTF_8),
        padded(object.at("sequencer").textOr("0")),
        Long.parseLong(object.at("size").textOr("0")),
        object.at("eTag").textOr(""),
        time(record.at("eventTime")));
  }

  private static ObjectEvent bridged(Node event) {
    Node object = event.at("detail").at("object");
    return new ObjectEvent(
        kind(event.at("detail-type").text()),
        event.at("detail").at("bucket").at("name").text(),
        object.at("key").text(),
        padded(object.at("sequencer").textOr("0")),
        Long.parseLong(object.at("size").textOr("0")),
        object.at("etag").textOr(""),
        time(event.at("time")));
  }

  private static Kind kind(String name) {
    if (name.contains("ObjectCreated") || name.equals("Object Created")) {
      return Kind.CREATED;
    }
    if (name.contains("ObjectRemoved")
        || name.contains("LifecycleExpiration")
        || name.equals("Object Deleted")) {
      return Kind.REMOVED;
    }
    throw new Json.Malformed("an event that is neither a creation nor a removal: " + name, null);
  }

  private static Instant time(Node node) {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeException e) {
      throw new Json.Malformed(node + " is not a time", e);
    }
  }

  /**
   * Sequencers differ in length; S3 says to pad the shorter with zeros on the left before
   * comparing.
   */
  public static String padded(String sequencer) {
    return sequencer.length() >= SEQUENCER_DIGITS
        ? sequencer
        : "0".repeat(SEQUENCER_DIGITS - sequencer.length()) + sequencer;
  }
}
