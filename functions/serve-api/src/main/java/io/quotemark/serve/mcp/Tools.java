package io.quotemark.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.json.Node;
import io.quotemark.text.ShippedLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant can ask for: each tool is an operation of the API. {@code tools.tsv} says
 * which.
 */
final class Tools {
  /**
   * @param path of the operation, its parameters in braces
   * @param query what is asked for whatever the arguments are, {@code as=answer}; empty where
   *     nothing
   * @param body the argument that is the request's body, empty where it has none
   */
  record Tool(String name, String method, String path, String query, String body) {
    /**
     * The operation's request.
     *
     * @throws IllegalArgumentException where an argument that the path needs is missing, or one is
     *     no text, number or list of texts; the message says which
     */
    HttpRequest request(String id, Node arguments) {
      Map<String, String> given = new LinkedHashMap<>();
      arguments
          .members()
          .forEach((argument, value) -> {
            String text = text(argument, value);
            if (text != null) {
              given.put(argument, text);
            }
          });
      StringBuilder at = new StringBuilder();
      for (String part : path.split("(?<=/)", -1)) {
        String trimmed = part.replace("/", "");
        if (trimmed.startsWith("{")) {
          at.append(segment(given, trimmed.substring(1, trimmed.length() - 1)));
          at.append(part.endsWith("/") ? "/" : "");
        } else {
          at.append(part);
        }
      }
      String text = body.isEmpty() ? "" : required(given, body);
      Map<String, String> asked = new TreeMap<>(given);
      for (String pair : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
        asked.putIfAbsent(
            pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
      return new HttpRequest(
          id,
          method,
          at.toString(),
          asked,
          Map.of("accept", "application/json", "content-type", "text/plain; charset=utf-8"),
          text.getBytes(UTF_8));
    }

    /** Nothing that would lead to another operation than the tool's. */
    private static String segment(Map<String, String> given, String name) {
      String value = required(given, name);
      if (value.indexOf('/') >= 0) {
        throw new IllegalArgumentException("the argument " + name + " has a stroke in it");
      }
      return value;
    }

    private static String required(Map<String, String> given, String name) {
      String value = given.remove(name);
      if (value == null || value.isEmpty()) {
        throw new IllegalArgumentException("the argument " + name + " is missing");
      }
      return value;
    }

    private static @Nullable String text(String argument, Node value) {
      if (value.isArray()) {
        return value.texts().stream().collect(Collectors.joining(","));
      }
      if (value.isObject()) {
        throw new IllegalArgumentException(
            "the argument " + argument + " is to be a text, a number or a list of texts");
      }
      return value.textOrNull();
    }
  }

  private static final Map<String, Tool> BY_NAME = new LinkedHashMap<>();

  static {
    for (List<String> row : ShippedLines.rows(Tools.class, "tools.tsv")) {
      Tool tool = new Tool(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
      BY_NAME.put(tool.name(), tool);
    }
  }

  private Tools() {}

  static @Nullable Tool named(String name) {
    return BY_NAME.get(name);
  }
}
