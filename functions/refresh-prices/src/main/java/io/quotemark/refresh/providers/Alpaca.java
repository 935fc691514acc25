package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca's daily bars of shares listed in the United States, from 2016: raw, and once more adjusted
 * for splits, which tells the splits; and its bars of minutes, raw, from four in the morning to
 * eight in the evening in New York, each named by its first moment. A daily bar's time is midnight
 * in New York, so that its first ten characters are its session. Documentation:
 * docs.alpaca.markets, "Historical bars (single symbol)" ({@code /v2/stocks/{symbol}/bars}: {@code
 * timeframe} 1Day or 1Min, {@code start}, {@code end}, {@code limit} up to 10,000, {@code
 * adjustment}, {@code feed}); fields and headers as in alpaca-py, {@code alpaca.data}. {@code
 * feed=sip} is the consolidated tape; the free plan has it but for the last 15 minutes. No bars in
 * a time are {@code "bars": null}.
 */
final class Alpaca implements PriceProvider, MinuteProvider {
  /** More sessions than forty years have; what does not fit in a page would be missing. */
  private static final int PAGE = 10_000;

  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;

  /**
   * @param key the key's id and its secret, {@code ID:SECRET}, asked for at each request
   */
  Alpaca(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "alpaca";
  }

  /** As traded, and adjusted for splits. */
  @Override
  public int requests() {
    return 2;
  }

  /** Null where the key is not one. */
  private @Nullable Map<String, String> headers() {
    String secret = key.get();
    int colon = secret.indexOf(':');
    return colon < 1
        ? null
        : Map.of(
            "APCA-API-KEY-ID",
            secret.substring(0, colon),
            "APCA-API-SECRET-KEY",
            secret.substring(colon + 1));
  }

  private static Outcome noKey() {
    return new Outcome.Denied("a key of Alpaca is its id and its secret, written ID:SECRET");
  }

  @Override
  public Outcome minutes(ListingSession of, Instant from, Instant to, Instant now) {
    @Nullable Map<String, String> headers = headers();
    if (headers == null) {
      return noKey();
    }
    URI address =
        base.resolve(
            "/v2/stocks/%s/bars?timeframe=1Min&start=%s&end=%s&limit=%d&adjustment=raw&feed=sip"
                .formatted(encoded(of.listing()), from, to, PAGE));
    return switch (http.get(address, headers)) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node raw) -> {
        @Nullable Outcome unusable = unusable(of.listing(), raw);
        yield unusable == null ? minutes(of, raw, now) : unusable;
      }
    };
  }

  private Outcome minutes(ListingSession of, Node raw, Instant now) {
    Rows rows =
        new Rows(of.listing(), name(), "", "# bars: minutes\ntimestamp,open,high,low,close,volume");
    for (Node bar : raw.at("bars").elements()) {
      rows.row(bar, List.of("t", "o", "h", "l", "c", "v"));
    }
    PriceFile file = rows.parsed(now, master);
    return file.minutes().stream()
        .filter(bars -> bars.of().equals(of))
        .findFirst()
        .<Outcome>map(Outcome.Minutes::new)
        .orElseGet(() ->
            new Outcome.BadPayload(
                "no minute of that session: "
                    + file.problems().stream().map(RowProblem::reason).limit(3).toList()));
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    @Nullable Map<String, String> headers = headers();
    if (headers == null) {
      return noKey();
    }
    return switch (http.get(address(listing, from, to, "raw"), headers)) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node raw) -> {
        @Nullable Outcome unusable = unusable(listing, raw);
        if (unusable != null) {
          yield unusable;
        }
        yield switch (http.get(address(listing, from, to, "split"), headers)) {
          case Http.Answer.Other(Outcome outcome) -> outcome;
          case Http.Answer.Content(Node adjusted) -> {
            @Nullable Outcome other = unusable(listing, adjusted);
            yield other == null ? read(listing, raw, adjusted, now) : other;
          }
        };
      }
    };
  }

  /** What is wrong with an answer, null where it has bars of the listing. */
  private static @Nullable Outcome unusable(ListingId listing, Node answer) {
    if (answer.isArray() || !answer.at("symbol").textOr("").equals(symbol(listing))) {
      return new Outcome.BadPayload("no bars of " + symbol(listing));
    }
    if (answer.at("next_page_token").textOrNull() != null) {
      return new Outcome.BadPayload("more bars than one answer holds; ask for fewer years");
    }
    Node bars = answer.at("bars");
    if (!bars.isPresent() || (bars.isArray() && bars.elements().isEmpty())) {
      return new Outcome.NotCovered("no bars in that time");
    }
    return bars.isArray() ? null : new Outcome.BadPayload("no list of bars");
  }

  private Outcome read(ListingId listing, Node raw, Node adjusted, Instant now) {
    Map<String, String> closes = new HashMap<>();
    for (Node bar : adjusted.at("bars").elements()) {
      closes.put(day(bar), bar.at("c").textOr(""));
    }
    Rows rows = new Rows(listing, name(), "", "date,open,high,low,close,adjusted_close,volume");
    for (Node bar : raw.at("bars").elements()) {
      rows.row(
          List.of(
              day(bar),
              bar.at("o").textOr(""),
              bar.at("h").textOr(""),
              bar.at("l").textOr(""),
              bar.at("c").textOr(""),
              closes.getOrDefault(day(bar), ""),
              bar.at("v").textOr("")));
    }
    return rows.read(now, master);
  }

  /** {@code 2025-02-24T05:00:00Z} is midnight in New York of that day. */
  private static String day(Node bar) {
    String time = bar.at("t").textOr("");
    return time.length() < 10 ? time : time.substring(0, 10);
  }

  /** Share classes are written with a dot, BRK.B. */
  private static String symbol(ListingId listing) {
    return listing.ticker().replaceAll("[/-]", ".");
  }

  private static String encoded(ListingId listing) {
    return URLEncoder.encode(symbol(listing), StandardCharsets.UTF_8);
  }

  private URI address(ListingId listing, LocalDate from, LocalDate to, String adjustment) {
    return base.resolve(
        "/v2/stocks/%s/bars?timeframe=1Day&start=%s&end=%s&limit=%d&adjustment=%s&feed=sip"
            .formatted(encoded(listing), from, to, PAGE, adjustment));
  }
}
