package io.quotemark.refresh.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import io.quotemark.refresh.providers.PriceProvider.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter makes of a provider's answers, on a scripted server in this JVM. */
class ProviderContractTest {
  private static final ListingId HONG_KONG = ListingId.parse("XHKG:0700");
  private static final LocalDate FROM = LocalDate.of(2025, 2, 20);
  private static final LocalDate TO = LocalDate.of(2025, 2, 24);
  private static final Instant NOW = Instant.parse("2025-02-25T00:00:00Z");
  private static final String KEY = "secret-key";

  /** The adapters under the contract, and how each one's provider words a good answer. */
  enum Adapter {
    EODHD {
      @Override
      PriceProvider at(URI base) {
        return new Eodhd(base, () -> KEY, master(), Duration.ofSeconds(2));
      }

      @Override
      String prices(String currency, String close) {
        return """
        [{"date":"2025-02-20","open":10.1,"high":10.6,"low":10,"close":10.5,"adjusted_close":10.5,"volume":1000},
         {"date":"2025-02-21","open":10.1,"high":10.6,"low":10,"close":%s,"adjusted_close":10.4,"volume":1200}]\
        """
            .formatted(close);
      }

      @Override
      String empty() {
        return "[]";
      }
    },
    TWELVE_DATA {
      @Override
      PriceProvider at(URI base) {
        return new TwelveData(base, () -> KEY, master(), Duration.ofSeconds(2));
      }

      @Override
      String prices(String currency, String close) {
        return """
        {"meta":{"symbol":"0700","currency":"%s","mic_code":"XHKG"},"status":"ok","values":[
         {"datetime":"2025-02-21","open":"10.1","high":"10.6","low":"10","close":"%s","volume":"1200"},
         {"datetime":"2025-02-20","open":"10.1","high":"10.6","low":"10","close":"10.5","volume":"1000"}]}\
        """
            .formatted(currency, close);
      }

      @Override
      String empty() {
        return "{\"meta\":{},\"values\":[],\"status\":\"ok\"}";
      }
    },
    ECB {
      private static final String HEADER =
          "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE\n";

      @Override
      PriceProvider at(URI base) {
        return new EcbRates(base, master(), Duration.ofSeconds(2));
      }

      @Override
      ListingId listing() {
        return ListingId.parse("FX:EURHKD");
      }

      @Override
      List<String> inTheAddress() {
        return List.of("D.HKD.EUR.SP00.A");
      }

      @Override
      String prices(String currency, String close) {
        return HEADER
            + "EXR.D.HKD.EUR.SP00.A,D,%1$s,EUR,SP00,A,2025-02-20,10.5\n".formatted(currency)
            + "EXR.D.HKD.EUR.SP00.A,D,%s,EUR,SP00,A,2025-02-21,%s\n".formatted(currency, close);
      }

      @Override
      String empty() {
        return HEADER;
      }
    };

    ListingId listing() {
      return HONG_KONG;
    }

    /** What names the listing in a request, and who asks. */
    List<String> inTheAddress() {
      return List.of("0700", KEY);
    }

    abstract PriceProvider at(URI base);

    abstract String prices(String currency, String close);

    abstract String empty();
  }

  private HttpServer server = unstarted();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String body = "";
  private String splits = "[]";
  private boolean drip;

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    finished.countDown();
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource
  void prices_areReadAsTraded(Adapter adapter) {
    body = adapter.prices("HKD", "10.4");

    Outcome.Ok ok = (Outcome.Ok) fetch(adapter);

    assertThat(ok.series().listing()).isEqualTo(adapter.listing());
    assertThat(ok.series().retrievedAt()).isEqualTo(NOW);
    assertThat(ok.series().bars())
        .extracting(b -> b.session().getDayOfMonth())
        .containsExactly(20, 21);
    assertThat(ok.series().bars().getLast().close()).isEqualByComparingTo("10.4");
    assertThat(asked.getFirst()).contains(adapter.inTheAddress()).contains("2025-02-20");
  }

  @Test
  void ecb_rateOfAnotherCurrency_isABadPayload_andOneBadRowIsDropped() {
    body = Adapter.ECB.prices("USD", "10.4");
    assertThat(fetch(Adapter.ECB)).isInstanceOf(Outcome.BadPayload.class);

    body = Adapter.ECB.prices("HKD", "-1");
    Outcome.Ok ok = (Outcome.Ok) fetch(Adapter.ECB);
    assertThat(ok.series().bars()).hasSize(1);
    assertThat(ok.notes()).hasSize(1);
  }

