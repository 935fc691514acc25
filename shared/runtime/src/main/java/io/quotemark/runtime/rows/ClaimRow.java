package io.quotemark.runtime.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A claim with the article it stands in, as one flat row. The columns and their order are those of
 * the API's CSV, of exported files, and of the data of events that tell of a claim.
 */
public final class ClaimRow {
  /**
   * What a row says of the article.
   *
   * @param published RFC 3339 time, or a date where only the day is known
   * @param updated when what is stored of it last changed, RFC 3339
   */
  public record Of(
      String id,
      String title,
      @Nullable String source,
      @Nullable String published,
      @Nullable String address,
      @Nullable String updated) {}

  private record Column(String name, Function<Source, @Nullable String> value) {}

  private record Source(Of article, CheckedClaim claim, Sentences sentences) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", s -> s.article().id() + "." + s.claim().claim().id()),
          new Column("article_id", s -> s.article().id()),
          new Column("published_at", s -> s.article().published()),
          new Column("source", s -> s.article().source()),
          new Column("title", s -> s.article().title()),
          new Column("kind", s -> s.claim().claim().kind().name()),
          new Column("text", s -> s.claim().claim().at().text()),
          new Column("subject", s -> s.claim().claim().subject()),
          new Column("listing", s -> listing(s.claim())),
          new Column("value", s -> text(s.claim().claim().value())),
          new Column("currency", s -> s.claim().claim().currency()),
          new Column("verdict", s -> lower(s.claim().verdict().outcome())),
          new Column("strength", s -> lower(s.claim().verdict().strength())),
          new Column("code", s -> lower(s.claim().verdict().code())),
          new Column("confidence", s -> confidence(s.claim())),
          new Column("flags", s -> flags(s.claim())),
          new Column("session", s -> session(s.claim())),
          new Column("reason", s -> reason(s)),
          new Column("found_value", s -> text(FoundValue.of(s.claim()))),
          new Column("address", s -> s.article().address()),
          new Column("updated_at", s -> s.article().updated()));

  /** Names of the columns, in order. */
  public static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();

  /** Columns that hold a decimal number. */
  public static final List<String> DECIMALS = List.of("value", "found_value", "confidence");

  /** The column that holds a day. */
  public static final String DAY = "session";

  private final Map<String, @Nullable String> values;

  private ClaimRow(Map<String, @Nullable String> values) {
    this.values = values;
  }

  /**
   * @param sentences that say the reason
   */
  public static ClaimRow of(Of article, CheckedClaim claim, Sentences sentences) {
    Source source = new Source(article, claim, sentences);
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    COLUMNS.forEach(column -> values.put(column.name(), column.value().apply(source)));
    return new ClaimRow(values);
  }

  /**
   * A line of the API's list of claims.
   *
   * @throws Json.Malformed where it is none
   */
  public static ClaimRow ofListed(Node listed, Sentences sentences) {
    Node article = listed.at("article");
    CheckedClaim claim = io.quotemark.runtime.json.CheckedArticleJson.readClaim(listed.at("claim"));
    ClaimRow row =
        of(
            new Of(
                article.at("id").text(),
                article.at("title").textOr(""),
                article.at("source").textOrNull(),
                article.at("published_at").textOrNull(),
                article.at("address").textOrNull(),
                article.at("updated_at").textOrNull()),
            claim,
            sentences);
    return row;
  }

  /**
   * @return null where the row has nothing there
   */
  public @Nullable String get(String column) {
    return values.get(column);
  }

  /** As an object with every column, null where the row has nothing there. */
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    fields(out);
    out.writeEndObject();
  }

  /** The same inside an object that has been begun. */
  public void fields(JsonGenerator out) throws IOException {
    for (Map.Entry<String, @Nullable String> value : values.entrySet()) {
      out.writeStringField(value.getKey(), value.getValue());
    }
  }

  private static @Nullable String listing(CheckedClaim claim) {
    return claim.claim().listing() == null ? null : claim.claim().listing().id().toString();
  }

  private static @Nullable String session(CheckedClaim claim) {
    Verdict.Basis basis = claim.verdict().basis();
    return basis == null ? null : text(basis.session());
  }

  private static @Nullable String confidence(CheckedClaim claim) {
    Odds odds = claim.verdict().odds();
    return odds == null ? null : text(odds.confidence());
  }

  private static String flags(CheckedClaim claim) {
    return String.join(" ", claim.verdict().flags().stream().map(Enum::name).toList());
  }

  private static @Nullable String reason(Source source) {
    return source.claim().verdict().reasons().isEmpty()
        ? null
        : source.sentences().reason(source.claim());
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value == null ? null : value.toString();
  }

  private static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
