package io.quotemark.serve.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Rows;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleLists.Placed;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Claims across articles, and what one of them was decided on. */
public final class ClaimRoutes {
  /** Articles that one request reads; each is an item of its own. */
  private static final int MOST_ARTICLES = 25;

  /** Articles whose entries are read first. */
  private static final int FIRST_ARTICLES = 6;

  private static final List<Rows.Column<Listed>> COLUMNS =
      List.of(
          new Rows.Column<>("id", Listed::id),
          new Rows.Column<>("article_id", c -> c.article().id()),
          new Rows.Column<>("published_at", c -> c.article().published()),
          new Rows.Column<>("source", c -> c.article().source()),
          new Rows.Column<>("title", c -> c.article().title()),
          new Rows.Column<>("kind", c -> c.claim().claim().kind().name()),
          new Rows.Column<>("text", c -> c.claim().claim().at().text()),
          new Rows.Column<>("subject", c -> c.claim().claim().subject()),
          new Rows.Column<>("listing", Listed::listing),
          new Rows.Column<>("value", c -> text(c.claim().claim().value())),
          new Rows.Column<>("currency", c -> c.claim().claim().currency()),
          new Rows.Column<>("verdict", c -> lower(c.claim().verdict().outcome())),
          new Rows.Column<>("strength", c -> lower(c.claim().verdict().strength())),
          new Rows.Column<>("code", c -> lower(c.claim().verdict().code())),
          new Rows.Column<>("confidence", Listed::confidence),
          new Rows.Column<>("flags", Listed::flags),
          new Rows.Column<>("session", Listed::session),
          new Rows.Column<>(
              "reason", c -> c.claim().verdict().reasons().stream().findFirst().orElse(null)));

  private final ArticleLists lists;
  private final ArticleFilters filters;
  private final StoredArticles stored;

  public ClaimRoutes(ArticleLists lists, Securities securities, StoredArticles stored) {
    this.lists = lists;
    this.filters = new ArticleFilters(securities);
    this.stored = stored;
  }

