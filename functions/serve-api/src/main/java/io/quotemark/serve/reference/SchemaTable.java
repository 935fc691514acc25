package io.quotemark.serve.reference;

import io.quotemark.runtime.json.Node;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a schema as a table; a field inside another is named with it, {@code a.b}. */
final class SchemaTable {
  static final String PAGE = "/docs/schemas";
  private static final String REFERENCE = "#/components/schemas/";
  private static final List<String> SEVERAL = List.of("allOf", "anyOf", "oneOf");

  private SchemaTable() {}

  /** Nothing for a schema without fields. */
  static Html of(Node schema) {
    List<Html> rows = new ArrayList<>();
    rows(schema, "", rows);
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <table class="fields"><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">What it is</th></tr></thead>
            <tbody>{}</tbody></table>
            """,
            rows);
  }

  private static void rows(Node schema, String prefix, List<Html> rows) {
    List<String> required = schema.at("required").texts();
    for (Map.Entry<String, Node> field : schema.at("properties").members().entrySet()) {
      String name = prefix + field.getKey();
      Node described = field.getValue();
      rows.add(
          Template.of(
                  "<tr><th scope=\"row\"><code>{name}</code>{optional}</th><td>{type}</td><td>{description}</td></tr>\n")
              .with("name", name)
              .with(
                  "optional",
                  Html.when(
                      !required.contains(field.getKey()),
                      Html.of(" <span class=\"small\">may be absent</span>")))
              .with("type", type(described))
              .with("description", Prose.inline(described.at("description").textOr("")))
              .html());
      inside(described, name, rows);
    }
    for (String several : SEVERAL) {
      schema.at(several).elements().forEach(one -> rows(one, prefix, rows));
    }
  }

  private static void inside(Node schema, String name, List<Html> rows) {
    rows(schema, name + ".", rows);
    if (schema.at("items").isPresent()) {
      inside(schema.at("items"), name + "[]", rows);
    }
    Node others = schema.at("additionalProperties");
    if (others.isObject()) {
      inside(others, name + ".*", rows);
    }
  }

  /** Its type in words: "decimal", "list of Claim", the values of a closed set. */
  static Html type(Node schema) {
    String reference = schema.at("$ref").textOr("");
    if (!reference.isEmpty()) {
      String name = reference.substring(REFERENCE.length());
      return Template.of("<a href=\"{page}#{name}\">{name}</a>")
          .with("page", PAGE)
          .with("name", name)
          .html();
    }
    if (schema.at("items").isPresent()) {
      return Html.of("list of {}", type(schema.at("items")));
    }
    if (schema.at("enum").isPresent()) {
      List<Html> values =
          schema.at("enum").elements().stream()
              .map(one -> Html.of("<code>{}</code>", one.isPresent() ? one.text() : "null"))
              .toList();
      return Html.join(values.stream().map(value -> Html.of("{} ", value)).toList());
    }
    for (String several : SEVERAL) {
      List<Html> alternatives =
          schema.at(several).elements().stream().map(SchemaTable::type).toList();
      if (!alternatives.isEmpty()) {
        return Html.of("{}{}", alternatives.getFirst(), rest(alternatives));
      }
    }
    return Html.of("{}", plain(schema));
  }

  private static List<Html> rest(List<Html> alternatives) {
    return alternatives.stream().skip(1).map(one -> Html.of(" or {}", one)).toList();
  }

  private static String plain(Node schema) {
    if (schema.at("const").isPresent()) {
      return "always " + schema.at("const").text();
    }
    List<String> types = names(schema.at("type"));
    String format = schema.at("format").textOr("");
    boolean decimal = schema.at("pattern").textOr("").contains("[0-9]+(\\.");
    List<String> words = new ArrayList<>();
    for (String type : types) {
      boolean text = type.equals("string");
      words.add(
          text && !format.isEmpty() ? format : text && decimal ? "decimal as a string" : type);
    }
    return words.isEmpty() ? "any" : String.join(" or ", words);
  }

  private static List<String> names(Node type) {
    if (type.isArray()) {
      return type.texts();
    }
    return type.isPresent() ? List.of(type.text()) : List.of();
  }
}
