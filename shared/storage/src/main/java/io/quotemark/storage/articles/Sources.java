package io.quotemark.storage.articles;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import io.quotemark.storage.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each source has said, counted; and where a wrong figure stood first. */
public final class Sources {
  private static final int MOST_NAMES = 1_000;

  /** Characters of a sort key that name the month. */
  private static final int MONTH = "2025-03".length();

  private final Table table;

  Sources(Table table) {
    this.table = table;
  }

  /**
   * Articles of a source in a stretch of time, and their claims.
   *
   * @param kinds claims by kind and outcome, {@code PRICE_LEVEL/verified}
   * @param months the claims alone by outcome, of each month of publication ({@code 2025-03})
   * @param complete whether all articles were counted; the newest were where not
   */
  public record Tally(
      int articles,
      Map<String, Integer> kinds,
      SortedMap<String, Map<String, Integer>> months,
      boolean sample,
      boolean complete) {
    public Tally {
      kinds = new TreeMap<>(kinds);
      months = new TreeMap<>(months);
    }
  }

  /**
   * @param most articles that are counted
   */
  public Tally tally(String source, LocalDate from, LocalDate to, int most) {
    Map<String, Integer> kinds = new TreeMap<>();
    SortedMap<String, Map<String, Integer>> months = new TreeMap<>();
    int articles = 0;
    boolean sample = false;
    List<Item> entries =
        table.query(
            Range.of(Articles.SOURCE.of(ArticleRecord.sourceKey(source)))
                .between(from.toString(), SortKeys.end(to.toString()))
                .descending(true)
                .limit(most + 1));
    for (Item entry : entries) {
      if (articles == most) {
        return new Tally(articles, kinds, months, sample, false);
      }
      articles++;
      sample |= entry.flag(Attributes.SAMPLE);
      entry
          .counts(Attributes.KINDS)
          .forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
      Map<String, Integer> month =
          months.computeIfAbsent(
              entry.text(Schema.SK).substring(0, MONTH), name -> new TreeMap<>());
      entry
          .counts(Attributes.VERDICTS)
          .forEach((outcome, count) -> month.merge(outcome, count, Integer::sum));
    }
    return new Tally(articles, kinds, months, sample, true);
  }

  /** The latest day on which an article of the source was published; null where none was. */
  public @Nullable LocalDate latest(String source) {
    return table
        .query(
            Range.of(Articles.SOURCE.of(ArticleRecord.sourceKey(source))).descending(true).limit(1))
        .stream()
        .findFirst()
        .map(entry -> LocalDate.parse(entry.text(Schema.SK).substring(0, 10)))
        .orElse(null);
  }

  /** Sources that there are articles of, as their keys are written; a thousand at most. */
  public List<String> names() {
    return table.query(Range.of(Articles.SOURCES).limit(MOST_NAMES)).stream()
        .map(item -> item.text(Schema.SK))
        .toList();
  }

  public boolean knows(String source) {
    return table.get(Articles.SOURCES, ArticleRecord.sourceKey(source)).isPresent();
  }

  /**
   * Articles with this wrong figure, the earliest first, by publication.
   *
   * @param errorKey of the claim
   */
  public Optional<ArticleRecord.Summary> first(String errorKey) {
    return with(errorKey, 1).stream().findFirst();
  }

  /**
   * Articles with this wrong figure, the earliest publication first.
   *
   * @param most how many
   */
  public List<ArticleRecord.Summary> with(String errorKey, int most) {
    return table.query(Range.of(Articles.ERROR.of(errorKey)).limit(most)).stream()
        .map(ArticleRecord::summary)
        .toList();
  }
}
