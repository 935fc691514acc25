package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links a wrong figure to the earliest article that has it. Found on reading, so that what is
 * stored of an article does not depend on others.
 */
final class Propagation {
  /** More wrong figures of one article are not looked up. */
  private static final int MOST = 20;

  private final Sources sources;

  Propagation(Sources sources) {
    this.sources = sources;
  }

  /** The article with PROPAGATED on every wrong figure that stood elsewhere before. */
  CheckedArticle linked(String id, CheckedArticle checked) {
    List<CheckedClaim> claims = new ArrayList<>();
    int looked = 0;
    for (CheckedClaim claim : checked.claims()) {
      Optional<ArticleRecord.Summary> first =
          claim.errorKey().isPresent() && looked++ < MOST
              ? sources.first(claim.errorKey().get())
              : Optional.empty();
      claims.add(
          first
              .filter(article -> !article.id().equals(id))
              .map(article -> new CheckedClaim(claim.claim(), flagged(claim.verdict(), article)))
              .orElse(claim));
    }
    return checked.with(checked.article(), claims);
  }

  private static Verdict flagged(Verdict verdict, ArticleRecord.Summary first) {
    return verdict.flagged(
        Verdict.Flag.PROPAGATED,
        "The same wrong figure stands first in article %s (%s, %s)."
            .formatted(
                first.id(),
                first.source() == null ? "source unknown" : first.source(),
                first.published() == null ? "time unknown" : first.published()));
  }
}
