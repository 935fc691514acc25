package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.serve.pages.Tally;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles one below the other, each with the claim to look at first. */
public final class ArticleList {
  private ArticleList() {}

  /**
   * @param language of the article, null where it is not known
   * @param published null where the article does not say
   * @param order begins with the day of publication, or with the upload's where the article does
   *     not say when it was published
   * @param companies the first of them
   * @param listings how many there are
   * @param counts claims by outcome
   * @param worst null where no claim is about a share price
   * @param sample whether anything of it rests on sample data
   */
  public record Row(
      String id,
      String title,
      @Nullable String source,
      @Nullable String language,
      @Nullable String published,
      String order,
      List<ListingNames.Name> companies,
      int listings,
      Map<Verdict.Outcome, Integer> counts,
      @Nullable Worst worst,
      boolean sample) {
    public Row {
      companies = List.copyOf(companies);
    }
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

  private static Html row(Row row) {
    return Template.of(
            """
            <li data-id="{id}">
            <h3 dir="auto"{lang}><a href="/articles/{id}">{title}</a></h3>
            <p class="meta">{sample}{source}{published}{companies}</p>
            {worst}{tally}
            </li>
            """)
        .with("id", row.id())
        .with("lang", row.language() == null ? Html.EMPTY : Html.of(" lang=\"{}\"", row.language()))
        .with("title", row.title().isBlank() ? "(untitled)" : row.title())
        .with("sample", Html.when(row.sample(), SAMPLE))
        .with(
            "source",
            Html.when(
                row.source() != null,
                Html.of(
                    "<a href=\"/sources/{}\"><bdi>{}</bdi></a> · ",
                    Html.name(row.source()),
                    row.source())))
        .with(
            "published",
            row.published() == null
                ? Html.of("undated, uploaded {}", Times.day(row.order()))
                : Times.html(row.published()))
        .with("companies", companies(row))
        .with("worst", row.worst() == null ? Html.EMPTY : worst(row.id(), row.worst()))
        .with("tally", Tally.of(row.counts()))
        .html();
  }

  /** Marks a row that rests on sample data. */
  static final Html SAMPLE =
      Html.of(
          "<span class=\"sample-mark\" title=\"SAMPLE_DATA: rests on the shipped sample, of which some is made up and some covers only a few sessions\">Sample</span> ");

  private static Html companies(Row row) {
    int more = row.listings() - row.companies().size();
    return row.companies().isEmpty()
        ? Html.EMPTY
        : Html.of(
            " · {}{}",
            Html.commas(row.companies().stream().map(ListingNames.Name::link).toList()),
            more == 0 ? "" : " and " + more + " more");
  }

  private static Html worst(String article, Worst worst) {
    return Template.of(
            """
            <p class="worst {look}"><span class="sign" aria-hidden="true">{sign}</span><span class="aside">{verdict}: </span>\
            <a href="/articles/{article}#{claim}"><q dir="auto">{quote}</q></a>\
            <span class="fix" lang="{language}">{says}</span></p>
            """)
        .with("look", Words.cssClass(worst.outcome()))
        .with("sign", Words.sign(worst.outcome()))
        .with("verdict", Words.of(worst.outcome()))
        .with("article", article)
        .with("claim", worst.claim())
        .with("quote", worst.quote())
        .with("language", worst.language())
        .with("says", worst.says())
        .html();
  }
}
