package io.quotemark.client;

import io.quotemark.runtime.json.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document that was handed in.
 *
 * @param status {@code processing}, {@code done}, {@code failed} or {@code removed}
 * @param reason why it failed
 * @param articles ids of those that were in it
 */
public record Upload(String key, String status, @Nullable String reason, List<String> articles) {
  public Upload {
    articles = List.copyOf(articles);
  }

  static Upload of(Node node) {
    return new Upload(
        node.at("key").text(),
        node.at("status").text(),
        node.at("reason").textOrNull(),
        node.at("articles").texts());
  }
}
