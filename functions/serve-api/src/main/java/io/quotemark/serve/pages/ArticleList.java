package io.quotemark.serve.pages;

import io.quotemark.domain.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles one below the other, each with what was found in it. */
public final class ArticleList {
  private ArticleList() {}

  /**
   * @param counts claims by outcome
   * @param sample whether anything of it rests on sample data
   */
  public record Row(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      List<String> listings,
      Map<Verdict.Outcome, Integer> counts,
      boolean sample) {}

  /**
   * @param next address of the next page, null on the last
   */
  static Html of(List<Row> rows, @Nullable String next) {
    return Html.of(
        "<ol class=\"articles\">{}</ol>{}",
        rows.stream().map(ArticleList::row).toList(),
        next == null
            ? Html.EMPTY
            : Html.of(
                "<p class=\"pager\"><a rel=\"next\" href=\"{}\">Older articles</a></p>", next));
  }

  static boolean sample(List<Row> rows) {
    return rows.stream().anyMatch(Row::sample);
  }

  private static Html row(Row row) {
    return Html.of(
        """
        <li>
        <h3><a href="/articles/{}">{}</a></h3>
        <p class="meta">{}{}{}</p>
        {}
        </li>
        """,
        row.id(),
        row.title().isBlank() ? "(untitled)" : row.title(),
        Html.when(
            row.source() != null,
            Html.of("<a href=\"/sources/{}\">{}</a> · ", Html.name(row.source()), row.source())),
        row.published() == null
            ? Html.of("publication time unknown")
            : Html.of(
                "<time datetime=\"{}\">{}</time>", row.published(), Words.time(row.published())),
        row.listings().stream()
            .map(l -> Html.of(" · <a href=\"/listings/{}\">{}</a>", Html.segment(l), l))
            .toList(),
        Badges.of(row.counts()));
  }
}
