package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.articles.ArticleIndex;
import java.util.function.UnaryOperator;

/**
 * A stored article as it may be shown.
 *
 * @param checked with its text only where that is served
 * @param excerpted with as much of its text as the page may show: all, or the sentences with claims
 */
public record StoredArticle(
    String version, TextStatus text, CheckedArticle checked, CheckedArticle excerpted) {
  /**
   * @param links adds what is known from other articles and from prices of later
   */
  static StoredArticle of(
      ArticleIndex.Found.Stored stored, boolean textServed, UnaryOperator<CheckedArticle> links) {
    CheckedArticle bare =
        links.apply(CheckedArticleJson.read(PackedFindings.unpack(stored.body())));
    if (stored.article() == null) {
      return new StoredArticle(stored.version(), TextStatus.EXPIRED, bare, bare);
    }
    CheckedArticle whole = bare.with(PackedArticle.of(stored.article()).article());
    return textServed
        ? new StoredArticle(stored.version(), TextStatus.SERVED, whole, whole)
        : new StoredArticle(stored.version(), TextStatus.WITHHELD, bare, Excerpts.of(whole));
  }
}
