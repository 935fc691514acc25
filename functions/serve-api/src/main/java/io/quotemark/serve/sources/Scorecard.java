package io.quotemark.serve.sources;

import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Similar;
import io.quotemark.storage.articles.Sources;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a source's claims came to in a stretch of time.
 *
 * @param from first day of publication, inclusive
 * @param to last day of publication, inclusive
 */
public record Scorecard(LocalDate from, LocalDate to, Sources.Tally tally) {
  /** Parameters that choose the stretch. */
  public static final Set<String> STRETCH = Set.of("published_after", "published_before");

  /** A doubtful claim is not decided: nobody is accused of it, and nobody is cleared. */
  private static final Set<String> DECIDED = Set.of("verified", "verified_loose", "contradicted");

  /** So that the cost is bounded however long the stretch is. */
  private static final int MOST_ARTICLES = 2_000;

  /**
   * Of the stretch that the request names; without one, of the year up to today, or where nothing
   * was published in it, of the year up to the latest article.
   *
   * @param last day that counts where the request names none
   * @throws Problem.Raised where the days leave no stretch
   */
  static Scorecard of(Sources sources, String source, Parameters query, LocalDate last) {
    LocalDate before = query.date("published_before");
    LocalDate to = before == null ? last : before;
    LocalDate after = query.date("published_after");
    LocalDate from = after == null ? to.minusYears(1) : after;
    if (from.isAfter(to)) {
      throw Problem.unusableParameter("published_after", "is later than published_before").raised();
    }
    Sources.Tally tally = sources.tally(source, from, to, MOST_ARTICLES);
    LocalDate latest =
        tally.articles() == 0 && before == null && after == null ? sources.latest(source) : null;
    return latest == null || latest.isAfter(last)
        ? new Scorecard(from, to, tally)
        : new Scorecard(
            latest.minusYears(1),
            latest,
            sources.tally(source, latest.minusYears(1), latest, MOST_ARTICLES));
  }

  /**
   * @throws Problem.Raised where nothing of such a source was ever stored
   */
  static void known(Sources sources, String source) {
    if (source.isBlank() || !sources.knows(source)) {
      throw Problem.notFound("source", source, Similar.to(source, sources.names())).raised();
    }
  }

  /** Claims that prices decided. */
  int decided() {
    return claims(DECIDED);
  }

  int contradicted() {
    return claims(Set.of("contradicted"));
  }

  int doubtful() {
    return claims(Set.of("doubtful"));
  }

  private int claims(Set<String> outcomes) {
    return tally.kinds().entrySet().stream()
        .filter(e -> outcomes.contains(e.getKey().substring(e.getKey().indexOf('/') + 1)))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Counts by kind and by outcome in lower case. */
  Map<String, Map<String, Integer>> byKind() {
    Map<String, Map<String, Integer>> out = new TreeMap<>();
    tally
        .kinds()
        .forEach((name, count) -> {
          int bar = name.indexOf('/');
          out.computeIfAbsent(name.substring(0, bar), kind -> new TreeMap<>())
              .merge(name.substring(bar + 1), count, Integer::sum);
        });
    return out;
  }
}
