package io.quotemark.serve.claims;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.rows.ClaimRow;
import io.quotemark.runtime.rows.FoundValue;
import io.quotemark.serve.http.Rows;
import io.quotemark.serve.http.Spoken;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a list with the article it stands in, as JSON and as a row.
 *
 * @param address of the article, null where it has none
 */
record ListedClaim(Summary article, @Nullable String address, CheckedClaim claim) {
  static final List<Rows.Column<ListedClaim>> COLUMNS =
      ClaimRow.NAMES.stream()
          .map(name -> new Rows.Column<ListedClaim>(name, listed -> listed.row().get(name)))
          .toList();

  private ClaimRow row() {
    return ClaimRow.of(
        new ClaimRow.Of(
            article.id(),
            article.title(),
            article.source(),
            article.published(),
            address,
            known(article.updated())),
        claim,
        Spoken.sentences());
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  String id() {
    return article.id() + "." + claim.claim().id();
  }

  static void write(ListedClaim listed, JsonGenerator out) throws IOException {
    Summary article = listed.article();
    out.writeStartObject();
    begin(
        listed.id(), article.title(), article.source(), article.published(), listed.address(), out);
    out.writeStringField("updated_at", known(article.updated()));
    end(listed.claim(), out);
  }

  /** The same of an article that has been read as a whole. */
  static void write(String id, Article article, CheckedClaim claim, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    begin(id, article.title(), article.source(), text(article.published()), article.address(), out);
    end(claim, out);
  }

  private static void begin(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      @Nullable String address,
      JsonGenerator out)
      throws IOException {
    out.writeStringField("id", id);
    out.writeObjectFieldStart("article");
    out.writeStringField("id", id.substring(0, id.indexOf('.')));
    out.writeStringField("title", title);
    out.writeStringField("source", source);
    out.writeStringField("published_at", published);
    out.writeStringField("address", address);
  }

  private static void end(CheckedClaim claim, JsonGenerator out) throws IOException {
    out.writeEndObject();
    out.writeStringField("found_value", text(FoundValue.of(claim)));
    out.writeFieldName("claim");
    CheckedArticleJson.writeClaim(claim, Spoken.sentences(), out);
    out.writeEndObject();
  }

  static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
