package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tiingo's end-of-day prices of shares listed in the United States: as traded, with dividends and
 * splits. Documentation: tiingo.com/documentation/end-of-day ({@code
 * /tiingo/daily/<ticker>/prices?startDate&endDate}, both inclusive; fields {@code date}, {@code
 * open}, {@code high}, {@code low}, {@code close}, {@code volume}, {@code adjClose}, {@code
 * divCash}, {@code splitFactor}); the key in {@code Authorization: Token}. An unknown ticker is a
 * 404.
 */
final class Tiingo implements PriceProvider {
  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;

  /**
   * @param key asked for at each request, so that a changed one is used
   */
  Tiingo(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "tiingo";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    Map<String, String> headers = Map.of("Authorization", "Token " + key.get());
    return switch (http.get(address(listing, from, to), headers)) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node answer) -> {
        if (!answer.isArray()) {
          yield new Outcome.BadPayload("no list of prices");
        }
        yield answer.elements().isEmpty()
            ? new Outcome.NotCovered("no prices from " + from + " to " + to)
            : read(listing, answer, now);
      }
    };
  }

  private Outcome read(ListingId listing, Node answer, Instant now) {
    Rows rows =
        new Rows(listing, name(), "", "date,open,high,low,close,volume,dividend,splitfactor");
    for (Node row : answer.elements()) {
      String time = row.at("date").textOr("");
      rows.row(
          List.of(
              time.length() < 10 ? time : time.substring(0, 10),
              row.at("open").textOr(""),
              row.at("high").textOr(""),
              row.at("low").textOr(""),
              row.at("close").textOr(""),
              row.at("volume").textOr(""),
              row.at("divCash").textOr(""),
              row.at("splitFactor").textOr("")));
    }
    return rows.read(now, master);
  }

  /** Share classes are written with a hyphen, BRK-B. */
  private URI address(ListingId listing, LocalDate from, LocalDate to) {
    String symbol = listing.ticker().replaceAll("[./]", "-");
    return base.resolve(
        "/tiingo/daily/%s/prices?startDate=%s&endDate=%s&format=json"
            .formatted(URLEncoder.encode(symbol, StandardCharsets.UTF_8), from, to));
  }
}
