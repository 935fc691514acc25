package io.quotemark.serve.listings;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Similar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored bars of a listing, as traded, by source. */
public final class PriceApi {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** Days: no exchange was closed for longer since 2001. */
  private static final int LONGEST_PAUSE = 14;

  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final PriceHistory prices;
  private final Securities securities;

  public PriceApi(PriceHistory prices, Securities securities) {
    this.prices = prices;
    this.securities = securities;
  }

  /** The price of a day: of its session, or of the last one before it. */
  public HttpResponse asOf(Call call) {
    ListingId listing = known(call.id());
    LocalDate asked = call.query().date("as_of");
    LocalDate last = asked == null ? LATEST : asked;
    PriceSeries series =
        prices
            .load(Set.of(listing), asked == null ? EARLIEST : asked.minusDays(LONGEST_PAUSE), last)
            .series(listing)
            .filter(one -> !one.bars().isEmpty())
            .orElseThrow(() -> noPrice(listing, asked));
    Bar bar = series.bars().getLast();
    Bar before = series.bars().size() < 2 ? null : series.bars().get(series.bars().size() - 2);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("listing", listing.toString());
      out.writeStringField("issuer", securities.listing(listing).map(Listing::issuer).orElse(null));
      out.writeStringField(
          "currency", securities.listing(listing).map(Listing::currency).orElse(null));
      out.writeFieldName("bar");
      write(bar, out);
      out.writeStringField("previous_session", before == null ? null : before.session().toString());
      out.writeStringField("previous_close", before == null ? null : text(before.close()));
      out.writeStringField("change_percent", before == null ? null : change(series, before, bar));
      out.writeStringField("source", series.source());
      out.writeStringField("retrieved_at", series.retrievedAt().toString());
      out.writeBooleanField("as_traded", !series.isStillAdjusted());
      out.writeBooleanField("sample", series.sample());
      out.writeEndObject();
    });
  }

  private static Problem.Raised noPrice(ListingId listing, @Nullable LocalDate asked) {
    return Problem.of(
            404,
            "no_price_in_store",
            "No price is in store",
            "of "
                + listing
                + (asked == null
                    ? ""
                    : " for " + asked + " or the " + LONGEST_PAUSE + " days before it")
                + "; /v1/evidence-needed says which prices are missing, docs/prices.md how to add them")
        .raised();
  }

  /** Close over the close before, in per cent to two places, in shares of the later day. */
  private static String change(PriceSeries series, Bar before, Bar bar) {
    BigDecimal previous = before.close();
    for (PriceSeries.Split split : series.splits()) {
      if (split.firstSession().isAfter(before.session())
          && !split.firstSession().isAfter(bar.session())) {
        previous = previous.divide(split.ratio(), MathContext.DECIMAL64);
      }
    }
    return text(
        bar.close()
            .divide(previous, MathContext.DECIMAL64)
            .subtract(BigDecimal.ONE)
            .movePointRight(2)
            .setScale(2, RoundingMode.HALF_UP));
  }

  private ListingId known(String id) {
    ListingId listing = Parameters.listingId("id", id);
    if (!listing.isCurrencyPair() && securities.listing(listing).isEmpty()) {
      throw Problem.notFound(
              "listing",
              id,
              Similar.to(id, securities.listings().stream().map(l -> l.id().toString()).toList()))
          .raised();
    }
    return listing;
  }

  public HttpResponse prices(Call call) {
    String id = call.id();
    Parameters query = call.query();
    ListingId listing = known(id);
    LocalDate from = query.date("from");
    LocalDate to = query.date("to");
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.unusableParameter("from", "is later than to").raised();
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
          write(bar, out);
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

  private static void write(Bar bar, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("session", bar.session().toString());
    price(out, bar, PriceField.OPEN, bar.open());
    price(out, bar, PriceField.HIGH, bar.high());
    price(out, bar, PriceField.LOW, bar.low());
    out.writeStringField("close", text(bar.close()));
    if (bar.volume() != null) {
      out.writeNumberField("volume", bar.volume());
    }
    out.writeEndObject();
  }

  private static void price(JsonGenerator out, Bar bar, PriceField field, BigDecimal price)
      throws IOException {
    if (bar.has(field)) {
      out.writeStringField(field.name().toLowerCase(Locale.ROOT), text(price));
    }
  }

  private static String text(BigDecimal decimal) {
    return decimal.toPlainString();
  }
}
