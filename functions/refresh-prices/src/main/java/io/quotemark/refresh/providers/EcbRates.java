package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.securities.Securities;
import io.quotemark.text.ShippedLines;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The European Central Bank's euro foreign exchange reference rates, {@code FX:EURUSD} and the
 * like, one currency a request, without a key. Documentation: data.ecb.europa.eu/help/api, data set
 * EXR. Whoever shows them credits the ECB.
 */
public final class EcbRates implements PriceProvider {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String EURO = "EUR";

  private final URI base;
  private final Http http;
  private final Securities master;

  public EcbRates(Securities master) {
    this(URI.create("https://data-api.ecb.europa.eu"), master, DEADLINE);
  }

  EcbRates(URI base, Securities master, Duration deadline) {
    this.base = base;
    this.master = master;
    this.http = new Http(deadline);
  }

  /** The pairs of the euro with each currency that the ECB sets a rate of. */
  public static List<ListingId> pairs() {
    return ShippedLines.rows(EcbRates.class, "ecb-currencies.tsv").stream()
        .map(cells -> ListingId.currencyPair(EURO, cells.getFirst().strip()))
        .toList();
  }

  /** As the reader of the ECB's files names it, so that files and requests are one series. */
  @Override
  public String name() {
    return "ecb";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    if (!listing.isCurrencyPair() || !listing.ticker().startsWith(EURO)) {
      return new Outcome.NotCovered("the ECB sets rates of the euro only");
    }
    String currency = listing.ticker().substring(EURO.length());
    URI address =
        base.resolve(
            "/service/data/EXR/D.%s.EUR.SP00.A?format=csvdata&detail=dataonly&startPeriod=%s&endPeriod=%s"
                .formatted(currency, from, to));
    return switch (http.text(address, "text/csv")) {
      case Http.Reply.Other(Outcome outcome) -> outcome;
      case Http.Reply.Body(String body) -> read(listing, body, now);
    };
  }

  private Outcome read(ListingId listing, String body, Instant now) {
    List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()
        || !lines.getFirst().contains("TIME_PERIOD")
        || !lines.getFirst().contains("OBS_VALUE")) {
      return new Outcome.BadPayload(
          body.isEmpty() ? "an empty body" : "no reference rates: " + Http.shown(body));
    }
    if (lines.size() == 1) {
      return new Outcome.NotCovered("no rates in that time");
    }
    PriceFile file =
        PriceFiles.parse("ecb.csv", body.getBytes(StandardCharsets.UTF_8), now, master);
    List<String> notes = file.problems().stream().map(RowProblem::reason).toList();
    return file.series().stream()
        .filter(series -> series.listing().equals(listing))
        .findFirst()
        .<Outcome>map(series -> new Outcome.Ok(series, notes))
        .orElseGet(() ->
            new Outcome.BadPayload(
                "no rates of "
                    + listing
                    + ": "
                    + String.join("; ", notes.stream().limit(3).toList())));
  }
}
