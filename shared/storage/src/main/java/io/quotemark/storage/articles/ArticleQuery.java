package io.quotemark.storage.articles;

import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
 * @param languages any of these; a tag of two parts ({@code zh-Hant}) is matched whole, one of one
 *     part ({@code zh}) with whatever follows it
 * @param verdicts any of which a claim has, in lower case
 * @param kinds any of which a claim has
 * @param flags any of which a claim carries
 * @param from first publication day, inclusive
 * @param to last publication day, inclusive
 * @param after publication is not before it; what has a day alone is left to {@code from}
 * @param before publication is not after it; likewise
 * @param updatedSince inclusive
 * @param words each stands in title or source, in lower case
 * @param descending newest, or most, first
 * @param surest least probability that a claim is false, in millionths; it bounds lists in the
 *     order of it, others show their articles whatever it is
 */
public record ArticleQuery(
    @Nullable Set<String> listings,
    @Nullable String source,
    @Nullable Set<String> languages,
    @Nullable Set<String> verdicts,
    @Nullable Set<String> kinds,
    @Nullable Set<String> flags,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant after,
    @Nullable Instant before,
    @Nullable Instant updatedSince,
    List<String> words,
    Sort sort,
    boolean descending,
    @Nullable Integer surest) {
  /** Every article, newest publication first. */
  public static final ArticleQuery ALL = builder().build();

  /** What a list is in order of. */
  public enum Sort {
    PUBLISHED_AT,
    UPDATED_AT,

    /** The greatest move on the first session that could react, of articles that have it stored. */
    REACTION,

    /** Claims that are contradicted, of articles that have one. */
    CONTRADICTED,

    /** The surest that one of its claims is false, of articles in which one is said to be. */
    CONFIDENCE
  }

  public ArticleQuery {
    listings = sorted(listings);
    languages = sorted(languages);
    verdicts = sorted(verdicts);
    kinds = sorted(kinds);
    flags = sorted(flags);
    words = List.copyOf(words);
  }

  private static @Nullable Set<String> sorted(@Nullable Set<String> values) {
    return values == null ? null : Collections.unmodifiableSet(new TreeSet<>(values));
  }

  public static ArticleQueryBuilder builder() {
    return new ArticleQueryBuilder();
  }

  public ArticleQueryBuilder toBuilder() {
    return new ArticleQueryBuilder(this);
  }

  public static ArticleQuery published(
      @Nullable Set<String> listings, @Nullable LocalDate from, @Nullable LocalDate to) {
    return builder().listings(listings).days(from, to).build();
  }

  /** Articles of a source in a stretch of time, newest first. */
  public static ArticleQuery ofSource(
      String source, @Nullable LocalDate from, @Nullable LocalDate to) {
    return builder().source(source).days(from, to).build();
  }

  public ArticleQuery withVerdict(String outcome) {
    return toBuilder().verdicts(Set.of(outcome)).build();
  }

  /**
   * @param words each stands in title or source, in lower case
   */
  public ArticleQuery withWords(List<String> words) {
    return toBuilder().words(words).build();
  }

  /** Where to read: the narrowest lists that hold every article of the query. */
  List<String> lists() {
    return switch (sort) {
      case UPDATED_AT -> List.of(Articles.UPDATED);
      case REACTION -> List.of(Articles.RANKED.of("reaction"));
      case CONTRADICTED -> List.of(Articles.RANKED.of(ArticleRecord.CONTRADICTED));
      case CONFIDENCE -> List.of(Articles.RANKED.of(ArticleRecord.CONFIDENCE));
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
    if (flags != null && flags.size() == 1) {
      return List.of(Articles.FACET.of("flag:" + flags.iterator().next()));
    }
    if (verdicts != null && ArticleRecord.RARE.containsAll(verdicts)) {
      return verdicts.stream().map(v -> Articles.FACET.of("verdict:" + v)).toList();
    }
    return List.of(
        source == null ? Articles.ALL : Articles.SOURCE.of(ArticleRecord.sourceKey(source)));
  }

  /** Smallest sort key of its lists, inclusive. */
  String low() {
    if (sort == Sort.PUBLISHED_AT && from != null) {
      return from.toString();
    }
    if (sort == Sort.CONFIDENCE && surest != null) {
      return ArticleRecord.ranked(surest);
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
        && hasLanguage(article.language())
        && (flags == null || article.flags().stream().anyMatch(flags::contains))
        && isInTime(article)
        && hasClaim(article)
        && (updatedSince == null || article.updated().compareTo(Changes.time(updatedSince)) >= 0)
        && hasWords(article);
  }

  private boolean hasSource(@Nullable String other) {
    return source != null
        && other != null
        && ArticleRecord.sourceKey(source).equals(ArticleRecord.sourceKey(other));
  }

  private boolean hasLanguage(@Nullable String other) {
    return languages == null
        || (other != null
            && languages.stream()
                .anyMatch(one ->
                    other.equalsIgnoreCase(one)
                        || other.regionMatches(true, 0, one + "-", 0, one.length() + 1)));
  }

  /** What has a day alone has no time to compare; its day has been held against the days. */
  private boolean isInTime(ArticleRecord.Summary article) {
    if ((after == null && before == null)
        || article.published() == null
        || article.published().length() <= 10) {
      return true;
    }
    Instant time = OffsetDateTime.parse(article.published()).toInstant();
    return (after == null || !time.isBefore(after)) && (before == null || !time.isAfter(before));
  }

  private boolean hasClaim(ArticleRecord.Summary article) {
    if (kinds == null) {
      return verdicts == null || article.verdicts().keySet().stream().anyMatch(verdicts::contains);
    }
    return article.kinds().keySet().stream().anyMatch(this::isAsked);
  }

  /**
   * @param counted kind and verdict, joined by a stroke
   */
  private boolean isAsked(String counted) {
    int stroke = counted.indexOf('/');
    return (kinds == null || kinds.contains(counted.substring(0, stroke)))
        && (verdicts == null || verdicts.contains(counted.substring(stroke + 1)));
  }

  /** Claims of the article that have its kind and verdict; some may lack its flag or listing. */
  public int claims(ArticleRecord.Summary article) {
    return article.kinds().entrySet().stream()
        .filter(e -> isAsked(e.getKey()))
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
        new Object[] {
          languages, verdicts, kinds, flags, from, to, after, before, updatedSince, words, sort
        }) {
      parts.add(String.valueOf(part));
    }
    parts.add(String.valueOf(descending));
    return UploadRecord.digest(String.join("\n", parts)).substring(0, 8);
  }
}
