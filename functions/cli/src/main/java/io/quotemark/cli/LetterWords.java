package io.quotemark.cli;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.charset.StandardCharsets;

/** A dead letter in a line: what it is about, never the text it may carry. */
final class LetterWords {
  private static final int MOST = 120;

  private LetterWords() {}

  static String of(String body) {
    Node node;
    try {
      node = Json.read(body.getBytes(StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      return "no JSON: " + shortened(body);
    }
    if (node.at("Records").isArray() && !node.at("Records").elements().isEmpty()) {
      Node record = node.at("Records").elements().getFirst();
      return record.at("eventName").textOr("event")
          + " "
          + record.at("s3").at("object").at("key").textOr("of no key");
    }
    String type = node.at("type").textOr("");
    return switch (type) {
      case "article", "rejected", "removed", "manifest" ->
          type + " of " + node.at("upload").at("key").textOr("no key");
      case "webhook" -> webhook(node);
      case "recheck", "take_down", "lift" -> type + " " + node.at("article_id").textOr("");
      default ->
          node.at("requestPayload").isPresent()
              ? "a scheduled run: " + shortened(node.at("requestPayload").toString())
              : shortened(body);
    };
  }

  private static String webhook(Node delivery) {
    Node event = Json.read(delivery.at("event").text().getBytes(StandardCharsets.UTF_8));
    return "event "
        + event.at("type").textOr("")
        + " "
        + event.at("id").textOr("")
        + ": "
        + shortened(delivery.at("lastly").textOr(""));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
  }
}
