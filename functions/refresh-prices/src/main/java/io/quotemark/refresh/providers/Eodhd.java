package io.quotemark.refresh.providers;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import io.quotemark.domain.ShippedLines;
import io.quotemark.runtime.json.Node;
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
 * EODHD's end-of-day API: closes as traded, the splits from a call of their own. Documentation:
 * eodhd.com, "End-of-Day Historical Stock Market Data API".
 */
public final class Eodhd implements PriceProvider {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
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
  public Eodhd(Supplier<String> key, Securities master) {
    this(URI.create("https://eodhd.com"), key, master, DEADLINE);
  }

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

  /** Prices and splits. */
  @Override
  public int requests() {
    return 2;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    @Nullable String exchange = exchanges.get(listing.mic());
    if (exchange == null) {
      return new Outcome.NotCovered("EODHD has no exchange " + listing.mic());
    }
    String symbol = listing.ticker().replaceAll("[./]", "-") + "." + exchange;
    return switch (http.get(address("eod", symbol, from, to))) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node prices) -> {
        if (!prices.isArray()) {
          yield new Outcome.BadPayload("no list of prices");
        }
        if (prices.elements().isEmpty()) {
          yield new Outcome.NotCovered("no prices from " + from + " to " + to);
        }
        yield switch (http.get(address("splits", symbol, from, to))) {
          case Http.Answer.Other(Outcome outcome) -> outcome;
          case Http.Answer.Content(Node splits) ->
              splits.isArray()
                  ? read(listing, prices, splits, now)
                  : new Outcome.BadPayload("no list of splits");
        };
      }
    };
  }

  private Outcome read(ListingId listing, Node prices, Node splits, Instant now) {
    Rows rows = new Rows(listing, name(), "", String.join(",", NAMES));
    prices.elements().forEach(row -> rows.row(row, NAMES));
    splits
        .elements()
        .forEach(split -> rows.split(split.at("date").textOr("?"), split.at("split").textOr("?")));
    return rows.read(now, master);
  }

  private URI address(String what, String symbol, LocalDate from, LocalDate to) {
    return base.resolve(
        "/api/%s/%s?fmt=json&from=%s&to=%s&api_token=%s"
            .formatted(what, encoded(symbol), from, to, encoded(key.get())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> exchanges() {
    return ShippedLines.rows(Eodhd.class, "eodhd-exchanges.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(List::getFirst, cells -> cells.get(1)));
  }
}
