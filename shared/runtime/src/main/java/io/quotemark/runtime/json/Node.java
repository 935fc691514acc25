package io.quotemark.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that has been read, with the path to it for error messages. Numbers are kept as
 * their text. Absent and null are the same; what is of another type than asked for is {@link
 * Json.Malformed}.
 */
public final class Node {
  private final String path;
  private final @Nullable Object value;

  Node(String path, @Nullable Object value) {
    this.path = path;
    this.value = value;
  }

  public Node at(String name) {
    return new Node(path + "." + name, value instanceof Map<?, ?> object ? object.get(name) : null);
  }

  public boolean isPresent() {
    return value != null;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isArray() {
    return value instanceof List;
  }

  public @Nullable String textOrNull() {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value == null ? null : value.toString();
    }
    throw new Json.Malformed(path + " should be a text", null);
  }

  public String text() {
    String text = textOrNull();
    if (text == null) {
      throw new Json.Malformed(path + " is missing", null);
    }
    return text;
  }

  public String textOr(String otherwise) {
    String text = textOrNull();
    return text == null ? otherwise : text;
  }

  public boolean flag() {
    return Boolean.TRUE.equals(value) || "true".equals(value);
  }

  public @Nullable BigDecimal decimalOrNull() {
    String text = textOrNull();
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new Json.Malformed(path + " should be a decimal, not \"" + text + "\"", e);
    }
  }

  public BigDecimal decimal() {
    BigDecimal decimal = decimalOrNull();
    if (decimal == null) {
      throw new Json.Malformed(path + " is missing", null);
    }
    return decimal;
  }

  public long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      throw new Json.Malformed(path + " should be a whole number, not \"" + value + "\"", e);
    }
  }

  public int integer() {
    return Math.toIntExact(number());
  }

  /** Elements of an array; none where it is absent. */
  public List<Node> elements() {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new Json.Malformed(path + " should be a list", null);
    }
    List<Node> out = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      out.add(new Node(path + "[" + i + "]", list.get(i)));
    }
    return out;
  }

  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Node element : elements()) {
      texts.add(element.text());
    }
    return List.copyOf(texts);
  }

  /** Members of an object in written order; none where it is absent. */
  public Map<String, Node> members() {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> object)) {
      throw new Json.Malformed(path + " should be an object", null);
    }
    Map<String, Node> out = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : object.entrySet()) {
      String name = String.valueOf(member.getKey());
      out.put(name, new Node(path + "." + name, member.getValue()));
    }
    return out;
  }

  @Override
  public String toString() {
    return path + " = " + value;
  }
}
