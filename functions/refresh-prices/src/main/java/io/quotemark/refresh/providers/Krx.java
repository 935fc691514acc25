package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The Korea Exchange's open API: prices as traded of all shares of KOSPI ({@code XKRX}) or KOSDAQ
 * ({@code XKOS}) on one day, from 2010. Documentation: openapi.krx.co.kr, services {@code
 * stk_bydd_trd} and {@code ksq_bydd_trd}, for each of which a key is admitted by itself; the
 * parameter {@code basDd}, the key in {@code AUTH_KEY}, the answer {@code {"OutBlock_1": […]}} with
 * {@code BAS_DD}, {@code ISU_CD}, {@code TDD_OPNPRC}, {@code TDD_HGPRC}, {@code TDD_LWPRC}, {@code
 * TDD_CLSPRC}, {@code ACC_TRDVOL}, as seobaeksol/krx-rs documents them ({@code docs/KRX_API_Spec}).
 * A share that did not trade has 0 for its open, high and low. Splits are not told: across one,
 * comparisons with earlier prices are made as if there were none, unless the price table knows it
 * of another source.
 */
final class Krx implements MarketDays {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Map<String, String> SERVICES =
      Map.of("XKRX", "stk_bydd_trd", "XKOS", "ksq_bydd_trd");

  private final URI base;
  private final Supplier<String> key;
  private final Http http;
  private final Securities master;

  /**
   * @param key asked for at each request, so that a changed one is used
   */
  Krx(URI base, Supplier<String> key, Securities master, Duration deadline) {
    this.base = base;
    this.key = key;
    this.master = master;
    this.http = new Http(deadline);
  }

  @Override
  public String name() {
    return "krx";
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Outcome day(String exchange, LocalDate session, Set<ListingId> wanted, Instant now) {
    String service = SERVICES.get(exchange);
    if (service == null) {
      return new Outcome.NotCovered("KRX has no exchange " + exchange);
    }
    String day = DAY.format(session);
    URI address = base.resolve("/svc/apis/sto/%s?basDd=%s".formatted(service, day));
    return switch (http.get(address, Map.of("AUTH_KEY", key.get()))) {
      case Http.Answer.Other(Outcome outcome) -> outcome;
      case Http.Answer.Content(Node answer) -> {
        Node rows = answer.at("OutBlock_1");
        if (answer.isArray() || !rows.isArray()) {
          yield new Outcome.BadPayload("no OutBlock_1");
        }
        if (rows.elements().isEmpty()) {
          yield new Outcome.NotCovered("no prices of " + session);
        }
        yield read(session, rows.elements(), wanted, now);
      }
    };
  }

  private Outcome read(LocalDate session, List<Node> rows, Set<ListingId> wanted, Instant now) {
    MarketDay day =
        new MarketDay(name(), "date,open,high,low,close,volume", wanted, ListingId::ticker);
    for (Node row : rows) {
      if (!row.at("BAS_DD").textOr("").equals(DAY.format(session))) {
        return new Outcome.BadPayload("prices of another day than " + session);
      }
      day.row(
          row.at("ISU_CD").textOr(""),
          List.of(
              session.toString(),
              price(row.at("TDD_OPNPRC")),
              price(row.at("TDD_HGPRC")),
              price(row.at("TDD_LWPRC")),
              price(row.at("TDD_CLSPRC")),
              row.at("ACC_TRDVOL").textOr("").replace(",", "")));
    }
    return day.read(now, master);
  }

  /** Empty where there is none. */
  private static String price(Node cell) {
    String text = cell.textOr("").replace(",", "");
    return text.equals("0") || text.equals("-") ? "" : text;
  }
}
