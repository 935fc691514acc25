package io.quotemark.serve.listings;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.listings.ListingSearch;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Similar;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The securities master: who is listed where, by name or by listing. */
public final class ListingApi {
  private static final int FEW = 20;
  private static final int MOST = 100;

  private final Securities securities;
  private final ListingSearch search;

  public ListingApi(Securities securities) {
    this.securities = securities;
    this.search = new ListingSearch(securities);
  }

  public HttpResponse find(Call call) {
    Parameters query = call.query();
    String text = query.text("q");
    if (text == null || text.isBlank()) {
      throw Problem.invalidParameter(
              "q", "is missing; give part of a name, a ticker, a listing id or an ISIN")
          .raised();
    }
    int limit = query.number("limit", FEW, 1, MOST);
    List<Issuer> found = search.find(text);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("issuers");
      for (Issuer issuer : found.subList(0, Math.min(limit, found.size()))) {
        out.writeStartObject();
        issuer(issuer, out);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeNumberField("found", found.size());
      out.writeStringField("master", securities.version());
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  public HttpResponse one(Call call) {
    String id = call.id();
    ListingId wanted = Parameters.listingId("id", id);
    Listing listing =
        securities
            .listing(wanted)
            .orElseThrow(() -> Problem.notFound("listing", id, similar(id)).raised());
    @Nullable Issuer issuer = securities.issuerOf(wanted).orElse(null);
    return Answers.json(out -> {
      out.writeStartObject();
      listing(listing, out);
      if (issuer != null) {
        out.writeObjectFieldStart("issuer");
        issuer(issuer, out);
        out.writeEndObject();
      }
      out.writeObjectFieldStart("meta");
      out.writeStringField("master", securities.version());
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private List<String> similar(String id) {
    return Similar.to(id, securities.listings().stream().map(l -> l.id().toString()).toList());
  }

  private static void issuer(Issuer issuer, JsonGenerator out) throws IOException {
    out.writeStringField("name", issuer.name());
    out.writeArrayFieldStart("aliases");
    for (String alias : issuer.aliases()) {
      out.writeString(alias);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("listings");
    for (Listing listing : issuer.listings()) {
      out.writeStartObject();
      listing(listing, out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void listing(Listing listing, JsonGenerator out) throws IOException {
    out.writeStringField("id", listing.id().toString());
    out.writeStringField("currency", listing.currency());
    out.writeStringField("unit", listing.unit());
    out.writeStringField("isin", listing.isin());
    out.writeBooleanField("primary", listing.primary());
    out.writeBooleanField("depositary", listing.isDepositaryShare());
    out.writeStringField(
        "ads_ratio", listing.adsRatio() == null ? null : listing.adsRatio().toPlainString());
    out.writeStringField(
        "underlying", listing.underlying() == null ? null : listing.underlying().toString());
    out.writeArrayFieldStart("indices");
    for (String index : listing.indices()) {
      out.writeString(index);
    }
    out.writeEndArray();
  }
}
