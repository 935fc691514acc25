package io.quotemark.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.Json;
import io.quotemark.serve.http.Answers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers of JSON-RPC 2.0. */
final class Reply {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;

  private Reply() {}

  /** For a notification: taken, and nothing to say. */
  static HttpResponse none() {
    return withStatus(202, Answers.json(new byte[0]));
  }

  static HttpResponse result(@Nullable String id, Json.Writer result) {
    return Answers.json(
        Json.write(out -> {
          begin(out, id);
          out.writeFieldName("result");
          result.to(out);
          out.writeEndObject();
        }));
  }

  static HttpResponse error(int status, @Nullable String id, int code, String message) {
    return error(status, id, code, message, null);
  }

  /**
   * @param data what the code says about itself, null where nothing
   */
  static HttpResponse error(
      int status, @Nullable String id, int code, String message, Json.@Nullable Writer data) {
    return withStatus(
        status,
        Answers.json(
            Json.write(out -> {
              begin(out, id);
              out.writeObjectFieldStart("error");
              out.writeNumberField("code", code);
              out.writeStringField("message", message);
              if (data != null) {
                out.writeFieldName("data");
                data.to(out);
              }
              out.writeEndObject();
              out.writeEndObject();
            })));
  }

  private static HttpResponse withStatus(int status, HttpResponse answer) {
    return new HttpResponse(status, answer.headers(), answer.body());
  }

  private static void begin(JsonGenerator out, @Nullable String id) throws IOException {
    out.writeStartObject();
    out.writeStringField("jsonrpc", "2.0");
    out.writeFieldName("id");
    out.writeRawValue(id == null ? "null" : id);
  }

  /** What an operation answered, as text. */
  static String text(HttpResponse answer) {
    return new String(answer.body(), UTF_8);
  }
}
