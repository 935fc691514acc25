package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer for HTTP API (payload 2.0).
 *
 * @param headers names in lower case
 * @param cookies each the value of a header Set-Cookie
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpResponse(
    int status, Map<String, String> headers, byte[] body, List<String> cookies) {
  public HttpResponse {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  public HttpResponse(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, List.of());
  }

  public HttpResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body, cookies);
  }

  /** The same with another body under the same headers. */
  public HttpResponse withBody(byte[] other) {
    return new HttpResponse(status, headers, other, cookies);
  }

  /**
   * The same with one more cookie.
   *
   * @param cookie the value of a header Set-Cookie
   */
  public HttpResponse withCookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new HttpResponse(status, headers, body, more);
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
      if (!cookies.isEmpty()) {
        out.writeArrayFieldStart("cookies");
        for (String cookie : cookies) {
          out.writeString(cookie);
        }
        out.writeEndArray();
      }
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
