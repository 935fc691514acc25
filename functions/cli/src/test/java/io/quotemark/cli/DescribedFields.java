package io.quotemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of openapi.json beside those of answers: which were sent and are not described, and
 * which are described and were never sent. A field is known by its place, {@code Claim.basis.field}
 * or {@code scorecard 200.articles}.
 */
final class DescribedFields {
  private static final String REFERENCE = "#/components/";

  /** A schema at its place. */
  private record Part(String place, JsonNode schema) {}

  private final JsonNode document;
  private final Set<String> sent = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();

  DescribedFields(JsonNode document) {
    this.document = document;
  }

  /** Notes the fields of an answer of the operation. */
  void see(String operation, int status, String type, JsonNode body) {
    JsonNode found = operation(operation);
    JsonNode response = followed(found.path("responses").path(Integer.toString(status)));
    JsonNode schema = response.path("content").path(type).path("schema");
    see(List.of(new Part(found.path("operationId").asText() + " " + status, schema)), body);
  }

  /** Notes the fields of a value that a component describes. */
  void see(String component, JsonNode body) {
    see(List.of(component(component)), body);
  }

  /**
   * Notes the fields of the examples of what is sent to others; what is sent has a test of its own.
   */
  void seeWebhooks() {
    document
        .path("webhooks")
        .properties()
        .forEach(webhook -> {
          for (JsonNode method : webhook.getValue()) {
            for (JsonNode content : method.path("requestBody").path("content")) {
              String place = "webhook " + webhook.getKey();
              if (content.has("example")) {
                see(List.of(new Part(place, content.path("schema"))), content.path("example"));
              }
            }
          }
        });
  }

  /** Sent, and in no schema. */
  Set<String> notDescribed() {
    return unknown;
  }

  /** In a schema of an answer, and in no answer that was seen. */
  Set<String> neverSent() {
    Set<String> described = new TreeSet<>();
    Set<String> done = new TreeSet<>();
    for (JsonNode methods : document.path("paths")) {
      for (JsonNode operation : methods) {
        operation
            .path("responses")
            .properties()
            .forEach(response -> {
              String place = operation.path("operationId").asText() + " " + response.getKey();
              for (JsonNode content : followed(response.getValue()).path("content")) {
                describe(new Part(place, content.path("schema")), described, done);
              }
            });
      }
    }
    described.removeAll(sent);
    return described;
  }

  /** Every field and parameter, operation, tag and component without a description. */
  Set<String> withoutDescription() {
    Set<String> out = new TreeSet<>();
    JsonNode schemas = document.path("components").path("schemas");
    schemas
        .properties()
        .forEach(one -> {
          if (!one.getValue().has("description")) {
            out.add(one.getKey());
          }
          undescribed(new Part(one.getKey(), one.getValue()), out);
        });
    for (String section : List.of("paths", "webhooks")) {
      for (JsonNode methods : document.path(section)) {
        for (JsonNode operation : methods) {
          undescribedOperation(operation, out);
        }
      }
    }
    return out;
  }

  private void undescribedOperation(JsonNode operation, Set<String> out) {
    String id = operation.path("operationId").asText();
    for (String member : List.of("summary", "description", "tags")) {
      if (!operation.has(member)) {
        out.add(id + " " + member);
      }
    }
    for (JsonNode tag : operation.path("tags")) {
      boolean known = false;
      for (JsonNode one : document.path("tags")) {
        known |= one.path("name").equals(tag) && one.has("description");
      }
      if (!known) {
        out.add("tag " + tag.asText());
      }
    }
    for (JsonNode parameter : operation.path("parameters")) {
      if (!followed(parameter).has("description")) {
        out.add(id + " parameter " + followed(parameter).path("name").asText());
      }
    }
    List<JsonNode> contents = new ArrayList<>();
    contents.add(operation.path("requestBody"));
    for (JsonNode response : operation.path("responses")) {
      contents.add(followed(response));
      for (Map.Entry<String, JsonNode> header : followed(response).path("headers").properties()) {
        if (!header.getValue().has("description")) {
          out.add(id + " header " + header.getKey());
        }
      }
    }
    for (JsonNode owner : contents) {
      for (JsonNode content : owner.path("content")) {
        undescribed(new Part(id, content.path("schema")), out);
      }
    }
  }