  @Test
  void ecb_pairWithoutTheEuro_isNotAskedFor() {
    assertThat(Adapter.ECB.at(address()).fetch(ListingId.parse("FX:USDHKD"), FROM, TO, NOW))
        .isInstanceOf(Outcome.NotCovered.class);
    assertThat(asked).isEmpty();
    assertThat(EcbRates.pairs())
        .contains(ListingId.parse("FX:EURUSD"), ListingId.parse("FX:EURHKD"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ECB") // has rates, not bars
  void oneBadRow_isDropped_theOthersKept(Adapter adapter) {
    body = adapter.prices("HKD", "99");

    Outcome.Ok ok = (Outcome.Ok) fetch(adapter);

    assertThat(ok.series().bars()).hasSize(1);
    assertThat(ok.notes()).anyMatch(note -> note.contains("high 10.6 is below close 99"));
  }

  @ParameterizedTest
  @EnumSource
  void emptyAnswer_isNotCovered(Adapter adapter) {
    body = adapter.empty();

    assertThat(fetch(adapter)).isInstanceOf(Outcome.NotCovered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, Denied",
    "402, Denied",
    "403, Denied",
    "404, NotCovered",
    "429, Throttled",
    "500, Unavailable",
    "503, Unavailable",
    "302, BadPayload",
    "418, BadPayload"
  })
  void statuses_areToldApart(int code, String outcome) {
    for (Adapter adapter : Adapter.values()) {
      status = code;
      body = "nothing to see";

      assertThat(fetch(adapter).getClass().getSimpleName()).as(adapter.name()).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @EnumSource
  void throttled_saysForHowLong(Adapter adapter) {
    status = 429;

    assertThat(fetch(adapter)).isEqualTo(new Outcome.Throttled(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @EnumSource
  void successThatIsNone_isABadPayload(Adapter adapter) {
    for (String nonsense :
        List.of(
            "<!DOCTYPE html><html>",
            "",
            "Ticker Not Found.",
            "{\"Note\": \"call frequency\"}",
            "[{",
            "[1, 2]",
            "{\"values\": 3}")) {
      body = nonsense;

      assertThat(fetch(adapter)).as(nonsense).isInstanceOf(Outcome.BadPayload.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void slowDrip_endsAtTheDeadline(Adapter adapter) {
    body = adapter.prices("HKD", "10.4");
    drip = true;

    assertThat(fetch(adapter)).isInstanceOf(Outcome.Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyThere_isUnavailable_andTellsNoKey(Adapter adapter) {
    PriceProvider provider = adapter.at(address());
    server.stop(0);

    Outcome outcome = provider.fetch(adapter.listing(), FROM, TO, NOW);

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.toString()).doesNotContain(KEY);
    server = unstarted();
  }

  @Test
  void twelveData_otherCurrency_isABadPayload() {
    body = Adapter.TWELVE_DATA.prices("USD", "10.4");

    assertThat(fetch(Adapter.TWELVE_DATA))
        .isEqualTo(new Outcome.BadPayload("prices in USD, not HKD"));
  }

  @Test
  void twelveData_errorsWithinSuccess_areToldApart() {
    body = "{\"code\":429,\"message\":\"credits used up\",\"status\":\"error\"}";
    assertThat(fetch(Adapter.TWELVE_DATA)).isEqualTo(new Outcome.Throttled(null));
    body = "{\"code\":401,\"message\":\"wrong key\",\"status\":\"error\"}";
    assertThat(fetch(Adapter.TWELVE_DATA)).isInstanceOf(Outcome.Denied.class);
    body = "{\"code\":404,\"message\":\"symbol not found\",\"status\":\"error\"}";
    assertThat(fetch(Adapter.TWELVE_DATA)).isEqualTo(new Outcome.NotCovered("symbol not found"));
  }

  @Test
  void eodhd_closesThatRunThroughASplit_areABadPayload() {
    body = Adapter.EODHD.prices("HKD", "10.4");
    splits = "[{\"date\":\"2025-02-21\",\"split\":\"4.000000/1.000000\"}]";

    assertThat(fetch(Adapter.EODHD))
        .isInstanceOfSatisfying(
            Outcome.BadPayload.class,
            bad -> assertThat(bad.reason()).contains("runs through its split"));
  }

  @Test
  void eodhd_unknownMarket_isNotAskedFor() {
    assertThat(Adapter.EODHD.at(address()).fetch(ListingId.parse("XXXX:ABC"), FROM, TO, NOW))
        .isInstanceOf(Outcome.NotCovered.class);
    assertThat(asked).isEmpty();
  }

  private Outcome fetch(Adapter adapter) {
    return adapter.at(address()).fetch(adapter.listing(), FROM, TO, NOW);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static HttpServer unstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String uri = exchange.getRequestURI().toString();
    asked.add(uri);
    byte[] bytes = (uri.startsWith("/api/splits") ? splits : body).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Retry-After", "7");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (drip) {
        out.write(bytes, 0, 5);
        out.flush();
        finished.await();
      } else if (bytes.length > 0) {
        out.write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Securities master() {
    Listing listing =
        new Listing(
            HONG_KONG, "", "HKD", null, null, null, null, null, List.of(), true, null, null, null);
    return new Securities(
        "test",
        List.of(new Issuer("Acme Harbour", List.of(), List.of(), List.of(), List.of(listing))));
  }
}
