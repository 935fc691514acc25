package io.quotemark.serve.articles;

import io.quotemark.serve.evidence.NeededEvidence;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.WaitingClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the latest articles come to, counted from the entries of the list of all articles: a query
 * of a bounded number of entries, whatever the store holds. Counts are kept in memory while no
 * article changes, and {@link #KEPT} at the most, for a removal leaves no mark in the list of
 * changes.
 */
public final class StoreCounts {
  /** Entries that are counted; the page says so where there are more. */
  private static final int MOST = 400;

  /** Articles with claims that wait for prices that are counted; likewise. */
  private static final int MOST_WAITING = 1_000;

  /** Sources that the first page names. */
  private static final int SOURCES = 5;

  private static final Duration KEPT = Duration.ofSeconds(15);

  private final ArticleSearch search;
  private final NeededEvidence needed;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  public StoreCounts(ArticleSearch search, NeededEvidence needed, Clock clock) {
    this.search = search;
    this.needed = needed;
    this.clock = clock;
  }

  /**
   * A source's claims that prices decided.
   *
   * @param decided verified, roughly right or contradicted
   */
  public record SourceRecord(String source, int contradicted, int decided) {}

  /**
   * @param articles that were counted
   * @param claims about share prices and what is near them, in these articles
   * @param languages codes of their languages
   * @param sources those with most decided claims first
   * @param waiting claims that wait for prices, in the whole store
   * @param complete whether these are all articles
   */
  public record Counts(
      int articles,
      int claims,
      int contradicted,
      int doubtful,
      SortedSet<String> languages,
      List<SourceRecord> sources,
      WaitingClaims.Summary waiting,
      boolean complete) {
    public Counts {
      sources = List.copyOf(sources);
    }
  }

  private record Kept(Counts counts, String changed, Instant at) {}

  public Counts counts() {
    String changed = search.changed().orElse("");
    Instant now = clock.instant();
    Kept last = kept;
    if (last != null
        && last.changed().equals(changed)
        && Duration.between(last.at(), now).compareTo(KEPT) < 0) {
      return last.counts();
    }
    Counts counts = counted();
    kept = new Kept(counts, changed, now);
    return counts;
  }

  private Counts counted() {
    ArticleIndex.Page<ArticleRecord.Summary> page = search.page(ArticleQuery.ALL, MOST, null);
    int claims = 0;
    int contradicted = 0;
    int doubtful = 0;
    SortedSet<String> languages = new TreeSet<>();
    Map<String, SourceRecord> sources = new TreeMap<>();
    for (ArticleRecord.Summary article : page.items()) {
      Map<String, Integer> verdicts = article.verdicts();
      claims += verdicts.values().stream().mapToInt(Integer::intValue).sum();
      int wrong = verdicts.getOrDefault("contradicted", 0);
      contradicted += wrong;
      doubtful += verdicts.getOrDefault("doubtful", 0);
      if (article.language() != null) {
        languages.add(article.language());
      }
      String source = article.source();
      int decided =
          wrong + verdicts.getOrDefault("verified", 0) + verdicts.getOrDefault("verified_loose", 0);
      if (source != null && decided > 0) {
        sources.merge(
            source,
            new SourceRecord(source, wrong, decided),
            (a, b) ->
                new SourceRecord(
                    source, a.contradicted() + b.contradicted(), a.decided() + b.decided()));
      }
    }
    List<SourceRecord> most =
        sources.values().stream()
            .sorted(Comparator.comparingInt(SourceRecord::decided).reversed())
            .limit(SOURCES)
            .toList();
    return new Counts(
        page.items().size(),
        claims,
        contradicted,
        doubtful,
        languages,
        most,
        needed.summary(MOST_WAITING),
        page.next() == null);
  }
}