  private record Listed(Summary article, CheckedClaim claim) {
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
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/claims",
            ArticleFilters.NAMES,
            (request, path, query) -> list(request, query)),
        new Route(
            "GET",
            "/v1/claims/{id}/evidence.csv",
            java.util.Set.of(),
            (request, path, query) -> evidence(path.getFirst())));
  }

  private HttpResponse list(HttpRequest request, Parameters query) {
    ArticleQuery wanted = filters.of(query, null);
    int limit = Page.limit(query);
    List<Listed> out = new ArrayList<>();
    @Nullable String next = query.text("cursor");
    int articles = 0;
    int asked = FIRST_ARTICLES;
    boolean more = true;
    // few articles have most pages' claims; twice as many each time that they were too few
    while (more) {
      Start start = Start.of(next);
      int most = Math.min(asked, MOST_ARTICLES - articles);
      ArticleIndex.Page<Placed> page = Page.read(() -> lists.placed(wanted, most, start.cursor()));
      next = fill(out, limit, wanted, page, start.claims());
      articles += page.items().size();
      asked *= 2;
      more =
          next != null
              && out.size() < limit
              && page.items().size() == most
              && articles < MOST_ARTICLES;
    }
    return new Rows<>(
            "claims",
            out,
            ClaimRoutes::write,
            COLUMNS,
            new Rows.Meta(
                next,
                lists.changed().orElse(null),
                out.stream().anyMatch(claim -> claim.article().sample())))
        .answer(request);
  }

  /**
   * Puts the claims of these articles on the page, as many as it holds.
   *
   * @param skipped claims of the first article that were on the page before
   * @return cursor of what comes next, null where that was all
   */
  private @Nullable String fill(
      List<Listed> out,
      int limit,
      ArticleQuery wanted,
      ArticleIndex.Page<Placed> page,
      int skipped) {
    Map<String, List<CheckedClaim>> read = new HashMap<>();
    int before = skipped;
    int reached = 0;
    for (int i = 0; i < page.items().size(); i++) {
      Placed placed = page.items().get(i);
      if (i == reached) {
        List<Placed> ahead = page.items().subList(i, page.items().size());
        List<String> ids = holding(ahead, wanted, before + limit - out.size() + 1);
        read.putAll(stored.claims(ids));
        reached += ids.size();
      }
      // an article may have gone while the list was read
      List<CheckedClaim> claims =
          read.getOrDefault(placed.article().id(), List.of()).stream()
              .filter(asked(wanted))
              .toList();
      List<CheckedClaim> left = claims.subList(Math.min(before, claims.size()), claims.size());
      int room = limit - out.size();
      left.stream().limit(room).forEach(claim -> out.add(new Listed(placed.article(), claim)));
      if (left.size() > room) {
        return placed.cursor() + "." + (claims.size() - left.size() + room);
      }
      before = 0;
    }
    return page.next();
  }

  /**
   * Where a page begins.
   *
   * @param cursor of its first article, null for the first of all
   * @param claims of that article that were on the page before
   */
  private record Start(@Nullable String cursor, int claims) {
    static Start of(@Nullable String text) {
      int stop = text == null ? -1 : text.lastIndexOf('.');
      if (text == null || stop < 0 || !text.substring(stop + 1).matches("[0-9]{1,6}")) {
        return new Start(text, 0);
      }
      return new Start(text.substring(0, stop), Integer.parseInt(text.substring(stop + 1)));
    }
  }

  /** The first articles that have so many claims of the kind and outcome, if so many do. */
  private static List<String> holding(List<Placed> articles, ArticleQuery query, int claims) {
    List<String> ids = new ArrayList<>();
    int left = claims;
    for (Placed placed : articles) {
      if (left <= 0) {
        break;
      }
      ids.add(placed.article().id());
      left -= query.claims(placed.article());
    }
    return ids;
  }

  /** What the filters say of a claim; the rest they say of its article. */
  private static Predicate<CheckedClaim> asked(ArticleQuery query) {
    return one ->
        (query.listings() == null
                || (one.claim().listing() != null
                    && query.listings().contains(one.claim().listing().id().toString())))
            && (query.verdict() == null || query.verdict().equals(lower(one.verdict().outcome())))
            && (query.kind() == null || query.kind().equals(one.claim().kind().name()))
            && (query.flag() == null
                || one.verdict().flags().contains(Verdict.Flag.valueOf(query.flag())));
  }

  private static void write(Listed listed, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", listed.id());
    out.writeObjectFieldStart("article");
    out.writeStringField("id", listed.article().id());
    out.writeStringField("title", listed.article().title());
    out.writeStringField("source", listed.article().source());
    out.writeStringField("published_at", listed.article().published());
    out.writeEndObject();
    out.writeFieldName("claim");
    CheckedArticleJson.writeClaim(listed.claim(), out);
    out.writeEndObject();
  }

  private HttpResponse evidence(String id) {
    int stop = id.indexOf('.');
    if (stop < 1) {
      throw Problem.invalidParameter(
              "id",
              "must be an article's id and a claim's joined by a full stop, like 1f2e3d4c5b6a7988.c1")
          .raised();
    }
    CheckedClaim claim =
        stored.asStored(id.substring(0, stop)).checked().claims().stream()
            .filter(one -> one.claim().id().equals(id.substring(stop + 1)))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("claim", id, List.of()).raised());
    Verdict.Evidence evidence = claim.verdict().evidence();
    String listing = evidence == null ? null : text(evidence.listing());
    String source = evidence == null ? null : evidence.source();
    String retrieved = evidence == null ? null : text(evidence.retrievedAt());
    List<Bar> bars = evidence == null ? List.of() : evidence.bars();
    List<Rows.Column<Bar>> columns =
        List.of(
            new Rows.Column<>("claim", bar -> id),
            new Rows.Column<>("listing", bar -> listing),
            new Rows.Column<>("session", bar -> text(bar.session())),
            new Rows.Column<>("open", bar -> bar.has(PriceField.OPEN) ? text(bar.open()) : null),
            new Rows.Column<>("high", bar -> bar.has(PriceField.HIGH) ? text(bar.high()) : null),
            new Rows.Column<>("low", bar -> bar.has(PriceField.LOW) ? text(bar.low()) : null),
            new Rows.Column<>("close", bar -> text(bar.close())),
            new Rows.Column<>("volume", bar -> text(bar.volume())),
            new Rows.Column<>("source", bar -> source),
            new Rows.Column<>("retrieved_at", bar -> retrieved));
    return Rows.csv(bars, columns)
        .with("content-disposition", "attachment; filename=\"evidence.csv\"");
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof java.math.BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value == null ? null : value.toString();
  }

  private static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
