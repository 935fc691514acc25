package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A mapping of the template with typed access; a missing section is an empty one. */
record Section(Map<String, Object> values) {
  private static final Section EMPTY = new Section(Map.of());

  @SuppressWarnings("unchecked")
  static Section of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Section((Map<String, Object>) map);
    }
    throw new IllegalArgumentException("expected a mapping, found " + value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Section section(String name) {
    Object value = values.get(name);
    return value == null ? EMPTY : of(value);
  }

  List<Section> sections(String name) {
    return list(name).stream().map(Section::of).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  List<?> list(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(name + " is not a list: " + value);
  }

  String text(String name) {
    Object value = values.get(name);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException(name + " is not plain text in " + values.keySet());
  }

  String text(String name, String otherwise) {
    return values.containsKey(name) ? text(name) : otherwise;
  }

  int number(String name, int otherwise) {
    return values.containsKey(name) ? Integer.parseInt(text(name)) : otherwise;
  }

  /** The logical id a reference points at. */
  String target(String name) {
    return Intrinsics.target(values.get(name));
  }

  /** The pattern of a {@code !Sub}. */
  String substitution(String name) {
    return section(name).text("Fn::Sub");
  }

  void forEach(BiConsumer<String, Section> each) {
    values.forEach((name, value) -> each.accept(name, of(value)));
  }
}
