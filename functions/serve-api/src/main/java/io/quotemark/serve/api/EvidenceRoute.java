package io.quotemark.serve.api;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.market.prices.YahooSymbols;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.EvidenceJson;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Route;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.WaitingClaims;
import io.quotemark.storage.articles.WaitingClaims.Waiting;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/evidence-needed}: prices that stored claims wait for, by how many do. */
public final class EvidenceRoute {
  /** Beyond these, the latest articles are counted and the answer says so. */
  static final int MOST_ARTICLES = 5_000;

  private final WaitingClaims waiting;
  private final Securities securities;
  private final Whereabouts where;

  public EvidenceRoute(WaitingClaims waiting, Securities securities, Whereabouts where) {
    this.waiting = waiting;
    this.securities = securities;
    this.where = where;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/evidence-needed",
            Set.of("limit", "cursor"),
            (request, path, query) -> needed(query)));
  }

  private @Nullable String issuer(ListingId listing) {
    return listing.isCurrencyPair()
        ? null
        : securities.issuerOf(listing).map(Issuer::name).orElse(null);
  }

  private HttpResponse needed(Parameters query) {
    int limit = Page.limit(query);
    WaitingClaims.Summary summary = waiting.read(MOST_ARTICLES);
    ArticleIndex.Page<Waiting> page = Page.read(() -> summary.page(limit, query.text("cursor")));
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("evidence_needed");
      for (Waiting one : page.items()) {
        out.writeStartObject();
        EvidenceJson.writeListing(one.needed(), out);
        out.writeStringField("issuer", issuer(one.needed().listing()));
        out.writeStringField("symbol", YahooSymbols.of(one.needed().listing()).orElse(null));
        out.writeStringField("save_as", Whereabouts.fileName(one.needed().listing()));
        out.writeNumberField("claims_waiting", one.claims());
        out.writeNumberField("articles_waiting", one.articles());
        EvidenceJson.writeOffers(where.of(one.needed()), out);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeNumberField("claims_waiting", summary.claims());
      out.writeNumberField("articles_waiting", summary.articles());
      out.writeNumberField("listings_waiting", summary.listings().size());
      out.writeBooleanField("complete", summary.complete());
      out.writeStringField("next_cursor", page.next());
      out.writeEndObject();
      out.writeEndObject();
    });
  }
}
