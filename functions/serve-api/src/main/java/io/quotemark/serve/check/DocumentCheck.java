package io.quotemark.serve.check;

import io.quotemark.checking.Checker;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.verdict.CheckedArticle;
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

  /**
   * @param checker made when the first document comes: most environments are never asked to check
   */
  public DocumentCheck(ArticleReader reader, Supplier<Checker> checker) {
    this.reader = reader;
    this.checker = checker;
  }

  CheckedArticle checked(Article article, boolean explain) {
    return checker.get().check(article, explain);
  }

  /**
   * @throws Problem.Raised where the document is too large
   */
  Reading read(byte[] body, @Nullable String contentType, Document.Hints hints) {
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

  static Problem problem(Reading.Rejected rejected) {
    int status = rejected.code() == Reading.Code.TOO_LARGE ? 413 : 422;
    return Problem.of(
        status,
        rejected.code().name().toLowerCase(Locale.ROOT),
        "No article could be read",
        rejected.message());
  }
}
