package io.quotemark.serve.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.storage.articles.ArticleRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Articles of a list as its page shows them: companies by name, and of each article the claim to
 * look at first. One read for the page fetches the findings.
 */
public final class ArticleRows {
  /** Companies that a row names. */
  private static final int MOST_NAMES = 4;

  private final StoredArticles stored;
  private final ListingNames names;

  public ArticleRows(StoredArticles stored, ListingNames names) {
    this.stored = stored;
    this.names = names;
  }

  public List<ArticleList.Row> of(List<ArticleRecord.Summary> articles) {
    return of(
        articles,
        stored.claims(
            articles.stream()
                .filter(article -> !article.kinds().isEmpty())
                .map(ArticleRecord.Summary::id)
                .toList()));
  }

  /** The same where the page has read the claims already. */
  public List<ArticleList.Row> of(
      List<ArticleRecord.Summary> articles, Map<String, List<CheckedClaim>> claims) {
    return articles.stream()
        .map(a ->
            new ArticleList.Row(
                a.id(),
                a.title(),
                a.source(),
                a.language(),
                a.published(),
                a.order(),
                a.listings().stream()
                    .limit(MOST_NAMES)
                    .map(id -> names.of(ListingId.parse(id)))
                    .toList(),
                a.listings().size(),
                counts(a.verdicts()),
                Worst.of(claims.getOrDefault(a.id(), List.of())).orElse(null),
                a.sample()))
        .toList();
  }

  static Map<Verdict.Outcome, Integer> counts(Map<String, Integer> verdicts) {
    Map<Verdict.Outcome, Integer> out = new EnumMap<>(Verdict.Outcome.class);
    verdicts.forEach(
        (name, count) -> out.put(Verdict.Outcome.valueOf(name.toUpperCase(Locale.ROOT)), count));
    return out;
  }
}
