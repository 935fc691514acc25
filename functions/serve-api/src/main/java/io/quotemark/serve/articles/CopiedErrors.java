package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Wrong figures that more than one article has. Counted on reading among the latest articles with a
 * contradicted claim, from what is stored of them anyway, so that it costs no write.
 */
final class CopiedErrors {
  /** Articles that one request reads; about one in a thousand has a contradicted claim. */
  private static final int MOST_ARTICLES = 300;

  private static final int AT_ONCE = 100;

  private final ArticleSearch search;
  private final StoredArticles stored;

  CopiedErrors(ArticleSearch search, StoredArticles stored) {
    this.search = search;
    this.stored = stored;
  }

  /**
   * A wrong figure.
   *
   * @param claim as the first article has it
   * @param articles that have it, the earliest first
   */
  record Copied(CheckedClaim claim, List<Summary> articles) {
    Copied {
      articles = List.copyOf(articles);
    }
  }

  /**
   * @param errors the most copied first
   * @param read articles among which they were counted
   * @param complete whether those were all with a contradicted claim
   */
  record Found(List<Copied> errors, int read, boolean complete) {
    Found {
      errors = List.copyOf(errors);
    }
  }

  Found found() {
    Map<String, List<Summary>> articles = new LinkedHashMap<>();
    Map<String, CheckedClaim> claims = new LinkedHashMap<>();
    @Nullable String cursor = null;
    int read = 0;
    do {
      ArticleIndex.Page<Summary> page = search.page(contradicted(), AT_ONCE, cursor);
      Map<String, List<CheckedClaim>> all =
          stored.claims(page.items().stream().map(Summary::id).toList());
      for (Summary article : page.items()) {
        count(article, all.getOrDefault(article.id(), List.of()), articles, claims);
      }
      read += page.items().size();
      cursor = page.next();
    } while (cursor != null && read < MOST_ARTICLES);
    List<Copied> errors = new ArrayList<>();
    articles.forEach((key, of) -> {
      CheckedClaim claim = claims.get(key);
      if (of.size() > 1 && claim != null) {
        // read newest first
        errors.add(new Copied(claim, of.reversed()));
      }
    });
    errors.sort(Comparator.comparingInt((Copied one) -> one.articles().size()).reversed());
    return new Found(errors, read, cursor == null);
  }

  private static void count(
      Summary article,
      List<CheckedClaim> said,
      Map<String, List<Summary>> articles,
      Map<String, CheckedClaim> claims) {
    for (CheckedClaim claim : said) {
      claim
          .errorKey()
          .ifPresent(key -> {
            List<Summary> of = articles.computeIfAbsent(key, k -> new ArrayList<>());
            if (of.isEmpty() || !of.getLast().id().equals(article.id())) {
              of.add(article);
            }
            claims.put(key, claim);
          });
    }
  }

  private static ArticleQuery contradicted() {
    return ArticleQuery.ALL.withVerdict("contradicted");
  }
}
