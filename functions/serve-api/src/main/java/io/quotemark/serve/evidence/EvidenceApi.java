package io.quotemark.serve.evidence;

import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.market.symbols.YahooSymbols;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.EvidenceJson;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.WaitingClaims;
import io.quotemark.storage.articles.WaitingClaims.Waiting;

/** {@code GET /v1/evidence-needed}: prices that stored claims wait for, by how many do. */
public final class EvidenceApi {
  /** Beyond these, the latest articles are counted and the answer says so. */
  static final int MOST_ARTICLES = 5_000;

  private final NeededEvidence needed;
  private final Whereabouts where;

  public EvidenceApi(NeededEvidence needed, Whereabouts where) {
    this.needed = needed;
    this.where = where;
  }

  public HttpResponse needed(Call call) {
    Parameters query = call.query();
    int limit = Paging.limit(query);
    WaitingClaims.Summary summary = needed.summary(MOST_ARTICLES);
    ArticleIndex.Page<Waiting> page = Paging.read(() -> summary.page(limit, query.text("cursor")));
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("evidence_needed");
      for (Waiting one : page.items()) {
        out.writeStartObject();
        EvidenceJson.writeListing(one.needed(), out);
        out.writeStringField("issuer", needed.issuer(one.needed().listing()));
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
