package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the contract writes its values: decimals as strings, enums in lower case, absent as null. */
final class Out {
  private Out() {}

  static void text(JsonGenerator out, String name, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value.toString());
    }
  }

  static void decimal(JsonGenerator out, String name, @Nullable BigDecimal value)
      throws IOException {
    text(out, name, value == null ? null : value.toPlainString());
  }

  static void lower(JsonGenerator out, String name, @Nullable Enum<?> value) throws IOException {
    text(out, name, value == null ? null : lower(value));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> @Nullable E upper(Class<E> type, Node node) {
    String text = node.textOrNull();
    try {
      return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Json.Malformed("no " + type.getSimpleName() + " is called \"" + text + "\"", e);
    }
  }

  static <E extends Enum<E>> E required(Class<E> type, Node node) {
    E value = upper(type, node);
    if (value == null) {
      throw new Json.Malformed(node + " is missing", null);
    }
    return value;
  }

  static void texts(JsonGenerator out, String name, Collection<?> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (Object value : values) {
      out.writeString(value.toString());
    }
    out.writeEndArray();
  }

  static void decimals(JsonGenerator out, String name, Map<String, BigDecimal> values)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, BigDecimal> entry : values.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue().toPlainString());
    }
    out.writeEndObject();
  }
}
