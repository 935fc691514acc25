package io.quotemark.publish.events;

import io.quotemark.runtime.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An event in words, for a chat or the subject of a mail. Nothing in it is markup: what others
 * wrote has no angle brackets left, by which Slack makes links and mentions.
 */
final class EventText {
  private EventText() {}

  /**
   * @param data of the event
   */
  static String of(Announcement.Type type, Node data) {
    String text =
        switch (type) {
          case ARTICLE_CHECKED -> "Checked: " + article(data) + ": " + verdicts(data);
          case ARTICLE_REMOVED -> "Removed: article " + word(data, "article_id");
          case VERDICT_CHANGED ->
              "Verdict changed from %s to %s: %s"
                  .formatted(spaced(word(data, "was")), spaced(word(data, "verdict")), claim(data));
          case CLAIM_CONTRADICTED -> "Contradicted: " + claim(data);
          case ERROR_PROPAGATED ->
              "Wrong figure copied: %s of %s in %s; it stood first in “%s”%s"
                  .formatted(
                      word(data, "value"),
                      word(data, "listing"),
                      article(data),
                      word(data.at("first"), "title"),
                      source(data.at("first")));
          case UPLOAD_FAILED ->
              "Upload failed: %s: %s"
                  .formatted(word(data, "key"), String.join("; ", data.at("reasons").texts()));
        };
    String page = data.at("page").textOr("");
    return unmarked(text) + (page.isEmpty() ? "" : "\n" + page);
  }

  private static String claim(Node data) {
    String reason = word(data, "reason");
    return "“%s” in %s%s"
        .formatted(word(data, "text"), article(data), reason.isEmpty() ? "" : "\n" + reason);
  }

  private static String article(Node data) {
    String title = word(data, "title");
    return (title.isBlank() ? "article " + word(data, "article_id") : "“" + title + "”")
        + source(data);
  }

  private static String source(Node data) {
    String source = word(data, "source");
    return source.isEmpty() ? "" : " (" + source + ")";
  }

  private static String verdicts(Node data) {
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Node> verdict : data.at("verdicts").members().entrySet()) {
      counts.add(verdict.getValue().text() + " " + spaced(verdict.getKey()));
    }
    return counts.isEmpty() ? "no share-price claim" : String.join(", ", counts);
  }

  private static String spaced(String code) {
    return code.replace('_', ' ');
  }

  private static String word(Node data, String name) {
    return data.at(name).textOr("");
  }

  private static String unmarked(String text) {
    return text.replace('<', '‹').replace('>', '›');
  }
}
