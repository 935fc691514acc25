package io.quotemark.serve.api;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Similar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stored bars of a listing, as traded, by source. */
public final class PriceRoutes {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final PriceHistory prices;
  private final Securities securities;

  public PriceRoutes(PriceHistory prices, Securities securities) {
    this.prices = prices;
    this.securities = securities;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/listings/{id}/prices",
            Set.of("from", "to"),
            (request, path, query) -> prices(path.getFirst(), query)));
  }

  private HttpResponse prices(String id, Parameters query) {
    ListingId listing = Parameters.listingId("id", id);
    boolean rate = listing.isCurrencyPair();
    if (!rate && securities.listing(listing).isEmpty()) {
      throw Problem.notFound(
              "listing",
              id,
              Similar.to(id, securities.listings().stream().map(l -> l.id().toString()).toList()))
          .raised();
    }
    LocalDate from = query.date("from");
    LocalDate to = query.date("to");
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.invalidParameter("from", "is later than to").raised();
    }
    List<PriceSeries> series =
        prices
            .load(Set.of(listing), from == null ? EARLIEST : from, to == null ? LATEST : to)
            .sources(listing);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("listing", listing.toString());
      out.writeStringField(
          "currency", securities.listing(listing).map(Listing::currency).orElse(null));
      out.writeArrayFieldStart("series");
      for (PriceSeries one : series) {
        out.writeStartObject();
        out.writeStringField("source", one.source());
        PriceSeries.Basis basis =
            one.isStillAdjusted() ? PriceSeries.Basis.DIVIDEND_ADJUSTED : one.delivered();
        out.writeStringField("delivered", basis.name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("as_traded", !one.isStillAdjusted());
        out.writeStringField("retrieved_at", one.retrievedAt().toString());
        out.writeBooleanField("sample", one.sample());
        out.writeArrayFieldStart("bars");
        for (Bar bar : one.bars()) {
          out.writeStartObject();
          out.writeStringField("session", bar.session().toString());
          if (bar.has(PriceField.OPEN)) {
            out.writeStringField("open", bar.open().toPlainString());
          }
          if (bar.has(PriceField.HIGH)) {
            out.writeStringField("high", bar.high().toPlainString());
          }
          if (bar.has(PriceField.LOW)) {
            out.writeStringField("low", bar.low().toPlainString());
          }
          out.writeStringField("close", bar.close().toPlainString());
          if (bar.volume() != null) {
            out.writeNumberField("volume", bar.volume());
          }
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeStringField(
          "data_as_of",
          series.stream()
              .filter(s -> !s.bars().isEmpty())
              .map(s -> s.bars().getLast().session())
              .max(LocalDate::compareTo)
              .map(LocalDate::toString)
              .orElse(null));
      out.writeBooleanField("sample_data", series.stream().anyMatch(PriceSeries::sample));
      out.writeEndObject();
      out.writeEndObject();
    });
  }
}
