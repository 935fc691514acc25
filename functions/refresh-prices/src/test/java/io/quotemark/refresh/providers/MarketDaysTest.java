package io.quotemark.refresh.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole days of an exchange, on a scripted server in this JVM. */
class MarketDaysTest {
  private static final ListingId SEOUL = ListingId.parse("XKRX:005930");
  private static final ListingId STILL = ListingId.parse("XKRX:000300");
  private static final ListingId TOKYO = ListingId.parse("XTKS:7203");
  private static final LocalDate DAY = LocalDate.of(2025, 2, 20);
  private static final Instant NOW = Instant.parse("2025-02-25T00:00:00Z");

  private final Deque<String> bodies = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server = unstarted();

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().values());
          byte[] bytes = bodies.removeFirst().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void krx_dayOfTheExchange_isOneRequest_ofWhichTheListingsWantedAreKept() {
    bodies.add(krx("20250220"));

    Outcome.Day day = (Outcome.Day) krx().day("XKRX", DAY, Set.of(SEOUL, STILL), NOW);

    assertThat(asked)
        .singleElement()
        .satisfies(
            a -> assertThat(a).contains("/svc/apis/sto/stk_bydd_trd?basDd=20250220", "secret-key"));
    assertThat(day.series())
        .extracting(PriceSeries::listing)
        .containsExactlyInAnyOrder(SEOUL, STILL);
    Bar traded = bar(day, SEOUL);
    assertThat(traded.close()).isEqualByComparingTo("71000");
    assertThat(traded.open()).isEqualByComparingTo("70100");
    assertThat(bar(day, STILL).missing()).as("did not trade: a close alone").isNotEmpty();
  }

  @Test
  void krx_otherDayOrShape_isABadPayload_andAnEmptyOneIsNotCovered() {
    bodies.add(krx("20250219"));
    assertThat(krx().day("XKRX", DAY, Set.of(SEOUL), NOW)).isInstanceOf(Outcome.BadPayload.class);
    bodies.add("{\"respCode\":\"401\",\"respMsg\":\"Unauthorized Key\"}");
    assertThat(krx().day("XKRX", DAY, Set.of(SEOUL), NOW)).isInstanceOf(Outcome.BadPayload.class);
    bodies.add("{\"OutBlock_1\":[]}");
    assertThat(krx().day("XKOS", DAY, Set.of(SEOUL), NOW)).isInstanceOf(Outcome.NotCovered.class);
    assertThat(asked.getLast()).contains("ksq_bydd_trd");
  }

  @Test
  void jQuants_dayOfTheExchange_overPages() {
    bodies.add(jQuants("13010", ",\"pagination_key\":\"next+page\""));
    bodies.add(jQuants("72030", ""));

    JQuants source = new JQuants(address(), () -> "secret-key", master(), Duration.ofSeconds(2));
    Outcome.Day day = (Outcome.Day) source.day("XTKS", DAY, Set.of(TOKYO), NOW);

    assertThat(day.series()).extracting(PriceSeries::listing).containsExactly(TOKYO);
    assertThat(asked.get(0)).contains("/v2/equities/bars/daily?date=2025-02-20 ", "secret-key");
    assertThat(asked.get(1)).contains("pagination_key=next%2Bpage");
  }

  private static Bar bar(Outcome.Day day, ListingId listing) {
    return day.series().stream()
        .filter(series -> series.listing().equals(listing))
        .findFirst()
        .orElseThrow()
        .bars()
        .getFirst();
  }

  private Krx krx() {
    return new Krx(address(), () -> "secret-key", master(), Duration.ofSeconds(2));
  }

  private static String krx(String day) {
    return """
    {"OutBlock_1":[
     {"BAS_DD":"%1$s","ISU_CD":"005930","ISU_NM":"A","MKT_NM":"KOSPI","SECT_TP_NM":"","TDD_CLSPRC":"71,000",
      "CMPPREVDD_PRC":"1,000","FLUC_RT":"1.43","TDD_OPNPRC":"70100","TDD_HGPRC":"71500","TDD_LWPRC":"69900",
      "ACC_TRDVOL":"12,345,678","ACC_TRDVAL":"876543210000","MKTCAP":"423000000000000","LIST_SHRS":"5969782550"},
     {"BAS_DD":"%1$s","ISU_CD":"000300","ISU_NM":"B","MKT_NM":"KOSPI","SECT_TP_NM":"","TDD_CLSPRC":"4200",
      "CMPPREVDD_PRC":"0","FLUC_RT":"0.00","TDD_OPNPRC":"0","TDD_HGPRC":"0","TDD_LWPRC":"0","ACC_TRDVOL":"0",
      "ACC_TRDVAL":"0","MKTCAP":"174035631000","LIST_SHRS":"41437055"},
     {"BAS_DD":"%1$s","ISU_CD":"095570","ISU_NM":"C","MKT_NM":"KOSPI","SECT_TP_NM":"","TDD_CLSPRC":"4490",
      "CMPPREVDD_PRC":"50","FLUC_RT":"1.13","TDD_OPNPRC":"4440","TDD_HGPRC":"4495","TDD_LWPRC":"4415",
      "ACC_TRDVOL":"60620","ACC_TRDVAL":"270238001","MKTCAP":"203184887910","LIST_SHRS":"45252759"}]}\
    """
        .formatted(day);
  }

  private static String jQuants(String code, String more) {
    return """
    {"data":[{"Date":"2025-02-20","Code":"%s","O":10.1,"H":10.6,"L":10,"C":10.5,"UL":"0","LL":"0","Vo":1000,
      "Va":10400,"AdjFactor":1.0,"AdjO":10.1,"AdjH":10.6,"AdjL":10,"AdjC":10.5,"AdjVo":1000}]%s}\
    """
        .formatted(code, more);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static HttpServer unstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Securities master() {
    return new Securities(
        "test",
        List.of(
            new Issuer(
                "Acme Harbour",
                List.of(),
                List.of(),
                List.of(),
                List.of(listing(SEOUL, "KRW"), listing(STILL, "KRW"), listing(TOKYO, "JPY")))));
  }

  private static Listing listing(ListingId id, String currency) {
    return new Listing(
        id, "", currency, null, null, null, null, null, List.of(), true, null, null, null);
  }
}
