package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Japan Exchange Group's J-Quants API, version 2: prices of Tokyo as traded, of a listing or of
 * a whole day. Documentation: jpx-jquants.com/en/spec; the address {@code /v2/equities/bars/daily},
 * its parameters ({@code code}, {@code from}, {@code to}, {@code date}) and the key in {@code
 * x-api-key} as in the exchange's own client (J-Quants/jquants-api-client-python, {@code
 * apis/v2/equities.py}). Answers are {@code {"data": […], "pagination_key": …}} with {@code Date},
 * {@code Code} of five digits, {@code O}, {@code H}, {@code L}, {@code C}, {@code Vo} and {@code
 * AdjFactor}, which is 0.5 on the day from which one share is two. A share that did not trade has
 * no prices. How many rows a page holds is not documented: further pages are asked for, and not
 * counted by the budget, but by the service's own 429.
 */
final class JQuants implements PriceProvider, MarketDays {
  private static final int MOST_PAGES = 10;
  private static final String HEADER = "date,open,high,low,close,volume,splitfactor";

  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;

  /**
   * @param key asked for at each request, so that a changed one is used
   */
  JQuants(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "jquants";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    List<Node> rows = new ArrayList<>();
    Outcome refused = pages("code=%s&from=%s&to=%s".formatted(code(listing), from, to), rows);
    if (refused != null) {
      return refused;
    }
    Rows read = new Rows(listing, name(), "", HEADER);
    int traded = 0;
    for (Node row : rows) {
      if (!row.at("Code").textOr("").equals(code(listing))) {
        return new Outcome.BadPayload("prices of another share than " + code(listing));
      }
      if (!row.at("C").textOr("").isEmpty()) {
        read.row(cells(row));
        traded++;
      }
    }
    return traded == 0
        ? new Outcome.NotCovered("no prices from " + from + " to " + to)
        : read.read(now, master);
  }

  @Override
  public Outcome day(String exchange, LocalDate session, Set<ListingId> wanted, Instant now) {
    List<Node> rows = new ArrayList<>();
    Outcome refused = pages("date=" + session, rows);
    if (refused != null) {
      return refused;
    }
    if (rows.isEmpty()) {
      return new Outcome.NotCovered("no prices of " + session);
    }
    MarketDay day = new MarketDay(name(), HEADER, wanted, JQuants::code);
    for (Node row : rows) {
      if (!row.at("Date").textOr("").equals(session.toString())) {
        return new Outcome.BadPayload("prices of another day than " + session);
      }
      if (!row.at("C").textOr("").isEmpty()) {
        day.row(row.at("Code").textOr(""), cells(row));
      }
    }
    return day.read(now, master);
  }

  /**
   * @param into takes the rows of all pages
   * @return why there are none, null where there may be
   */
  private @Nullable Outcome pages(String query, List<Node> into) {
    String page = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      URI address = base.resolve("/v2/equities/bars/daily?" + query + page);
      switch (http.get(address, Map.of("x-api-key", key.get()))) {
        case Http.Answer.Other(Outcome outcome) -> {
          return outcome;
        }
        case Http.Answer.Content(Node answer) -> {
          if (answer.isArray() || !answer.at("data").isArray()) {
            return new Outcome.BadPayload("no list of data");
          }
          into.addAll(answer.at("data").elements());
          @Nullable String next = answer.at("pagination_key").textOrNull();
          if (next == null || next.isEmpty()) {
            return null;
          }
          page = "&pagination_key=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
      }
    }
    return new Outcome.BadPayload("more than " + MOST_PAGES + " pages");
  }

  private static List<String> cells(Node row) {
    return List.of(
        row.at("Date").textOr(""),
        row.at("O").textOr(""),
        row.at("H").textOr(""),
        row.at("L").textOr(""),
        row.at("C").textOr(""),
        row.at("Vo").textOr(""),
        split(row.at("AdjFactor").textOr("")));
  }

  /** New shares for one old; the factor is its inverse. */
  private static String split(String factor) {
    return factor.matches("[0-9]{1,6}(\\.[0-9]{1,12})?")
            && new BigDecimal(factor).signum() > 0
            && new BigDecimal(factor).compareTo(BigDecimal.ONE) != 0
        ? "1/" + factor
        : "";
  }

  /** Ordinary shares end in 0: 7203 is 72030. */
  private static String code(ListingId listing) {
    return listing.ticker().length() == 4 ? listing.ticker() + "0" : listing.ticker();
  }
}
