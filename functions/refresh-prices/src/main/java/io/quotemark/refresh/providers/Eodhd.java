package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.text.ShippedLines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * EODHD's end-of-day API, one request a listing: prices as traded, and beside each close the one
 * adjusted for splits and dividends, whose steps tell the splits. Documentation: eodhd.com,
 * "End-of-Day Historical Stock Market Data API" ("1 call per request, any length of price
 * history").
 */
final class Eodhd implements PriceProvider {
  private static final List<String> NAMES =
      List.of("date", "open", "high", "low", "close", "adjusted_close", "volume");

  private final Service service;
  private final Map<String, String> exchanges = exchanges();

  Eodhd(Service service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "eodhd";
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    @Nullable String exchange = exchanges.get(listing.mic());
    if (exchange == null) {
      return new Outcome.NotCovered("EODHD has no exchange " + listing.mic());
    }
    String symbol = listing.ticker().replaceAll("[./]", "-") + "." + exchange;
    return switch (service.get(address(symbol, from, to))) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node prices) -> {
        if (!prices.isArray()) {
          yield new Outcome.BadPayload("no list of prices");
        }
        yield prices.elements().isEmpty()
            ? new Outcome.NotCovered("no prices from " + from + " to " + to)
            : read(listing, prices, now);
      }
    };
  }

  private Outcome read(ListingId listing, Node prices, Instant now) {
    Rows rows = new Rows(listing, name(), "", String.join(",", NAMES));
    prices.elements().forEach(row -> rows.row(row, NAMES));
    return rows.read(now, service.master());
  }

  private String address(String symbol, LocalDate from, LocalDate to) {
    return "/api/eod/%s?fmt=json&from=%s&to=%s&api_token=%s"
        .formatted(Service.encoded(symbol), from, to, Service.encoded(service.key().get()));
  }

  private static Map<String, String> exchanges() {
    return ShippedLines.rows(Eodhd.class, "eodhd-exchanges.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(List::getFirst, cells -> cells.get(1)));
  }
}
