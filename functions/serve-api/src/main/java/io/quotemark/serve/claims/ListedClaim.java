package io.quotemark.serve.claims;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.serve.http.Rows;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A claim of a list with the article it stands in, as JSON and as a row. */
record ListedClaim(Summary article, CheckedClaim claim) {
  static final List<Rows.Column<ListedClaim>> COLUMNS =
      List.of(
          new Rows.Column<>("id", ListedClaim::id),
          new Rows.Column<>("article_id", c -> c.article().id()),
          new Rows.Column<>("published_at", c -> c.article().published()),
          new Rows.Column<>("source", c -> c.article().source()),
          new Rows.Column<>("title", c -> c.article().title()),
          new Rows.Column<>("kind", c -> c.claim().claim().kind().name()),
          new Rows.Column<>("text", c -> c.claim().claim().at().text()),
          new Rows.Column<>("subject", c -> c.claim().claim().subject()),
          new Rows.Column<>("listing", ListedClaim::listing),
          new Rows.Column<>("value", c -> text(c.claim().claim().value())),
          new Rows.Column<>("currency", c -> c.claim().claim().currency()),
          new Rows.Column<>("verdict", c -> lower(c.claim().verdict().outcome())),
          new Rows.Column<>("strength", c -> lower(c.claim().verdict().strength())),
          new Rows.Column<>("code", c -> lower(c.claim().verdict().code())),
          new Rows.Column<>("confidence", ListedClaim::confidence),
          new Rows.Column<>("flags", ListedClaim::flags),
          new Rows.Column<>("session", ListedClaim::session),
          new Rows.Column<>(
              "reason", c -> c.claim().verdict().reasons().stream().findFirst().orElse(null)));

  String id() {
    return article.id() + "." + claim.claim().id();
  }

  @Nullable String listing() {
    return claim.claim().listing() == null ? null : claim.claim().listing().id().toString();
  }

  @Nullable String session() {
    Verdict.Basis basis = claim.verdict().basis();
    return basis == null ? null : text(basis.session());
  }

  @Nullable String confidence() {
    Odds odds = claim.verdict().odds();
    return odds == null ? null : text(odds.confidence());
  }

  String flags() {
    return String.join(" ", claim.verdict().flags().stream().map(Enum::name).toList());
  }

  static void write(ListedClaim listed, JsonGenerator out) throws IOException {
    Summary article = listed.article();
    write(listed.id(), article.title(), article.source(), article.published(), listed.claim(), out);
  }

  /** The same of an article that has been read as a whole. */
  static void write(String id, Article article, CheckedClaim claim, JsonGenerator out)
      throws IOException {
    write(id, article.title(), article.source(), text(article.published()), claim, out);
  }

  private static void write(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      CheckedClaim claim,
      JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeObjectFieldStart("article");
    out.writeStringField("id", id.substring(0, id.indexOf('.')));
    out.writeStringField("title", title);
    out.writeStringField("source", source);
    out.writeStringField("published_at", published);
    out.writeEndObject();
    out.writeFieldName("claim");
    CheckedArticleJson.writeClaim(claim, out);
    out.writeEndObject();
  }

  static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value == null ? null : value.toString();
  }

  static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
