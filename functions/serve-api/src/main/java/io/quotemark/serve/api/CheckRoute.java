package io.quotemark.serve.api;

import io.quotemark.checking.Checker;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.pages.ArticleCharts;
import io.quotemark.serve.pages.ArticlePage;
import io.quotemark.serve.pages.NeededPrices;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/check} for programs and {@code POST /check} for the form: read, check, answer,
 * store nothing.
 */
public final class CheckRoute {
  /** The contract's limit; the gateway's own is higher. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final Set<String> PARAMETERS =
      Set.of("published_at", "language", "tickers", "source", SourceKinds.NAME, "explain");

  private final ArticleReader reader;
  private final Supplier<Checker> checker;

  private final Charts charts;
  private final NeededPrices.Means means;

  /**
   * @param checker made when the first document comes: most environments are never asked to check
   */
  public CheckRoute(
      ArticleReader reader,
      Supplier<Checker> checker,
      PriceHistory prices,
      Securities securities,
      NeededPrices.Means means) {
    this.reader = reader;
    this.checker = checker;
    this.charts = new Charts(prices, securities);
    this.means = means;
  }

  public List<Route> routes() {
    return List.of(
        new Route("POST", "/v1/check", PARAMETERS, this::document),
        new Route("POST", "/check", Set.of(), this::form));
  }

  private HttpResponse document(HttpRequest request, List<String> path, Parameters query) {
    Document.Hints hints =
        new Document.Hints(
            query.text("published_at"),
            query.text("language"),
            query.list("tickers"),
            query.text("source"),
            SourceKinds.of(query));
    boolean explain = query.flag("explain");
    Reading reading = read(request.body(), request.headers().get("content-type"), hints);
    return switch (reading) {
      case Reading.One(Article article) ->
          Answers.json(
              CheckedArticleJson.write(
                  checker.get().check(article, explain), null, means.where()::of));
      case Reading.Bundle(List<Reading.Entry> entries) ->
          Answers.json(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("entries");
            for (Reading.Entry entry : entries) {
              out.writeStartObject();
              out.writeStringField("name", entry.name());
              switch (entry.reading()) {
                case Reading.One(Article article) -> {
                  out.writeFieldName("result");
                  CheckedArticleJson.write(
                      checker.get().check(article, explain), means.where()::of, out);
                }
                case Reading.Rejected(Reading.Code code, String message) -> {
                  out.writeStringField("rejected", code.name().toLowerCase(java.util.Locale.ROOT));
                  out.writeStringField("message", message);
                }
                case Reading.Bundle nested -> out.writeStringField("rejected", "bundle_limit");
              }
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          });
      case Reading.Rejected rejected -> throw problem(rejected).raised();
    };
  }

  private HttpResponse form(HttpRequest request, List<String> path, Parameters query) {
    String document = "";
    String publishedAt = null;
    SourceKind kind = null;
    for (String field : new String(request.body(), StandardCharsets.UTF_8).split("&", 20)) {
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
        read(bytes, null, new Document.Hints(publishedAt, null, List.of(), null, kind));
    return switch (reading) {
      case Reading.One(Article article) -> {
        CheckedArticle checked = checker.get().check(article);
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
      case Reading.Rejected rejected -> throw problem(rejected).raised();
    };
  }

  private Reading read(byte[] body, @Nullable String contentType, Document.Hints hints) {
    if (body.length > MOST_BYTES) {
      throw Problem.of(
              413,
              "too_large",
              "The document is too large",
              "%,d bytes; the most is %,d. Larger documents are stored and checked: ask POST /v1/articles?upload=presigned&size=%d for an address, put the document there, and find its answer by GET /v1/articles"
                  .formatted(body.length, MOST_BYTES, body.length))
          .raised();
    }
    return reader.read(new Document(body, null, contentType, hints));
  }

  private static Problem problem(Reading.Rejected rejected) {
    int status = rejected.code() == Reading.Code.TOO_LARGE ? 413 : 422;
    return Problem.of(
        status,
        rejected.code().name().toLowerCase(java.util.Locale.ROOT),
        "No article could be read",
        rejected.message());
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
