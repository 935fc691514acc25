package io.quotemark.serve.check;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.securities.Securities;
import io.quotemark.serve.articles.ArticleCharts;
import io.quotemark.serve.articles.ArticlePage;
import io.quotemark.serve.articles.Charts;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.SourceKinds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code POST /check}: the form of the first page, answered with the page of the article. */
public final class CheckPages {
  private final DocumentCheck check;
  private final Charts charts;
  private final NeededPrices.Means means;

  public CheckPages(
      DocumentCheck check, PriceHistory prices, Securities securities, NeededPrices.Means means) {
    this.check = check;
    this.charts = new Charts(prices, securities);
    this.means = means;
  }

  public HttpResponse form(Call call) {
    String document = "";
    String publishedAt = null;
    SourceKind kind = null;
    for (String field : new String(call.request().body(), StandardCharsets.UTF_8).split("&", 20)) {
      int equals = field.indexOf('=');
      String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
      if (field.startsWith("document=")) {
        document = value.replace("\r\n", "\n");
      } else if (field.startsWith("published_at=") && !value.isBlank()) {
        publishedAt = value.strip();
      } else if (field.startsWith(SourceKinds.NAME + "=") && !value.isBlank()) {
        kind = SourceKinds.of(value);
      }
    }
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Reading reading =
        check.read(bytes, null, new Document.Hints(publishedAt, null, List.of(), null, kind));
    return switch (reading) {
      case Reading.One(Article article) -> {
        CheckedArticle checked = check.checked(article, false);
        yield Answers.page(
            200,
            ArticlePage.of(
                checked, null, TextStatus.SERVED, new ArticleCharts(charts.of(checked)), means));
      }
      case Reading.Bundle(List<Reading.Entry> entries) ->
          throw Problem.of(
                  422,
                  "bundle",
                  "This is several articles",
                  "the form checks one article; post the " + entries.size() + " to /v1/check")
              .raised();
      case Reading.Rejected rejected -> throw DocumentCheck.problem(rejected).raised();
    };
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              400,
              "malformed_form",
              "The form could not be read",
              "not form-url-encoded: " + e.getMessage())
          .raised();
    }
  }
}
