package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The tools that an assistant sees are operations of openapi.json: what goes in and what comes out
 * is the contract's. {@code -Dquotemark.write=true} writes tools.json.
 */
class McpToolsTest {
  private static final Path SERVE =
      Places.home().resolve("functions/serve-api/src/main/resources/io/quotemark/serve");
  private static final Path TOOLS = SERVE.resolve("mcp/tools.json");
  private static final String COMPONENT = "#/components/schemas/";

  /** What an assistant has to understand to cite; of other components their form is enough. */
  private static final Set<String> SAID =
      Set.of("Answer", "AnswerStatement", "CitedValue", "Origin", "PriceAsOf", "Verdict");

  private static final int MOST_TEXT = 200_000;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void tools_areOperationsOfTheContract() throws IOException {
    JsonNode contract = json.readTree(SERVE.resolve("openapi.json").toFile());
    ArrayNode tools = json.createArrayNode();
    for (String line : Files.readAllLines(SERVE.resolve("mcp/tools.tsv"))) {
      if (!line.startsWith("#") && !line.startsWith("tool\t")) {
        tools.add(tool(contract, line.split("\t", -1)));
      }
    }
    if (Boolean.getBoolean("quotemark.write")) {
      Files.writeString(TOOLS, json.writeValueAsString(tools));
    }
    assertThat(json.readTree(TOOLS.toFile()))
        .as("tools.json; after a change: mvn test -Dtest=McpToolsTest -Dquotemark.write=true")
        .isEqualTo(tools);
    assertThat(tools.size()).isGreaterThan(4);
  }

  /**
   * @param row name, method, path, query, body, without, title, description
   */
  private ObjectNode tool(JsonNode contract, String[] row) {
    JsonNode operation = contract.path("paths").path(row[2]).path(row[1].toLowerCase(Locale.ROOT));
    assertThat(operation.isObject()).as(row[1] + " " + row[2]).isTrue();
    ObjectNode tool = json.createObjectNode();
    tool.put("name", row[0]);
    tool.put("title", row[6]);
    tool.put("description", row[7]);
    tool.set("inputSchema", input(contract, operation, row[4], Set.copyOf(words(row[5]))));
    tool.set("outputSchema", output(contract, operation));
    tool.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
    return tool;
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ", -1));
  }

  private ObjectNode input(
      JsonNode contract, JsonNode operation, String body, Set<String> without) {
    ObjectNode schema = json.createObjectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = json.createArrayNode();
    if (!body.isEmpty()) {
      properties
          .putObject(body)
          .put("type", "string")
          .put("minLength", 1)
          .put("maxLength", MOST_TEXT)
          .put(
              "description", "the text to check, in any of the languages that claims are found in");
      required.add(body);
    }
    for (JsonNode stated : operation.path("parameters")) {
      JsonNode parameter =
          stated.has("$ref") ? contract.at(stated.path("$ref").asText().substring(1)) : stated;
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("header") || without.contains(name)) {
        continue;
      }
      ObjectNode property = inlined(contract, parameter.path("schema")).deepCopy();
      if (parameter.has("description")) {
        property.put("description", parameter.path("description").asText());
      }
      properties.set(name, property);
      if (parameter.path("required").asBoolean()) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  /** With its components in place of their names, but for what they say to people. */
  private JsonNode inlined(JsonNode contract, JsonNode schema) {
    if (schema.has("$ref")) {
      ObjectNode component = contract.at(schema.path("$ref").asText().substring(1)).deepCopy();
      component.remove("description");
      return component;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode out = json.createObjectNode();
    schema.properties().forEach(part -> out.set(part.getKey(), inlined(contract, part.getValue())));
    return out;
  }

  /** With the components that it names beside it, as a schema on its own needs them. */
  private ObjectNode output(JsonNode contract, JsonNode operation) {
    JsonNode answer = operation.at("/responses/200/content/application~1json/schema");
    ObjectNode schema = moved(answer).deepCopy();
    if (!schema.has("type")) {
      schema.put("type", "object");
    }
    Set<String> needed = new TreeSet<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(answer));
    while (!open.isEmpty()) {
      for (JsonNode ref : open.pop().findValues("$ref")) {
        String name = ref.asText().substring(COMPONENT.length());
        if (needed.add(name)) {
          open.push(contract.path("components").path("schemas").path(name));
        }
      }
    }
    if (!needed.isEmpty()) {
      ObjectNode definitions = schema.putObject("$defs");
      for (String name : needed) {
        JsonNode component = moved(contract.path("components").path("schemas").path(name));
        definitions.set(name, SAID.contains(name) ? component : unsaid(component));
      }
    }
    return schema;
  }

  /** Without the words for people: an assistant reads the list of tools before each talk. */
  private JsonNode unsaid(JsonNode schema) {
    if (schema.isArray()) {
      ArrayNode out = json.createArrayNode();
      schema.forEach(one -> out.add(unsaid(one)));
      return out;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode out = json.createObjectNode();
    schema
        .properties()
        .forEach(part -> {
          // a property may itself be called "description"
          if (!part.getKey().equals("description") || !part.getValue().isTextual()) {
            out.set(part.getKey(), unsaid(part.getValue()));
          }
        });
    return out;
  }

  private JsonNode moved(JsonNode schema) {
    try {
      return json.readTree(schema.toString().replace(COMPONENT, "#/$defs/"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
