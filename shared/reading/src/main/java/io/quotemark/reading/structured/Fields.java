package io.quotemark.reading.structured;

import io.quotemark.reading.DataLines;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object's values by the part of an article that they are, whatever the object calls them. */
final class Fields {
  private static final Map<Part, List<String>> NAMES = new EnumMap<>(Part.class);

  static {
    for (List<String> row : DataLines.of(Fields.class, "fields.tsv")) {
      NAMES.put(
          Part.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
          DataLines.parts(row.get(1)).stream().map(Fields::plain).toList());
    }
  }

  private final Map<String, Object> values = new HashMap<>();

  /** As fields.tsv has them. */
  enum Part {
    TITLE,
    AUTHORS,
    PUBLISHED,
    MODIFIED,
    SOURCE,
    ADDRESS,
    SECTION,
    LANGUAGE,
    TICKERS,
    BODY,
    MARKUP,
    SUMMARY,
    LIST,
    WRAPPER,
    INNER,
    TICKER
  }

  Fields(Map<?, ?> object) {
    object.forEach((name, value) -> {
      if (value != null && !(value instanceof String text && text.isBlank())) {
        values.putIfAbsent(plain(String.valueOf(name)), value);
      }
    });
  }

  /** All values there are for a part, by name, the best first. */
  Map<String, Object> all(Part part) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (String name : NAMES.getOrDefault(part, List.of())) {
      Object value = values.get(name);
      if (value != null) {
        out.put(name, value);
      }
    }
    return out;
  }

  @Nullable Object first(Part part) {
    return all(part).values().stream().findFirst().orElse(null);
  }

  /** The first that has a text; of an object, what it is called. */
  @Nullable String text(Part part) {
    for (Object value : all(part).values()) {
      String text = text(value, part == Part.BODY ? Part.MARKUP : Part.INNER);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  static @Nullable String text(@Nullable Object value) {
    return text(value, Part.INNER);
  }

  private static @Nullable String text(@Nullable Object value, Part inside) {
    return switch (value) {
      case String text when !text.isBlank() -> text.strip();
      case Map<?, ?> inner -> new Fields(inner).text(inside);
      case List<?> list when !list.isEmpty() -> text(list.getFirst(), inside);
      case null, default -> null;
    };
  }

  /** {@code publishedAt}, {@code published_at} and {@code Published-At} are one name. */
  private static String plain(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        out.append(Character.toLowerCase(name.charAt(i)));
      }
    }
    return out.toString();
  }
}
