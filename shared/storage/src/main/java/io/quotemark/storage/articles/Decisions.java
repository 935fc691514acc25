package io.quotemark.storage.articles;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the claims of stored articles stand, counted: before and after prices came. */
public final class Decisions {
  private final Table table;

  Decisions(Table table) {
    this.table = table;
  }

  /**
   * Claims of one article, or of several.
   *
   * @param decided verified, loosely or not, contradicted or doubtful
   * @param waiting unverifiable or pending
   */
  public record Counts(int decided, int contradicted, int doubtful, int waiting) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(Map<String, Integer> verdicts) {
      int contradicted = verdicts.getOrDefault("contradicted", 0);
      int doubtful = verdicts.getOrDefault("doubtful", 0);
      return new Counts(
          verdicts.getOrDefault("verified", 0)
              + verdicts.getOrDefault("verified_loose", 0)
              + contradicted
              + doubtful,
          contradicted,
          doubtful,
          verdicts.getOrDefault("unverifiable", 0) + verdicts.getOrDefault("pending", 0));
    }

    public Counts plus(Counts other) {
      return new Counts(
          decided + other.decided,
          contradicted + other.contradicted,
          doubtful + other.doubtful,
          waiting + other.waiting);
    }

    /** What came to it since an earlier count; what went the other way counts for nothing. */
    public Counts since(Counts before) {
      return new Counts(
          Math.max(0, decided - before.decided),
          Math.max(0, contradicted - before.contradicted),
          Math.max(0, doubtful - before.doubtful),
          waiting);
    }
  }

  /** Of those articles that there are, by their ids. */
  public Map<String, Counts> of(Collection<String> ids) {
    Map<String, Counts> counts = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return counts;
    }
    table
        .read(
            ids.stream().map(id -> Articles.ARTICLE.of(id)).toList(),
            Articles.META,
            List.of(Attributes.REMOVED, Attributes.VERDICTS))
        .forEach((partition, meta) -> {
          if (!meta.flag(Attributes.REMOVED)) {
            counts.put(
                Articles.ARTICLE.name(partition), Counts.of(meta.counts(Attributes.VERDICTS)));
          }
        });
    return counts;
  }
}
