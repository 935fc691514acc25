package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.Listing;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Twelve Data's daily time series, asked for without adjustment and by MIC. Errors come with status
 * 200 and a code in the body. Documentation: twelvedata.com/docs, "Time series".
 */
final class TwelveData implements PriceProvider {
  private static final List<String> NAMES =
      List.of("datetime", "open", "high", "low", "close", "volume");

  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;

  /**
   * @param key asked for at each request, so that a changed one is used
   */
  TwelveData(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "twelvedata";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    if (listing.isIndex() || listing.isCurrencyPair()) {
      return new Outcome.NotCovered("indices and currencies are not asked of Twelve Data");
    }
    return switch (http.get(address(listing, from, to))) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node answer) -> {
        @Nullable String code = answer.isArray() ? null : answer.at("code").textOrNull();
        if (code != null) {
          yield refusal(code, answer.at("message").textOr(""));
        }
        if (answer.isArray() || !answer.at("values").isArray()) {
          yield new Outcome.BadPayload("no list of values");
        }
        yield answer.at("values").elements().isEmpty()
            ? new Outcome.NotCovered("no prices from " + from + " to " + to)
            : read(listing, answer, now);
      }
    };
  }

  private static Outcome refusal(String code, String message) {
    return switch (code) {
      case "401", "403" -> new Outcome.Denied("code " + code);
      case "400", "404" -> new Outcome.NotCovered(Http.shown(message));
      case "429" -> new Outcome.Throttled(null);
      default ->
          code.startsWith("5")
              ? new Outcome.Unavailable("code " + code)
              : new Outcome.BadPayload("code " + code + ": " + Http.shown(message));
    };
  }

  private Outcome read(ListingId listing, Node answer, Instant now) {
    String currency = answer.at("meta").at("currency").textOr("");
    @Nullable String other = otherCurrency(listing, currency);
    if (other != null) {
      return new Outcome.BadPayload(other);
    }
    String mic = answer.at("meta").at("mic_code").textOr(listing.mic());
    if (!mic.equals(listing.mic())) {
      return new Outcome.BadPayload("prices of " + Http.shown(mic) + ", not " + listing.mic());
    }
    Rows rows =
        new Rows(
            listing,
            name(),
            currency.matches("[A-Za-z]{3}") ? currency : "",
            "date,open,high,low,close,volume");
    answer.at("values").elements().forEach(row -> rows.row(row, NAMES));
    return rows.read(now, master);
  }

  /** What is wrong with the currency; null where it is the listing's, or nothing is known of it. */
  private @Nullable String otherCurrency(ListingId id, String currency) {
    @Nullable Listing listing = master.listing(id).orElse(null);
    if (listing == null || currency.isEmpty()) {
      return null;
    }
    boolean own =
        currency.equals(listing.currency())
            || currency.equals(listing.unit())
            || (currency.equals("GBp") && listing.currency().equals("GBP"))
            || (currency.equals("ZAc") && listing.currency().equals("ZAR"));
    return own ? null : "prices in " + Http.shown(currency) + ", not " + listing.currency();
  }

  private URI address(ListingId listing, LocalDate from, LocalDate to) {
    return base.resolve(
        "/time_series?interval=1day&adjust=none&outputsize=5000&symbol=%s&mic_code=%s&start_date=%s&end_date=%s&apikey=%s"
            .formatted(
                encoded(listing.ticker()),
                listing.mic(),
                from,
                to.plusDays(1),
                encoded(key.get())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
