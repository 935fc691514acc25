package io.quotemark.reading;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.reading.charset.Decoder;
import io.quotemark.reading.language.LanguageFinder;
import io.quotemark.reading.structured.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of an assistant as it was given: all of its text, with its tables and its
 * Markdown, none of it set apart. Of JSON with a field of text that field is the answer, and fields
 * named like the hints are hints; other JSON is an answer as it stands.
 */
public final class AnswerReader {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** Names of the field of a JSON document that holds an answer, the likeliest first. */
  private static final List<String> TEXT =
      List.of("text", "answer", "content", "message", "output", "response", "body", "markdown");

  private AnswerReader() {}

  /** The answer; rejected where it is empty, too large or no text. */
  public static Reading read(Document document) {
    if (document.bytes().length > MOST_BYTES) {
      return new Reading.Rejected(
          Reading.Code.TOO_LARGE,
          "%,d bytes; the most is %,d.".formatted(document.bytes().length, MOST_BYTES));
    }
    Optional<String> decoded = Decoder.decode(document.bytes(), document.contentType());
    if (document.bytes().length > 0 && decoded.isEmpty()) {
      return new Reading.Rejected(Reading.Code.BINARY, "The answer holds no text.");
    }
    String text = decoded.orElse("");
    if (text.isBlank()) {
      return new Reading.Rejected(Reading.Code.EMPTY, "The answer is empty.");
    }
    Map<?, ?> object = object(text);
    String inside = inside(object);
    return new Reading.One(
        inside == null
            ? article(text, document.hints())
            : article(inside, merged(document.hints(), object)));
  }

  private static Map<?, ?> object(String text) {
    return text.stripLeading().startsWith("{")
            && JsonTree.read(text.strip()).orElse(null) instanceof Map<?, ?> object
        ? object
        : Map.of();
  }

  private static @Nullable String inside(Map<?, ?> object) {
    for (String name : TEXT) {
      if (object.get(name) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** What the request says outweighs what the document does. */
  private static Document.Hints merged(Document.Hints hints, Map<?, ?> object) {
    List<String> tickers =
        object.get("tickers") instanceof List<?> list
            ? list.stream().map(Objects::toString).toList()
            : List.of();
    return new Document.Hints(
        hints.publishedAt() != null ? hints.publishedAt() : text(object, "published_at"),
        hints.language() != null ? hints.language() : text(object, "language"),
        hints.tickers().isEmpty() ? tickers : hints.tickers(),
        hints.source(),
        hints.sourceKind());
  }

  private static @Nullable String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static Article article(String text, Document.Hints hints) {
    String language = hints.language() != null ? hints.language() : LanguageFinder.of(text);
    SourceKind kind = hints.sourceKind() == null ? SourceKind.GENERATED : hints.sourceKind();
    PublicationTime published =
        hints.publishedAt() == null ? null : Times.of(hints.publishedAt(), language);
    return new Article(
            "",
            List.of(),
            List.of(),
            published,
            null,
            language,
            hints.source(),
            null,
            null,
            hints.tickers(),
            text,
            List.of(),
            0,
            List.of())
        .as(kind);
  }
}
