package io.quotemark.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message of JSON-RPC 2.0 that a client sent.
 *
 * @param id as JSON, to be sent back as it came; null for a notification, which nobody answers
 * @param params absent where there are none
 */
record Message(@Nullable String id, String method, Node params) {
  private static final String META = "io.modelcontextprotocol/";
  private static final JsonFactory JSON = new JsonFactory();

  /** Neither batches nor answers are taken: no revision from 2025-06-18 on has batches. */
  static final class NotAMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAMessage(String message) {
      super(message);
    }
  }

  /**
   * @throws Json.Malformed where the body is not JSON
   * @throws NotAMessage where it is no request and no notification
   */
  static Message read(byte[] body) {
    Node message = Json.read(body);
    if (!message.isObject()) {
      throw new NotAMessage("one message as a JSON object is expected");
    }
    Node method = message.at("method");
    if (!"2.0".equals(message.at("jsonrpc").textOrNull()) || !method.isPresent()) {
      throw new NotAMessage("jsonrpc \"2.0\" and a method are expected");
    }
    Node params = message.at("params");
    if (params.isPresent() && !params.isObject()) {
      throw new NotAMessage("params are to be an object");
    }
    return new Message(id(body), method.text(), params);
  }

  /** The request's own account of itself: its revision of the protocol, who asks. */
  Node meta(String name) {
    Node meta = params.at("_meta");
    return meta.isObject() ? meta.at(META + name) : params.at("no such member");
  }

  boolean isNotification() {
    return id == null;
  }

  /** A number stays a number, a text a text. */
  private static @Nullable String id(byte[] body) {
    try (JsonParser in = JSON.createParser(body)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("id")) {
          return id(in, value);
        }
        in.skipChildren();
      }
      return null;
    } catch (IOException e) {
      throw new Json.Malformed("not JSON: " + e.getMessage(), e);
    }
  }

  private static final Set<JsonToken> IDS =
      Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

  private static String id(JsonParser in, JsonToken value) throws IOException {
    if (!IDS.contains(value)) {
      throw new NotAMessage("an id is a text or a number");
    }
    String text = in.getText();
    return value == JsonToken.VALUE_STRING
        ? new String(Json.write(out -> out.writeString(text)), UTF_8)
        : text;
  }
}
