package io.quotemark.storage.articles;

import io.quotemark.storage.articles.Removals.Removal;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import io.quotemark.storage.table.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles by the day on which what is stored of them last changed, in UTC. */
public final class ChangedArticles {
  private final Table table;

  ChangedArticles(Table table) {
    this.table = table;
  }

  /**
   * Articles whose latest change was on the day, the earliest first.
   *
   * @param after the place that an earlier page gave to go on after, null for the first
   */
  public ArticleIndex.Page<ArticleRecord.Summary> on(
      LocalDate day, @Nullable String after, int limit) {
    String from = after == null ? day.toString() : after + " "; // right behind that place
    List<Item> items =
        table.query(
            Range.of(Articles.UPDATED)
                .between(from, SortKeys.end(day.toString()))
                .limit(limit + 1));
    List<Item> page = items.subList(0, Math.min(limit, items.size()));
    return new ArticleIndex.Page<>(
        page.stream().map(ArticleRecord::summary).toList(),
        items.size() > limit ? page.getLast().text(Schema.SK) : null);
  }

  /** Articles that went on the day and did not come back, the earliest first. */
  public List<Removal> gone(LocalDate day) {
    return table
        .query(Range.of(Articles.GONE).between(day.toString(), SortKeys.end(day.toString())))
        .stream()
        .map(item ->
            new Removal(
                item.text(Attributes.ID),
                item.text(Attributes.UPDATED),
                item.textOrNull(Attributes.TAKEN_DOWN) != null))
        .toList();
  }
}
