package io.quotemark.client;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * A claim with the article that it stands in.
 *
 * @param id of the claim among all, {@code 1f2e3d4c5b6a7988.c1}
 * @param publishedAt RFC 3339 time, or a date where only the day is known
 */
public record FoundClaim(
    String id,
    String article,
    String title,
    @Nullable String source,
    @Nullable String publishedAt,
    CheckedClaim claim) {
  static FoundClaim of(Node node) {
    Node article = node.at("article");
    return new FoundClaim(
        node.at("id").text(),
        article.at("id").text(),
        article.at("title").textOr(""),
        article.at("source").textOrNull(),
        article.at("published_at").textOrNull(),
        CheckedArticleJson.readClaim(node.at("claim")));
  }
}
