package io.quotemark.claims;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The passages annotated by hand, as maps; they stand outside the project. */
final class Gold {
  private Gold() {}

  /** The file under {@code ../shared} (or {@code -Dquotemark.shared}); null where it is absent. */
  static @Nullable Path file() {
    String given = System.getProperty("quotemark.shared");
    Path shared = given == null ? null : Path.of(given);
    for (Path at = Path.of("").toAbsolutePath();
        shared == null && at != null;
        at = at.getParent()) {
      if (Files.exists(at.resolve("template.yaml"))) {
        shared = at.resolveSibling("shared");
      }
    }
    Path file = shared == null ? null : shared.resolve("data/claims/dev.jsonl");
    return file != null && Files.exists(file) ? file : null;
  }

  static List<Map<String, Object>> passages(Path file) throws IOException {
    List<Map<String, Object>> passages = new ArrayList<>();
    JsonFactory factory = new JsonFactory();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        try (JsonParser parser = factory.createParser(line)) {
          parser.nextToken();
          passages.add(object(parser));
        }
      }
    }
    return passages;
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object value = value(parser);
          if (value != null) {
            list.add(value);
          }
        }
        yield list;
      }
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getText();
    };
  }
}
