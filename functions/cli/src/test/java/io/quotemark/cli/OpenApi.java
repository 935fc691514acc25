package io.quotemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The served OpenAPI document, against which answers are held. */
final class OpenApi {
  /**
   * Of the gateway, before a function runs; the document says that they are no problem documents.
   */
  private static final Set<Integer> OF_THE_GATEWAY = Set.of(403, 404, 413, 414);

  private final JsonNode document;
  private final Map<JsonNode, Schema> schemas = new HashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          b ->
              b.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  OpenApi(String json) throws IOException {
    this.document = new ObjectMapper().readTree(json);
  }

  /** {@code GET /v1/articles/{id}} … */
  Set<String> operations() {
    Set<String> out = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(m -> out.add(m.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return out;
  }

  /** Its parameters, references followed. */
  List<JsonNode> parameters(String operation) {
    List<JsonNode> out = new ArrayList<>();
    operation(operation).path("parameters").forEach(p -> out.add(followed(p)));
    return out;
  }

  /** What of the answer the document does not say; empty where it is as described. */
  List<String> faults(String operation, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
    int status = answer.statusCode();
    if (OF_THE_GATEWAY.contains(status) && answer.body().startsWith("{\"message\":")) {
      return List.of();
    }
    JsonNode response =
        followed(operation(operation).path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not described: " + answer.body());
    }
    if (status == 304) {
      return answer.body().isEmpty() ? List.of() : List.of("a 304 with a body");
    }
    JsonNode content = response.path("content").path(type);
    if (content.isMissingNode()) {
      return List.of("content type " + type + " of a " + status + " is not described");
    }
    return isJson(type) ? against(content.path("schema"), answer.body()) : List.of();
  }

  /** What of an event the document does not say; empty where it is as described. */
  List<String> eventFaults(String type, String event) {
    JsonNode schema =
        document
            .path("webhooks")
            .path(type)
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    return schema.isMissingNode()
        ? List.of("event " + type + " is not described")
        : against(schema, event);
  }

  /** Examples in the document that its own schemas refuse. */
  List<String> wrongExamples() {
    List<String> out = new ArrayList<>();
    for (String operation : operations()) {
      for (JsonNode response : operation(operation).path("responses")) {
        followed(response)
            .path("content")
            .properties()
            .forEach(content -> {
              JsonNode example = content.getValue().path("example");
              if (isJson(content.getKey()) && !example.isMissingNode()) {
                against(content.getValue().path("schema"), example.toString())
                    .forEach(fault -> out.add(operation + ": " + fault));
              }
            });
      }
    }
    return out;
  }

  /** Parameters, bodies and answers of the document that come without an example. */
  List<String> withoutExample() {
    List<String> out = new ArrayList<>();
    for (String operation : operations()) {
      for (JsonNode parameter : parameters(operation)) {
        if (!parameter.has("example")) {
          out.add(operation + " parameter " + parameter.path("name").asText());
        }
      }
      examples(operation(operation).path("requestBody"), operation + " body", out);
      operation(operation)
          .path("responses")
          .properties()
          .forEach(response ->
              examples(followed(response.getValue()), operation + " " + response.getKey(), out));
    }
    return out;
  }

  private static void examples(JsonNode owner, String what, List<String> missing) {
    owner
        .path("content")
        .properties()
        .forEach(content -> {
          if (!content.getValue().has("example")) {
            missing.add(what + " " + content.getKey());
          }
        });
  }

  private static boolean isJson(String type) {
    return type.equals("application/json") || type.equals("application/problem+json");
  }

  private List<String> against(JsonNode schema, String body) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(body, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  /** The schema with what its references lead to. */
  private Schema compiled(JsonNode schema) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return registry.getSchema(whole);
  }

  private JsonNode operation(String operation) {
    String[] parts = operation.split(" ", 2);
    return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
  }

  private JsonNode followed(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
