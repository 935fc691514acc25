package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.articles.ArticleIndex;
import java.util.Map;
import java.util.function.Function;

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
   * @param links adds what is known from other articles and from prices of later
   */
  static StoredArticle of(
      ArticleIndex.Found.Stored stored,
      boolean textServed,
      Function<CheckedArticle, Propagation.Linked> links) {
    Propagation.Linked linked =
        links.apply(CheckedArticleJson.read(PackedFindings.unpack(stored.body())));
    CheckedArticle bare = linked.checked();
    if (stored.article() == null) {
      return new StoredArticle(stored.version(), TextStatus.EXPIRED, bare, bare, linked.trails());
    }
    CheckedArticle whole = bare.with(PackedArticle.of(stored.article()).article());
    return textServed
        ? new StoredArticle(stored.version(), TextStatus.SERVED, whole, whole, linked.trails())
        : new StoredArticle(
            stored.version(), TextStatus.WITHHELD, bare, Excerpts.of(whole), linked.trails());
  }
}
