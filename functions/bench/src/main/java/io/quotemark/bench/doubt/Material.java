package io.quotemark.bench.doubt;

import io.quotemark.domain.article.Document;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The articles, slips and judgements of a folder of material: JSON Lines, gzipped where the name
 * ends in {@code .gz}.
 */
final class Material {
  private Material() {}

  /**
   * An article as scraped, or one with a slip put into it.
   *
   * @param doc the article that it is, or that the slip was put into
   * @param slip what was changed, null in an article as it is
   */
  record Text(
      String id, String doc, String corpus, Document document, @Nullable Slip slip, String text) {}

  /**
   * One false statement.
   *
   * @param kind of slip, {@code digit_level}, {@code sign} …
   * @param at where the changed words stand in the text as scraped, in code points
   * @param length of the changed words
   * @param targets the claims that are false now: kind, and the part of the changed words
   */
  record Slip(String kind, int at, int length, List<Target> targets) {}

  record Target(String kind, int from, int to) {}

  static List<Text> texts(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (Node line : lines(file)) {
      String text = line.at("text").text();
      Document.Hints hints =
          new Document.Hints(line.at("published_at").textOrNull(), null, List.of(), null);
      String type = line.at("content_type").textOr("text/plain; charset=utf-8");
      texts.add(
          new Text(
              line.at("id").text(),
              line.at("doc").textOr(line.at("id").text()),
              line.at("corpus").text(),
              new Document(text.getBytes(StandardCharsets.UTF_8), null, type, hints),
              slip(line),
              text));
    }
    return texts;
  }

  private static @Nullable Slip slip(Node line) {
    if (!line.at("slip").isPresent()) {
      return null;
    }
    int at = (int) line.at("at").elements().getFirst().number();
    List<Target> targets =
        line.at("targets").elements().stream()
            .map(t ->
                new Target(
                    t.at("kind").text(), (int) t.at("from").number(), (int) t.at("to").number()))
            .toList();
    String changed = line.at("new").text();
    return new Slip(
        line.at("slip").text(), at, changed.codePointCount(0, changed.length()), targets);
  }

  static List<Node> lines(Path file) throws IOException {
    List<Node> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return lines;
  }
}
