package io.quotemark.storage.articles;

import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which articles, and in what order. All that is given must hold.
 *
 * @param listings any of these; null for whatever listing
 * @param verdict that a claim has, in lower case
 * @param kind that a claim has
 * @param flag that a claim carries
 * @param from first publication day, inclusive
 * @param to last publication day, inclusive
 * @param updatedSince inclusive
 * @param words each stands in title or source, in lower case
 * @param descending newest, or most, first
 */
public record ArticleQuery(
    @Nullable Set<String> listings,
    @Nullable String source,
    @Nullable String language,
    @Nullable String verdict,
    @Nullable String kind,
    @Nullable String flag,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant updatedSince,
    List<String> words,
    Sort sort,
    boolean descending) {
  /** Every article, newest publication first. */
  public static final ArticleQuery ALL =
      new ArticleQuery(
          null, null, null, null, null, null, null, null, null, List.of(), Sort.PUBLISHED_AT, true);

  /** What a list is in order of. */
  public enum Sort {
    PUBLISHED_AT,
    UPDATED_AT,

    /** The greatest move on the first session that could react, of articles that have it stored. */
    REACTION,

    /** Claims that are contradicted, of articles that have one. */
    CONTRADICTED
  }

  public ArticleQuery {
    listings = listings == null ? null : Collections.unmodifiableSet(new TreeSet<>(listings));
    words = List.copyOf(words);
  }

  public static ArticleQuery published(
      @Nullable Set<String> listings, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new ArticleQuery(
        listings, null, null, null, null, null, from, to, null, List.of(), Sort.PUBLISHED_AT, true);
  }

  /** Articles of a source in a stretch of time, newest first. */
  public static ArticleQuery ofSource(
      String source, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new ArticleQuery(
        null, source, null, null, null, null, from, to, null, List.of(), Sort.PUBLISHED_AT, true);
  }

  public ArticleQuery withVerdict(String outcome) {
    return new ArticleQuery(
        listings,
        source,
        language,
        outcome,
        kind,
        flag,
        from,
        to,
        updatedSince,
        words,
        sort,
        descending);
  }

  /** Where to read: the narrowest lists that hold every article of the query. */
  List<String> lists() {
    return switch (sort) {
      case UPDATED_AT -> List.of(Articles.UPDATED);
      case REACTION -> List.of(Articles.RANKED.of("reaction"));
      case CONTRADICTED -> List.of(Articles.RANKED.of(ArticleRecord.CONTRADICTED));
      case PUBLISHED_AT -> byPublication();
    };
  }

  private List<String> byPublication() {
    if (listings != null) {
      List<String> lists = new ArrayList<>(listings.size());
      for (String listing : listings) {
        lists.add(Articles.LISTING.of(listing));
      }
      return List.copyOf(lists);
    }
    if (flag != null) {
      return List.of(Articles.FACET.of("flag:" + flag));
    }
    if (verdict != null && ArticleRecord.RARE.contains(verdict)) {
      return List.of(Articles.FACET.of("verdict:" + verdict));
    }
    return List.of(
        source == null ? Articles.ALL : Articles.SOURCE.of(ArticleRecord.sourceKey(source)));
  }

  /** Smallest sort key of its lists, inclusive. */
  String low() {
    if (sort == Sort.PUBLISHED_AT && from != null) {
      return from.toString();
    }
    return sort == Sort.UPDATED_AT && updatedSince != null
        ? Changes.time(updatedSince)
        : SortKeys.FIRST;
  }

  /** Largest sort key of its lists, inclusive. */
  String high() {
    return sort == Sort.PUBLISHED_AT && to != null ? SortKeys.end(to.toString()) : SortKeys.LAST;
  }

  boolean matches(ArticleRecord.Summary article) {
    if (article.order().length() >= 10) {
      String day = article.order().substring(0, 10);
      if ((from != null && day.compareTo(from.toString()) < 0)
          || (to != null && day.compareTo(to.toString()) > 0)) {
        return false;
      }
    }
    return (listings == null || article.listings().stream().anyMatch(listings::contains))
        && (source == null || hasSource(article.source()))
        && (language == null || language.equals(article.language()))
        && (flag == null || article.flags().contains(flag))
        && hasClaim(article)
        && (updatedSince == null || article.updated().compareTo(Changes.time(updatedSince)) >= 0)
        && hasWords(article);
  }

  private boolean hasSource(@Nullable String other) {
    return source != null
        && other != null
        && ArticleRecord.sourceKey(source).equals(ArticleRecord.sourceKey(other));
  }

  private boolean hasClaim(ArticleRecord.Summary article) {
    if (kind == null) {
      return verdict == null || article.verdicts().containsKey(verdict);
    }
    return verdict == null
        ? article.kinds().keySet().stream().anyMatch(k -> k.startsWith(kind + "/"))
        : article.kinds().containsKey(kind + "/" + verdict);
  }

  /** Claims of the article that have its kind and verdict; some may lack its flag or listing. */
  public int claims(ArticleRecord.Summary article) {
    return article.kinds().entrySet().stream()
        .filter(e -> kind == null || e.getKey().startsWith(kind + "/"))
        .filter(e -> verdict == null || e.getKey().endsWith("/" + verdict))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private boolean hasWords(ArticleRecord.Summary article) {
    if (words.isEmpty()) {
      return true;
    }
    String text =
        (article.title() + " " + (article.source() == null ? "" : article.source()))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }

  /** Tells this query's cursors from those of another. */
  String fingerprint() {
    List<String> parts = new ArrayList<>();
    parts.add(String.valueOf(listings));
    parts.add(source == null ? "" : ArticleRecord.sourceKey(source));
    for (Object part :
        new Object[] {language, verdict, kind, flag, from, to, updatedSince, words, sort}) {
      parts.add(String.valueOf(part));
    }
    parts.add(String.valueOf(descending));
    return UploadRecord.digest(String.join("\n", parts)).substring(0, 8);
  }
}
