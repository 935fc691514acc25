package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.AtOnce;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links a wrong figure to the other articles that have it. Found on reading, so that what is stored
 * of an article does not depend on others.
 */
final class Propagation {
  /** More wrong figures of one article are not looked up. */
  private static final int MOST = 20;

  /** Articles of one wrong figure that are named. */
  private static final int MOST_ARTICLES = 20;

  /** Letters of a date. */
  private static final int DAY = 10;

  private final Sources sources;

  Propagation(Sources sources) {
    this.sources = sources;
  }

  /**
   * @param checked with PROPAGATED on every wrong figure that stood elsewhere before
   * @param trails of wrong figures that stand elsewhere too, by the claims' ids
   */
  record Linked(CheckedArticle checked, Map<String, ErrorTrail> trails) {}

  /**
   * @param asked which all of them are looked up by at once
   */
  Linked linked(String id, CheckedArticle checked, AtOnce asked) {
    Map<String, AtOnce.Answer<ErrorTrail>> found = new HashMap<>();
    for (CheckedClaim claim : checked.claims()) {
      if (claim.errorKey().isPresent() && found.size() < MOST) {
        found.computeIfAbsent(claim.errorKey().get(), key -> asked.ask(() -> trail(key)));
      }
    }
    List<CheckedClaim> claims = new ArrayList<>();
    Map<String, ErrorTrail> trails = new LinkedHashMap<>();
    for (CheckedClaim claim : checked.claims()) {
      AtOnce.Answer<ErrorTrail> answer = claim.errorKey().map(found::get).orElse(null);
      ErrorTrail trail = answer == null ? ErrorTrail.NONE : answer.get();
      if (trail.isCopied(id)) {
        trails.put(claim.claim().id(), trail);
      }
      claims.add(
          trail.articles().isEmpty() || trail.articles().getFirst().id().equals(id)
              ? claim
              : new CheckedClaim(
                  claim.claim(), flagged(claim.verdict(), trail.articles().getFirst())));
    }
    return new Linked(checked.with(checked.article(), claims), trails);
  }

  private ErrorTrail trail(String errorKey) {
    List<ArticleRecord.Summary> found = sources.with(errorKey, MOST_ARTICLES + 1);
    return new ErrorTrail(
        found.subList(0, Math.min(found.size(), MOST_ARTICLES)), found.size() > MOST_ARTICLES);
  }

  private static Verdict flagged(Verdict verdict, ArticleRecord.Summary first) {
    Reason where = Reason.of("propagated").name("article", first.id());
    String source = first.source();
    String published = first.published();
    Reason titled = first.title().isBlank() ? where : where.name("title", first.title());
    Reason named = source == null ? titled : titled.name("source", source);
    return verdict.flagged(
        Verdict.Flag.PROPAGATED,
        published == null || published.length() < DAY
            ? named
            : named.day("date", LocalDate.parse(published.substring(0, DAY))));
  }
}
