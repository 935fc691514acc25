package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP API payload format 2.0, both ways:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
final class HttpEvent {
  private static final Pattern TEXTUAL =
      Pattern.compile("text/.*|application/(json|xml|javascript|[^;]*\\+(json|xml)).*");

  private HttpEvent() {}

  /**
   * @param headers names in lower case, values of one name joined by a comma
   *     <p>The bytes are handed over, never compared.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Request(
      String method,
      String rawPath,
      @Nullable String rawQuery,
      Map<String, String> headers,
      byte[] body,
      Instant time) {
    Request {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * @param headers names as the function wrote them
   *     <p>The bytes are handed over, never compared.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Response(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    Response {
      headers = Map.copyOf(headers);
      cookies = List.copyOf(cookies);
    }
  }

  static String json(Request request, RouteTable.Match match) {
    return Json.write(json -> {
      String path = RouteTable.path(request.rawPath());
      String query = request.rawQuery() == null ? "" : request.rawQuery();
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", match.route().key());
      json.writeStringField("rawPath", path);
      json.writeStringField("rawQueryString", query);
      cookies(json, request.headers().get("cookie"));
      Map<String, String> headers = new LinkedHashMap<>(request.headers());
      headers.remove("cookie");
      strings(json, "headers", headers);
      if (!query.isEmpty()) {
        strings(json, "queryStringParameters", parameters(query));
      }
      if (!match.parameters().isEmpty()) {
        strings(json, "pathParameters", match.parameters());
      }
      context(json, request, match, path);
      body(json, request);
      json.writeEndObject();
    });
  }

  /** They stand beside the headers, each by itself. */
  private static void cookies(JsonGenerator json, @Nullable String header) throws IOException {
    if (header == null) {
      return;
    }
    json.writeArrayFieldStart("cookies");
    for (String cookie : header.split(";", -1)) {
      if (!cookie.isBlank()) {
        json.writeString(cookie.strip());
      }
    }
    json.writeEndArray();
  }

  private static void context(
      JsonGenerator json, Request request, RouteTable.Match match, String path) throws IOException {
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("accountId", Clients.ACCOUNT);
    json.writeStringField("apiId", "local");
    json.writeStringField("domainName", request.headers().getOrDefault("host", Loopback.HOST));
    json.writeStringField("requestId", UUID.randomUUID().toString());
    json.writeStringField("routeKey", match.route().key());
    json.writeStringField("stage", "$default");
    json.writeStringField("time", request.time().toString());
    json.writeNumberField("timeEpoch", request.time().toEpochMilli());
    json.writeObjectFieldStart("http");
    json.writeStringField("method", request.method());
    json.writeStringField("path", path);
    json.writeStringField("protocol", "HTTP/1.1");
    json.writeStringField("sourceIp", Loopback.HOST);
    json.writeStringField("userAgent", request.headers().getOrDefault("user-agent", ""));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Text as text, all else in base64; so is text that is not UTF-8. */
  private static void body(JsonGenerator json, Request request) throws IOException {
    if (request.body().length == 0) {
      json.writeBooleanField("isBase64Encoded", false);
      return;
    }
    String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    Optional<String> text =
        TEXTUAL.matcher(type).matches() && !request.headers().containsKey("content-encoding")
            ? utf8(request.body())
            : Optional.empty();
    json.writeStringField(
        "body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
    json.writeBooleanField("isBase64Encoded", text.isEmpty());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static void strings(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  /** Several values of one name are joined by a comma. */
  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
        parameters.merge(
            URLDecoder.decode(parts[0], UTF_8), value, (first, second) -> first + "," + second);
      }
    }
    return parameters;
  }

  /** Without a {@code statusCode} the whole answer is the body of a 200, as at the gateway. */
  static Response response(byte[] answer) throws IOException {
    int status = 0;
    String body = "";
    boolean base64 = false;
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    try (JsonParser json = Json.FACTORY.createParser(answer)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          switch (name) {
            case "statusCode" -> status = json.getIntValue();
            case "body" -> body = json.getValueAsString("");
            case "isBase64Encoded" -> base64 = json.getBooleanValue();
            case "headers" -> headers(json, headers);
            case "cookies" -> cookies(json, cookies);
            default -> json.skipChildren();
          }
        }
      }
    }
    if (status == 0) {
      return new Response(200, Map.of("content-type", "application/json"), List.of(), answer);
    }
    byte[] bytes = base64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    return new Response(status, headers, cookies, bytes);
  }

  private static void headers(JsonParser json, Map<String, String> headers) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      headers.put(name, json.getValueAsString(""));
    }
  }

  private static void cookies(JsonParser json, List<String> cookies) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      cookies.add(json.getText());
    }
  }
}
