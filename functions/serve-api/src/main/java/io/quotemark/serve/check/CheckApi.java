package io.quotemark.serve.check;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.DocumentHints;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.SourceKinds;
import io.quotemark.serve.http.Spoken;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code POST /v1/check}: read, check, answer, store nothing. */
public final class CheckApi {
  public static final Set<String> PARAMETERS =
      Set.of("as", "published_at", "language", "tickers", "source", SourceKinds.NAME, "explain");

  private static final String ANSWER = "answer";
  private static final String MARKDOWN = "text/markdown";

  private final DocumentCheck check;
  private final Whereabouts where;
  private final Clock clock;

  /**
   * @param clock tells when an answer of an assistant was given, where its sender does not
   */
  public CheckApi(DocumentCheck check, Whereabouts where, Clock clock) {
    this.check = check;
    this.where = where;
    this.clock = clock;
  }

  public HttpResponse document(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    DocumentHints.refuseForms(request);
    Document.Hints hints = DocumentHints.of(query);
    boolean explain = query.flag("explain");
    String type = request.headers().getOrDefault("content-type", "");
    String as = query.oneOf("as", List.of("article", ANSWER));
    if (ANSWER.equals(as) || (as == null && type.toLowerCase(Locale.ROOT).startsWith(MARKDOWN))) {
      return answer(request, hints, explain);
    }
    Reading reading = check.read(request.body(), request.headers().get("content-type"), hints);
    return switch (reading) {
      case Reading.One(Article article) ->
          Answers.json(
              CheckedArticleJson.write(
                  check.checked(article, explain), null, where::of, Spoken.sentences()));
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
                      check.checked(article, explain), where::of, Spoken.sentences(), out);
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
      case Reading.Rejected rejected -> throw DocumentCheck.problem(rejected).raised();
    };
  }

  /** What an assistant answered is of now, unless its sender says otherwise. */
  private HttpResponse answer(HttpRequest request, Document.Hints hints, boolean explain) {
    Reading reading =
        check.readAnswer(request.body(), request.headers().get("content-type"), hints);
    return switch (reading) {
      case Reading.One(Article article) -> {
        Article answer =
            article.published() != null
                ? article
                : article.publishedAt(
                    PublicationTime.at(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        PublicationTime.Quality.DECLARED));
        yield Answers.json(
            CheckedArticleJson.write(check.answer(answer, explain), where::of, Spoken.sentences()));
      }
      case Reading.Rejected rejected -> throw DocumentCheck.problem(rejected).raised();
      case Reading.Bundle bundle ->
          throw new IllegalStateException("an answer is one document: " + bundle);
    };
  }
}
