package io.quotemark.claims.gold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passages with their amounts and claims labelled by hand, from {@code claims/dev.jsonl} of the
 * folder of shared data. That folder is named by the system property {@code quotemark.shared}, else
 * it stands beside the repository; where it is absent there are no passages.
 */
public final class GoldPassages {
  /**
   * A passage and its labels.
   *
   * @param mentions amounts, each a map of the label's fields as printed
   * @param claims claims, likewise
   */
  public record Passage(
      String id,
      String text,
      @Nullable String language,
      @Nullable String published,
      List<Map<String, String>> mentions,
      List<Map<String, String>> claims) {}

  private GoldPassages() {}

  /** The file of passages, if the shared data is there. */
  public static Optional<Path> file() {
    String named = System.getProperty("quotemark.shared");
    Path shared = named != null ? Path.of(named) : besideRepository();
    Path file = shared.resolve("data").resolve("claims").resolve("dev.jsonl");
    return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
  }

  private static Path besideRepository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }

  public static List<Passage> read(Path file) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        passages.add(passage(line));
      }
    }
    return passages;
  }

  private static Passage passage(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    List<Map<String, String>> mentions = new ArrayList<>();
    List<Map<String, String>> claims = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("mentions")) {
          objects(parser, mentions);
        } else if (name.equals("claims")) {
          objects(parser, claims);
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return new Passage(
        fields.getOrDefault("id", ""),
        fields.getOrDefault("text", ""),
        fields.get("language"),
        fields.get("published"),
        mentions,
        claims);
  }

  private static void objects(JsonParser parser, List<Map<String, String>> into)
      throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> object = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          object.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      into.add(object);
    }
  }
}
