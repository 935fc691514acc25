package io.quotemark.serve.articles;

import io.quotemark.storage.articles.ArticleRecord;
import java.util.List;

/**
 * Articles that have the same wrong figure: the first of them printed it first.
 *
 * @param articles the earliest first, with the one that is asked about
 * @param more whether there are more than these
 */
public record ErrorTrail(List<ArticleRecord.Summary> articles, boolean more) {
  static final ErrorTrail NONE = new ErrorTrail(List.of(), false);

  public ErrorTrail {
    articles = List.copyOf(articles);
  }

  /** Whether another article than {@code id} has it. */
  boolean isCopied(String id) {
    return articles.stream().anyMatch(article -> !article.id().equals(id));
  }
}