  private void undescribed(Part part, Set<String> out) {
    for (Map.Entry<String, JsonNode> field : part.schema().path("properties").properties()) {
      if (!field.getValue().has("description") && !field.getValue().has("$ref")) {
        out.add(part.place() + "." + field.getKey());
      }
      undescribed(new Part(part.place() + "." + field.getKey(), field.getValue()), out);
    }
    for (Part inner : inner(part)) {
      undescribed(inner, out);
    }
  }

  private void see(List<Part> parts, JsonNode value) {
    List<Part> whole = new ArrayList<>();
    parts.forEach(part -> resolve(part, value, whole));
    if (value.isArray()) {
      for (JsonNode element : value) {
        see(whole.stream().filter(p -> p.schema().has("items")).map(this::items).toList(), element);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      List<Part> described = new ArrayList<>();
      for (Part part : whole) {
        JsonNode named = part.schema().path("properties").path(field.getKey());
        JsonNode others = part.schema().path("additionalProperties");
        if (!named.isMissingNode()) {
          String place = part.place() + "." + field.getKey();
          sent.add(place);
          described.add(new Part(place, named));
        } else if (others.isObject()) {
          described.add(new Part(part.place() + ".*", others));
        } else if (isOpen(part.schema())) {
          return;
        }
      }
      if (described.isEmpty()) {
        unknown.add(parts.getFirst().place() + "." + field.getKey());
      } else {
        see(described, field.getValue());
      }
    }
  }

  /** Whether it is any object, as the result of a method of another protocol. */
  private static boolean isOpen(JsonNode schema) {
    return !schema.has("properties") && !schema.has("additionalProperties");
  }

  /**
   * The schemas that describe the value: references followed, of alternatives the one that fits.
   */
  private void resolve(Part part, JsonNode value, List<Part> out) {
    JsonNode schema = part.schema();
    if (schema.has("$ref")) {
      String name =
          schema.path("$ref").asText().substring(REFERENCE.length() + "schemas/".length());
      resolve(component(name), value, out);
      return;
    }
    for (JsonNode all : schema.path("allOf")) {
      resolve(new Part(part.place(), all), value, out);
    }
    for (JsonNode one : schema.path("anyOf")) {
      List<Part> inner = new ArrayList<>();
      resolve(new Part(part.place(), one), value, inner);
      if (inner.stream().allMatch(p -> fits(p.schema(), value))) {
        out.addAll(inner);
      }
    }
    if (!schema.has("allOf") && !schema.has("anyOf")) {
      out.add(part);
    }
  }

  private static boolean fits(JsonNode schema, JsonNode value) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        return false;
      }
    }
    String type = schema.path("type").asText("object");
    return value.isObject() ? type.equals("object") : !type.equals("object");
  }

  private void describe(Part part, Set<String> out, Set<String> done) {
    JsonNode schema = part.schema();
    if (schema.has("$ref")) {
      String name =
          schema.path("$ref").asText().substring(REFERENCE.length() + "schemas/".length());
      if (done.add(name)) {
        describe(component(name), out, done);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String place = part.place() + "." + field.getKey();
      out.add(place);
      describe(new Part(place, field.getValue()), out, done);
    }
    inner(part).forEach(one -> describe(one, out, done));
  }

  private List<Part> inner(Part part) {
    List<Part> out = new ArrayList<>();
    for (String several : List.of("allOf", "anyOf", "oneOf")) {
      part.schema().path(several).forEach(one -> out.add(new Part(part.place(), one)));
    }
    if (part.schema().has("items")) {
      out.add(items(part));
    }
    if (part.schema().path("additionalProperties").isObject()) {
      out.add(new Part(part.place() + ".*", part.schema().path("additionalProperties")));
    }
    return out;
  }

  private Part items(Part part) {
    return new Part(part.place(), part.schema().path("items"));
  }

  private Part component(String name) {
    return new Part(name, document.path("components").path("schemas").path(name));
  }

  private JsonNode operation(String operation) {
    String[] parts = operation.split(" ", 2);
    return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(java.util.Locale.ROOT));
  }

  private JsonNode followed(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
