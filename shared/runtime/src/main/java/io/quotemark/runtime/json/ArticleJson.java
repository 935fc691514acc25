package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code article} of the public contract; the same article always gives the same bytes.
 *
 * <p>In messages and stored texts the kind of source is written only where it is not news: a
 * version is the digest of these bytes, and that of an article which was stored before there were
 * kinds must stay what it is. How well a page was read is no part of a version either.
 */
public final class ArticleJson {
  private ArticleJson() {}

  /** As messages and stored texts hold it. */
  public static byte[] write(Article article) {
    return Json.write(out -> write(article, article.sourceKind() != SourceKind.NEWS, out));
  }

  /** As answers and findings hold it. */
  static void write(Article article, JsonGenerator out) throws IOException {
    write(article, true, out);
  }

  private static void write(Article article, boolean withKind, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("title", article.title());
    Out.texts(out, "authors", article.authors());
    Out.texts(out, "credits", article.credits());
    time(out, "published_at", "time_quality", article.published());
    time(out, "modified_at", "modified_quality", article.modified());
    Out.text(out, "language", article.language());
    Out.text(out, "source", article.source());
    if (withKind) {
      Out.lower(out, "source_kind", article.sourceKind());
    }
    Out.text(out, "address", article.address());
    Out.text(out, "section", article.section());
    Out.texts(out, "tickers", article.tickers());
    Out.text(out, "text", article.text().isEmpty() ? null : article.text());
    out.writeArrayFieldStart("furniture");
    for (Article.Furniture block : article.furniture()) {
      out.writeStartObject();
      Out.lower(out, "kind", block.kind());
      Out.text(out, "language", block.language());
      out.writeStringField("text", block.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("duplicate_paragraphs", article.duplicateParagraphs());
    out.writeArrayFieldStart("notices");
    for (Article.Notice notice : article.notices()) {
      out.writeStartObject();
      Out.lower(out, "kind", notice.kind());
      out.writeStringField("text", notice.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (article.readingQuality() != null) {
      Out.text(out, "reading_quality", article.readingQuality());
    }
    out.writeEndObject();
  }

  /**
   * @throws Json.Malformed where it is not what {@link #write(Article)} wrote
   */
  public static Article read(byte[] json) {
    return read(Json.read(json));
  }

  public static Article read(Node node) {
    List<Article.Furniture> furniture = new ArrayList<>();
    for (Node block : node.at("furniture").elements()) {
      furniture.add(
          new Article.Furniture(
              Out.required(Article.Furniture.Kind.class, block.at("kind")),
              block.at("language").textOrNull(),
              block.at("text").text()));
    }
    List<Article.Notice> notices = new ArrayList<>();
    for (Node notice : node.at("notices").elements()) {
      notices.add(
          new Article.Notice(
              Out.required(Article.Notice.Kind.class, notice.at("kind")),
              notice.at("text").text()));
    }
    return new Article(
        node.at("title").text(),
        node.at("authors").texts(),
        node.at("credits").texts(),
        time(node.at("published_at"), node.at("time_quality")),
        time(node.at("modified_at"), node.at("modified_quality")),
        node.at("language").textOrNull(),
        node.at("source").textOrNull(),
        node.at("address").textOrNull(),
        node.at("section").textOrNull(),
        node.at("tickers").texts(),
        node.at("text").textOr(""),
        furniture,
        node.at("duplicate_paragraphs").integer(),
        notices,
        kind(node.at("source_kind")),
        quality(node.at("reading_quality")));
  }

  /** Null where nobody measured it, as of what was stored before it was. */
  private static @Nullable Double quality(Node node) {
    BigDecimal share = node.decimalOrNull();
    return share == null ? null : share.doubleValue();
  }

  /** News where nothing is said, as of what was stored before there were kinds. */
  private static SourceKind kind(Node node) {
    SourceKind kind = Out.upper(SourceKind.class, node);
    return kind == null ? SourceKind.NEWS : kind;
  }

  private static void time(
      JsonGenerator out, String name, String quality, @Nullable PublicationTime time)
      throws IOException {
    Out.text(out, name, time);
    out.writeStringField(quality, time == null ? "unknown" : Out.lower(time.quality()));
  }

  private static @Nullable PublicationTime time(Node at, Node quality) {
    String text = at.textOrNull();
    if (text == null) {
      return null;
    }
    PublicationTime.Quality known = Out.required(PublicationTime.Quality.class, quality);
    try {
      return text.length() == 10
          ? new PublicationTime(LocalDate.parse(text), null, known)
          : PublicationTime.at(OffsetDateTime.parse(text), known);
    } catch (DateTimeException e) {
      throw new Json.Malformed(at + " is no time", e);
    }
  }
}
