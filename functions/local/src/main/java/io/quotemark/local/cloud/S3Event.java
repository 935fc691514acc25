package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The notification as S3 writes it:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
final class S3Event {
  private static final HexFormat PERCENT = HexFormat.of().withUpperCase();

  private S3Event() {}

  /**
   * @param size bytes, null for a removal
   */
  static String json(
      String bucket,
      String name,
      String key,
      @Nullable Long size,
      @Nullable String etag,
      String sequencer,
      Instant time) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      json.writeStartObject();
      json.writeStringField("eventVersion", "2.1");
      json.writeStringField("eventSource", "aws:s3");
      json.writeStringField("awsRegion", Clients.REGION);
      json.writeStringField("eventTime", time.toString());
      json.writeStringField("eventName", name);
      json.writeObjectFieldStart("s3");
      json.writeStringField("s3SchemaVersion", "1.0");
      json.writeObjectFieldStart("bucket");
      json.writeStringField("name", bucket);
      json.writeStringField("arn", "arn:aws:s3:::" + bucket);
      json.writeEndObject();
      object(json, key, size, etag, sequencer);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void object(
      JsonGenerator json, String key, @Nullable Long size, @Nullable String etag, String sequencer)
      throws IOException {
    json.writeObjectFieldStart("object");
    json.writeStringField("key", encode(key));
    if (size != null) {
      json.writeNumberField("size", size);
    }
    if (etag != null) {
      json.writeStringField("eTag", etag);
    }
    json.writeStringField("sequencer", sequencer);
    json.writeEndObject();
  }

  /** Form encoding that leaves slashes: a space is {@code +}, a plus sign {@code %2B}. */
  static String encode(String key) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : key.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == ' ') {
        encoded.append('+');
      } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "/.-_*".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(PERCENT.toHexDigits(b));
      }
    }
    return encoded.toString();
  }
}
