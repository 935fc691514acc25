package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.runtime.messages.PackedArticle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored article as it may be shown.
 *
 * @param checked with its text only where that is served
 * @param excerpted with as much of its text as the page may show: all, or the sentences with claims
 * @param trails of wrong figures that other articles have too, by the claims' ids
 */
public record StoredArticle(
    String version,
    TextStatus text,
    CheckedArticle checked,
    CheckedArticle excerpted,
    Map<String, ErrorTrail> trails) {
  public StoredArticle {
    trails = Map.copyOf(trails);
  }

  /**
   * @param linked with what is known from other articles and from prices of later
   * @param text the article's JSON with its texts, under gzip; null once their retention is over
   */
  static StoredArticle of(
      String version, Propagation.Linked linked, byte @Nullable [] text, boolean textServed) {
    CheckedArticle bare = linked.checked();
    if (text == null) {
      return new StoredArticle(version, TextStatus.EXPIRED, bare, bare, linked.trails());
    }
    CheckedArticle whole = bare.with(PackedArticle.of(text).article());
    return textServed
        ? new StoredArticle(version, TextStatus.SERVED, whole, whole, linked.trails())
        : new StoredArticle(
            version, TextStatus.WITHHELD, bare, Excerpts.of(whole), linked.trails());
  }
}
