package io.quotemark.claims;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quotemark.fixtures.BesideProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The passages annotated by hand, as maps; they stand outside the project. */
public final class Gold {
  private Gold() {}

  /** The test is skipped where they are absent. */
  public static List<Map<String, Object>> passages() throws IOException {
    Path file = BesideProject.required("data/claims/dev.jsonl");
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
