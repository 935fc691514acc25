package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer for HTTP API (payload 2.0).
 *
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {
  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  public HttpResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body);
  }

  /** Whether the body is UTF-8, and not compressed. */
  public boolean isText() {
    String type = headers.getOrDefault("content-type", "");
    return !headers.containsKey("content-encoding")
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"));
  }

  public byte[] toEvent() {
    boolean text = isText();
    return Json.write(out -> {
      out.writeStartObject();
      out.writeNumberField("statusCode", status);
      out.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : new TreeMap<>(headers).entrySet()) {
        out.writeStringField(header.getKey(), header.getValue());
      }
      out.writeEndObject();
      out.writeStringField(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
      out.writeBooleanField("isBase64Encoded", !text);
      out.writeEndObject();
    });
  }
}
