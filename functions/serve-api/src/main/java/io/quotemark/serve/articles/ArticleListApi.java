package io.quotemark.serve.articles;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.CheckedArticleJson.Part;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Rows;
import io.quotemark.serve.http.Spoken;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists of articles: all of them and those of one listing, by the same filters. */
public final class ArticleListApi {
  /** Articles with parts on one page: each is an item of its own. */
  private static final int MOST_WITH_PARTS = 25;

  private static final List<String> PARTS =
      Arrays.stream(Part.values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();

  private static final List<Rows.Column<Entry>> COLUMNS =
      List.of(
          new Rows.Column<>("id", e -> e.article().id()),
          new Rows.Column<>("published_at", e -> e.article().published()),
          new Rows.Column<>("updated_at", e -> e.article().updated()),
          new Rows.Column<>("source", e -> e.article().source()),
          new Rows.Column<>("language", e -> e.article().language()),
          new Rows.Column<>("title", e -> e.article().title()),
          new Rows.Column<>("listings", e -> String.join(" ", e.article().listings())),
          count("verified"),
          count("verified_loose"),
          count("contradicted"),
          count("doubtful"),
          count("unverifiable"),
          count("pending"),
          count("not_checkable"),
          new Rows.Column<>("flags", e -> String.join(" ", e.article().flags())),
          new Rows.Column<>("sample_data", e -> Boolean.toString(e.article().sample())));

  private final ArticleSearch search;
  private final StoredArticles stored;

  public ArticleListApi(ArticleSearch search, StoredArticles stored) {
    this.search = search;
    this.stored = stored;
  }

  /**
   * @param whole with its parts, null where none were asked for
   */
  private record Entry(Summary article, @Nullable CheckedArticle whole) {}

  /** All of them. */
  public HttpResponse all(Call call) {
    return list(call, null);
  }

  /** Those of the listing that the path names. */
  public HttpResponse ofOne(Call call) {
    return list(call, Parameters.listingId("id", call.id()));
  }

  private HttpResponse list(Call call, @Nullable ListingId listing) {
    Parameters query = call.query();
    ArticleQuery wanted = search.query(query, listing);
    Set<Part> parts = parts(query);
    int limit = Paging.limit(query);
    if (!parts.isEmpty() && limit > MOST_WITH_PARTS) {
      throw Problem.unusableParameter(
              "limit", "must be %d at the most with include".formatted(MOST_WITH_PARTS))
          .raised();
    }
    ArticleIndex.Page<Summary> page = search.page(wanted, limit, query.text("cursor"));
    Map<String, CheckedArticle> whole =
        parts.isEmpty() ? Map.of() : stored.listed(page.items().stream().map(Summary::id).toList());
    List<Entry> entries =
        page.items().stream().map(article -> new Entry(article, whole.get(article.id()))).toList();
    return new Rows<>(
            "articles",
            entries,
            (entry, out) -> write(entry, parts, out),
            COLUMNS,
            new Rows.Meta(
                page.next(),
                search.changed().orElse(null),
                page.items().stream().anyMatch(Summary::sample)))
        .answer(call.request());
  }

  private static Set<Part> parts(Parameters query) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : query.list("include")) {
      if (!PARTS.contains(name)) {
        throw Problem.invalidParameter(
                "include", "must name parts of %s, not %s".formatted(PARTS, Problem.shown(name)))
            .raised();
      }
      parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return parts;
  }

  private static void write(Entry entry, Set<Part> parts, JsonGenerator out) throws IOException {
    Summary article = entry.article();
    out.writeStartObject();
    out.writeStringField("id", article.id());
    out.writeStringField("title", article.title());
    out.writeStringField("source", article.source());
    out.writeStringField("language", article.language());
    out.writeStringField("published_at", article.published());
    out.writeStringField("updated_at", article.updated().isEmpty() ? null : article.updated());
    texts(out, "listings", article.listings());
    counts(out, "verdicts", article.verdicts());
    out.writeObjectFieldStart("claim_kinds");
    for (Map.Entry<String, Integer> kind : kinds(article).entrySet()) {
      out.writeNumberField(kind.getKey(), kind.getValue());
    }
    out.writeEndObject();
    texts(out, "flags", article.flags());
    out.writeBooleanField("sample_data", article.sample());
    CheckedArticle whole = entry.whole();
    if (whole != null) {
      for (Part part : parts) {
        CheckedArticleJson.writePart(whole, part, Spoken.sentences(), out);
      }
    }
    out.writeEndObject();
  }

  private static Map<String, Integer> kinds(Summary article) {
    Map<String, Integer> kinds = new TreeMap<>();
    article
        .kinds()
        .forEach((name, n) -> kinds.merge(name.substring(0, name.indexOf('/')), n, Integer::sum));
    return kinds;
  }

  private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private static void counts(JsonGenerator out, String name, Map<String, Integer> counts)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
  }

  private static Rows.Column<Entry> count(String verdict) {
    return new Rows.Column<>(
        verdict, e -> Integer.toString(e.article().verdicts().getOrDefault(verdict, 0)));
  }
}
