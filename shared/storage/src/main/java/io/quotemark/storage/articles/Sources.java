package io.quotemark.storage.articles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What each source has said, counted; and where a wrong figure stood first. */
public final class Sources {
  static final String DIRECTORY = "SOURCES";

  private static final int MOST_NAMES = 1_000;

  private final Table table;

  public Sources(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /**
   * Articles of a source in a stretch of time, and their claims.
   *
   * @param kinds claims by kind and outcome, {@code PRICE_LEVEL/verified}
   * @param complete whether all articles were counted; the newest were where not
   */
  public record Tally(int articles, Map<String, Integer> kinds, boolean sample, boolean complete) {
    public Tally {
      kinds = new TreeMap<>(kinds);
    }
  }

  /**
   * @param most articles that are counted
   */
  public Tally tally(String source, LocalDate from, LocalDate to, int most) {
    Map<String, Integer> kinds = new TreeMap<>();
    int articles = 0;
    boolean sample = false;
    List<Item> entries =
        table.query(
            new Table.Range(
                ArticleRecord.SOURCE + ArticleRecord.sourceKey(source),
                from.toString(),
                SortKeys.end(to.toString()),
                true,
                most + 1,
                null));
    for (Item entry : entries) {
      if (articles == most) {
        return new Tally(articles, kinds, sample, false);
      }
      articles++;
      sample |= entry.flag("sample");
      entry.counts("kinds").forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
    }
    return new Tally(articles, kinds, sample, true);
  }

  /** Sources that there are articles of, as their keys are written; a thousand at most. */
  public List<String> names() {
    return table.query(new Table.Range(DIRECTORY, null, null, false, MOST_NAMES, null)).stream()
        .map(item -> item.text("sk"))
        .toList();
  }

  public boolean knows(String source) {
    return table.get(DIRECTORY, ArticleRecord.sourceKey(source)).isPresent();
  }

  /**
   * The earliest article with this wrong figure, by publication.
   *
   * @param errorKey of the claim
   */
  public Optional<ArticleRecord.Summary> first(String errorKey) {
    return table
        .query(new Table.Range(ArticleRecord.ERROR + errorKey, null, null, false, 1, null))
        .stream()
        .findFirst()
        .map(ArticleRecord::summary);
  }
}
