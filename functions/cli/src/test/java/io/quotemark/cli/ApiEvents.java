package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quotemark.local.cloud.Clients;
import io.quotemark.serve.Handler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/** The API's function without a gateway: what it answers to events. */
final class ApiEvents {
  /** Half a pair of surrogates, too, can be written as an escape. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** The function asks nothing of it. */
  private static final Context NO_CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              ApiEvents.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private final Handler handler;

  /** The function on the stores of a pipeline, unless others are named. */
  ApiEvents(Pipeline pipeline, URI dynamoDb, URI s3) {
    this.handler =
        new Handler(
            Map.ofEntries(
                Map.entry("AWS_REGION", Clients.REGION),
                Map.entry("AUTH_MODE", "IAM"),
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString()),
                Map.entry("AWS_ENDPOINT_URL_S3", s3.toString()),
                Map.entry("BUCKET", pipeline.cloud().bucket()),
                Map.entry("ARTICLES_TABLE", "ArticlesTable"),
                Map.entry("PRICES_TABLE", "PricesTable"),
                Map.entry("TEXT_ROUTES", "on"),
                Map.entry("STACK", "test"),
                Map.entry("LOG_LEVEL", "WARN")));
  }

  ApiEvents(Pipeline pipeline) {
    this(pipeline, pipeline.cloud().dynamoDb(), pipeline.cloud().s3());
  }

  /** An answer as the gateway reads it. */
  record Answer(int status, JsonNode headers, String body) {
    String header(String name) {
      return headers.path(name).asText("");
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /** An event of payload version 2.0; what else it holds is put into it. */
  static ObjectNode event(String method, String path) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("rawQueryString", "");
    event.putObject("headers");
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "r-1").put("domainName", "localhost");
    context.putObject("http").put("method", method).put("path", path);
    return event.put("isBase64Encoded", false);
  }

  Answer answer(JsonNode event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, NO_CONTEXT);
    JsonNode answer = JSON.readTree(out.toByteArray());
    String body = answer.path("body").asText("");
    return new Answer(
        answer.path("statusCode").asInt(),
        answer.path("headers"),
        answer.path("isBase64Encoded").asBoolean()
            ? new String(Base64.getDecoder().decode(body), UTF_8)
            : body);
  }

  Answer get(String path) throws IOException {
    return answer(event("GET", path));
  }
}
