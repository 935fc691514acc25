package io.quotemark.serve.reference;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** openapi.json as it is served, read for its pages. */
record Contract(Node document) {
  private static final String FILE = "/io/quotemark/serve/openapi.json";

  /**
   * An operation.
   *
   * @param method in capitals
   */
  record Operation(String method, String path, Node node) {
    String id() {
      return node.at("operationId").text();
    }

    String tag() {
      return node.at("tags").texts().getFirst();
    }
  }

  /** A tag with what it is about. */
  record Tag(String name, String description) {}

  static Contract read() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + FILE);
      }
      return new Contract(Json.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE + " from the jar", e);
    }
  }

  List<Tag> tags() {
    return document.at("tags").elements().stream()
        .map(tag -> new Tag(tag.at("name").text(), tag.at("description").text()))
        .toList();
  }

  /** In the order of the document. */
  List<Operation> operations() {
    List<Operation> out = new ArrayList<>();
    document
        .at("paths")
        .members()
        .forEach((path, methods) ->
            methods
                .members()
                .forEach((method, node) ->
                    out.add(new Operation(method.toUpperCase(Locale.ROOT), path, node))));
    return out;
  }

  List<Operation> operations(String tag) {
    return operations().stream().filter(operation -> operation.tag().equals(tag)).toList();
  }

  /** Events that are posted to others, by name. */
  Map<String, Node> webhooks(String tag) {
    Map<String, Node> out = new LinkedHashMap<>();
    document
        .at("webhooks")
        .members()
        .forEach((name, methods) -> {
          Node event = methods.members().values().iterator().next();
          if (event.at("tags").texts().contains(tag)) {
            out.put(name, event);
          }
        });
    return out;
  }

  Map<String, Node> schemas() {
    return document.at("components").at("schemas").members();
  }

  /** What a reference leads to; the node itself where it is none. */
  Node followed(Node node) {
    String reference = node.at("$ref").textOr("");
    Node at = reference.isEmpty() ? node : document;
    for (String part : reference.isEmpty() ? List.<String>of() : List.of(reference.split("/"))) {
      at = part.equals("#") ? at : at.at(part);
    }
    return at;
  }
}
