package io.quotemark.local.cloud;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The filters of a mapping, in EventBridge's form: a change goes to the function where one of them
 * matches it. Of that form this knows texts, {@code prefix}, and members that are objects.
 */
final class StreamFilter {
  private final List<Node> patterns;

  /**
   * @param patterns JSON; none lets everything pass
   */
  StreamFilter(List<String> patterns) {
    this.patterns =
        patterns.stream().map(p -> Json.read(p.getBytes(StandardCharsets.UTF_8))).toList();
  }

  boolean passes(Node record) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, record));
  }

  private static boolean matches(Node pattern, Node value) {
    if (pattern.isArray()) {
      return pattern.elements().stream().anyMatch(choice -> isOne(choice, value));
    }
    return pattern.members().entrySet().stream()
        .allMatch(member -> matches(member.getValue(), value.at(member.getKey())));
  }

  private static boolean isOne(Node choice, Node value) {
    if (!value.isPresent() || value.isObject()) {
      return false;
    }
    if (choice.isObject()) {
      if (choice.members().size() != 1 || !choice.at("prefix").isPresent()) {
        throw new IllegalArgumentException("a filter of a kind that is not known here: " + choice);
      }
      return value.text().startsWith(choice.at("prefix").text());
    }
    return value.text().equals(choice.text());
  }
}
