package io.quotemark.serve.search;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.articles.ArticleRows;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord;
import java.util.List;
import java.util.Locale;

/** {@code /search}: companies, sources and articles for what was typed into the search box. */
public final class SearchPages {
  private static final int COMPANIES = 12;
  private static final int ARTICLES = 10;
  private static final int MOST_WORDS = 8;

  private final SiteSearch search;
  private final ArticleSearch articles;
  private final ArticleRows rows;

  public SearchPages(SiteSearch search, ArticleSearch articles, ArticleRows rows) {
    this.search = search;
    this.articles = articles;
    this.rows = rows;
  }

  public HttpResponse find(Call call) {
    String text = call.query().text("q");
    if (text == null) {
      return Answers.page(200, SearchPage.empty());
    }
    SiteSearch.Found found = search.find(text, COMPANIES);
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS));
    ArticleIndex.Page<ArticleRecord.Summary> page =
        articles.page(ArticleQuery.ALL.withWords(words), ARTICLES, null);
    List<ArticleList.Row> listed = rows.of(page.items());
    return Answers.page(200, SearchPage.of(text, found, listed, page.next() != null));
  }
}
