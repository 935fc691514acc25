package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.storage.prices.Watchlist;
import java.util.List;

/** Listings whose prices are kept current whether or not an article names them. */
public final class WatchlistApi {
  private final Watchlist watchlist;
  private final Securities securities;

  public WatchlistApi(Watchlist watchlist, Securities securities) {
    this.watchlist = watchlist;
    this.securities = securities;
  }

  public HttpResponse listings(Call call) {
    List<ListingId> watched = watchlist.listings();
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("listings");
      for (ListingId id : watched) {
        out.writeStartObject();
        out.writeStringField("id", id.toString());
        out.writeStringField("issuer", securities.issuerOf(id).map(Issuer::name).orElse(null));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
