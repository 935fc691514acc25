package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Words;
import io.quotemark.storage.articles.ArticleRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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

  /** Articles as rows. */
  public static List<Row> rows(List<ArticleRecord.Summary> articles) {
    return articles.stream()
        .map(a ->
            new Row(
                a.id(),
                a.title(),
                a.source(),
                a.published(),
                a.listings(),
                counts(a.verdicts()),
                a.sample()))
        .toList();
  }

  /** Address of the next page with the same parameters, null on the last. */
  public static @Nullable String next(
      String path, Map<String, String> given, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(path).append('?');
    given.forEach((name, value) -> out.append(name).append('=').append(encoded(value)).append('&'));
    return out.append("cursor=").append(encoded(cursor)).toString();
  }

  private static Map<Verdict.Outcome, Integer> counts(Map<String, Integer> verdicts) {
    Map<Verdict.Outcome, Integer> out = new EnumMap<>(Verdict.Outcome.class);
    verdicts.forEach(
        (name, count) -> out.put(Verdict.Outcome.valueOf(name.toUpperCase(Locale.ROOT)), count));
    return out;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * @param next address of the next page, null on the last
   */
  public static Html of(List<Row> rows, @Nullable String next) {
    return Html.of(
        "<ol class=\"articles\">{}</ol>{}",
        rows.stream().map(ArticleList::row).toList(),
        next == null
            ? Html.EMPTY
            : Html.of(
                "<p class=\"pager\"><a rel=\"next\" href=\"{}\">Older articles</a></p>", next));
  }

  public static boolean sample(List<Row> rows) {
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
