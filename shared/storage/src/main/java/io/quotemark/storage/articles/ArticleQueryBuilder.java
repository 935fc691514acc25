package io.quotemark.storage.articles;

import io.quotemark.storage.articles.ArticleQuery.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an {@link ArticleQuery} of what is asked for; what is not asked for is null. */
public final class ArticleQueryBuilder {
  private @Nullable Set<String> listings;
  private @Nullable String source;
  private @Nullable Set<String> languages;
  private @Nullable Set<String> verdicts;
  private @Nullable Set<String> kinds;
  private @Nullable Set<String> flags;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private @Nullable Instant after;
  private @Nullable Instant before;
  private @Nullable Instant updatedSince;
  private List<String> words = List.of();
  private Sort sort = Sort.PUBLISHED_AT;
  private boolean descending = true;
  private @Nullable Integer surest;

  /** Of every article, newest publication first. */
  ArticleQueryBuilder() {}

  ArticleQueryBuilder(ArticleQuery query) {
    listings = query.listings();
    source = query.source();
    languages = query.languages();
    verdicts = query.verdicts();
    kinds = query.kinds();
    flags = query.flags();
    from = query.from();
    to = query.to();
    after = query.after();
    before = query.before();
    updatedSince = query.updatedSince();
    words = query.words();
    sort = query.sort();
    descending = query.descending();
    surest = query.surest();
  }

  /** Any of these. */
  public ArticleQueryBuilder listings(@Nullable Set<String> to) {
    listings = to;
    return this;
  }

  public ArticleQueryBuilder source(@Nullable String to) {
    source = to;
    return this;
  }

  /** Any of these. */
  public ArticleQueryBuilder languages(@Nullable Set<String> to) {
    languages = to;
    return this;
  }

  /** A claim has any of these, in lower case. */
  public ArticleQueryBuilder verdicts(@Nullable Set<String> to) {
    verdicts = to;
    return this;
  }

  /** A claim has any of these. */
  public ArticleQueryBuilder kinds(@Nullable Set<String> to) {
    kinds = to;
    return this;
  }

  /** A claim carries any of these. */
  public ArticleQueryBuilder flags(@Nullable Set<String> to) {
    flags = to;
    return this;
  }

  /** Of publication, both inclusive. */
  public ArticleQueryBuilder days(@Nullable LocalDate first, @Nullable LocalDate last) {
    from = first;
    to = last;
    return this;
  }

  /** Of publication; what has a day alone is left to {@link #days}. */
  public ArticleQueryBuilder times(@Nullable Instant first, @Nullable Instant last) {
    after = first;
    before = last;
    return this;
  }

  public ArticleQueryBuilder updatedSince(@Nullable Instant to) {
    updatedSince = to;
    return this;
  }

  /** Each stands in title or source, in lower case. */
  public ArticleQueryBuilder words(List<String> to) {
    words = to;
    return this;
  }

  public ArticleQueryBuilder sorted(Sort by, boolean mostFirst) {
    sort = by;
    descending = mostFirst;
    return this;
  }

  /** Least probability that a claim is false. */
  public ArticleQueryBuilder surest(@Nullable Integer millionths) {
    surest = millionths;
    return this;
  }

  public ArticleQuery build() {
    return new ArticleQuery(
        listings,
        source,
        languages,
        verdicts,
        kinds,
        flags,
        from,
        to,
        after,
        before,
        updatedSince,
        words,
        sort,
        descending,
        surest);
  }
}
