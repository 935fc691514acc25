package io.quotemark.serve.check;

import io.quotemark.checking.AnswerChecker;
import io.quotemark.checking.Checker;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.reading.AnswerReader;
import io.quotemark.reading.ArticleReader;
import io.quotemark.serve.http.Problem;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and checks a document of a request, for programs and for the form. */
public final class DocumentCheck {
  /** The contract's limit; the gateway's own is higher. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final ArticleReader reader;
  private final Supplier<Checker> checker;
  private final Supplier<AnswerChecker> answers;

  /**
   * @param checker made when the first document comes: most environments are never asked to check
   * @param answers made when the first answer of an assistant comes
   */
  public DocumentCheck(
      ArticleReader reader, Supplier<Checker> checker, Supplier<AnswerChecker> answers) {
    this.reader = reader;
    this.checker = checker;
    this.answers = answers;
  }

  CheckedAnswer answer(Article answer, boolean explain) {
    return answers.get().check(answer, explain);
  }

  CheckedArticle checked(Article article, boolean explain) {
    return checker.get().check(article, explain);
  }

  /**
   * @throws Problem.Raised where the document is too large
   */
  Reading read(byte[] body, @Nullable String contentType, Document.Hints hints) {
    return reader.read(bounded(body, contentType, hints));
  }

  /**
   * An assistant's answer, as it was given.
   *
   * @throws Problem.Raised where the document is too large
   */
  Reading readAnswer(byte[] body, @Nullable String contentType, Document.Hints hints) {
    return AnswerReader.read(bounded(body, contentType, hints));
  }

  private static Document bounded(byte[] body, @Nullable String contentType, Document.Hints hints) {
    if (body.length > MOST_BYTES) {
      throw Problem.of(
              413,
              "too_large",
              "The document is too large",
              "%,d bytes; the most is %,d. Larger documents are stored and checked: ask POST /v1/articles?upload=presigned&size=%d for an address, put the document there, and find its answer by GET /v1/articles"
                  .formatted(body.length, MOST_BYTES, body.length))
          .raised();
    }
    return new Document(body, null, contentType, hints);
  }

  static Problem problem(Reading.Rejected rejected) {
    int status = rejected.code() == Reading.Code.TOO_LARGE ? 413 : 422;
    return Problem.of(
        status,
        rejected.code().name().toLowerCase(Locale.ROOT),
        "No article could be read",
        rejected.message());
  }
}
