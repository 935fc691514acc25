package io.quotemark.reading.structured;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any JSON as maps, lists and texts, within bounds of depth and length. */
public final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // line breaks inside texts are the commonest fault of JSON in pages
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(60)
                  .maxNumberLength(200)
                  // a document is bounded before it comes here
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonTree() {}

  /** Empty where it is no JSON or passes a bound; pages carry broken JSON often enough. */
  public static Optional<Object> read(String json) {
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() == null) {
        return Optional.empty();
      }
      Object value = value(in);
      return in.nextToken() == null ? Optional.ofNullable(value) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, value(in));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(in));
        }
        yield array;
      }
      case VALUE_NULL -> null;
      default -> in.getText();
    };
  }

  /** The objects of NDJSON, one a line; empty where any line is something else. */
  public static Optional<List<Object>> lines(String text) {
    List<Object> out = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        continue;
      }
      Optional<Object> one = line.stripLeading().startsWith("{") ? read(line) : Optional.empty();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      out.add(one.get());
    }
    return Optional.of(out);
  }
}
