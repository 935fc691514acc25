package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import io.quotemark.text.ShippedLines;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;
  private final Map<String, String> exchanges = exchanges();

  /**
   * @param key asked for at each request, so that a changed one is used
   */
  Eodhd(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "eodhd";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    @Nullable String exchange = exchanges.get(listing.mic());
    if (exchange == null) {
      return new Outcome.NotCovered("EODHD has no exchange " + listing.mic());
    }
    String symbol = listing.ticker().replaceAll("[./]", "-") + "." + exchange;
    return switch (http.get(address(symbol, from, to))) {
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
    return rows.read(now, master);
  }

  private URI address(String symbol, LocalDate from, LocalDate to) {
    return base.resolve(
        "/api/eod/%s?fmt=json&from=%s&to=%s&api_token=%s"
            .formatted(encoded(symbol), from, to, encoded(key.get())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> exchanges() {
    return ShippedLines.rows(Eodhd.class, "eodhd-exchanges.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(List::getFirst, cells -> cells.get(1)));
  }
}
