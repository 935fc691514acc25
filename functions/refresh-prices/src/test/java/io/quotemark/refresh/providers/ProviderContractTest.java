package io.quotemark.refresh.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.securities.Securities;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter makes of a provider's answers, on a scripted server in this JVM. */
class ProviderContractTest {
  private static final ListingId HONG_KONG = ListingId.parse("XHKG:0700");
  private static final ListingId NEW_YORK = ListingId.parse("XNYS:ACM.B");
  private static final ListingId TOKYO = ListingId.parse("XTKS:7203");
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
    ALPACA {
      @Override
      PriceProvider at(URI base) {
        return new Alpaca(base, () -> "key-id:" + KEY, master(), Duration.ofSeconds(2));
      }

      @Override
      ListingId listing() {
        return NEW_YORK;
      }

      @Override
      List<String> inTheAddress() {
        return List.of("/v2/stocks/ACM.B/bars", "feed=sip", "key-id", KEY);
      }

      @Override
      String prices(String currency, String close) {
        return """
        {"bars":[
         {"c":10.5,"h":10.6,"l":10,"n":12,"o":10.1,"t":"2025-02-20T05:00:00Z","v":1000,"vw":10.3},
         {"c":%s,"h":10.6,"l":10,"n":14,"o":10.1,"t":"2025-02-21T05:00:00Z","v":1200,"vw":10.3}],
         "next_page_token":null,"symbol":"ACM.B"}\
        """
            .formatted(close);
      }

      @Override
      String empty() {
        return "{\"bars\":null,\"next_page_token\":null,\"symbol\":\"ACM.B\"}";
      }
    },
    TIINGO {
      @Override
      PriceProvider at(URI base) {
        return new Tiingo(base, () -> KEY, master(), Duration.ofSeconds(2));
      }

      @Override
      ListingId listing() {
        return NEW_YORK;
      }

      @Override
      List<String> inTheAddress() {
        return List.of("/tiingo/daily/ACM-B/prices", "Token " + KEY);
      }

      @Override
      String prices(String currency, String close) {
        return """
        [{"date":"2025-02-20T00:00:00.000Z","close":10.5,"high":10.6,"low":10,"open":10.1,"volume":1000,
          "adjClose":10.5,"adjHigh":10.6,"adjLow":10,"adjOpen":10.1,"adjVolume":1000,"divCash":0.0,"splitFactor":1.0},
         {"date":"2025-02-21T00:00:00.000Z","close":%s,"high":10.6,"low":10,"open":10.1,"volume":1200,
          "adjClose":10.4,"adjHigh":10.6,"adjLow":10,"adjOpen":10.1,"adjVolume":1200,"divCash":0.0,"splitFactor":1.0}]\
        """
            .formatted(close);
      }

      @Override
      String empty() {
        return "[]";
      }
    },
    J_QUANTS {
      @Override
      PriceProvider at(URI base) {
        return new JQuants(base, () -> KEY, master(), Duration.ofSeconds(2));
      }

      @Override
      ListingId listing() {
        return TOKYO;
      }

      @Override
      List<String> inTheAddress() {
        return List.of("/v2/equities/bars/daily?code=72030", KEY);
      }

      @Override
      String prices(String currency, String close) {
        return """
        {"data":[
         {"Date":"2025-02-20","Code":"72030","O":10.1,"H":10.6,"L":10,"C":10.5,"UL":"0","LL":"0","Vo":1000,"Va":10400,
          "AdjFactor":1.0,"AdjO":10.1,"AdjH":10.6,"AdjL":10,"AdjC":10.5,"AdjVo":1000},
         {"Date":"2025-02-21","Code":"72030","O":10.1,"H":10.6,"L":10,"C":%s,"UL":"0","LL":"0","Vo":1200,"Va":12400,
          "AdjFactor":1.0,"AdjO":10.1,"AdjH":10.6,"AdjL":10,"AdjC":10.4,"AdjVo":1200}]}\
        """
            .formatted(close);
      }

      @Override
      String empty() {
        return "{\"data\":[]}";
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
  private @Nullable String second;
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
  void eodhd_tellsASplit_byItsAdjustedCloses_inOneRequest() {
    body =
        """
        [{"date":"2025-02-20","open":40.4,"high":42.4,"low":40,"close":42,"adjusted_close":10.5,"volume":1000},
         {"date":"2025-02-21","open":10.1,"high":10.6,"low":10,"close":10.4,"adjusted_close":10.4,"volume":4800}]\
        """;

    assertSplit((Outcome.Ok) fetch(Adapter.EODHD), "42");
    assertThat(asked).hasSize(1);
    assertThat(Adapter.EODHD.at(address()).requests()).isEqualTo(1);
  }

  @Test
  void alpaca_tellsASplit_byItsAdjustedBars() {
    body = Adapter.ALPACA.prices("USD", "10.4").replaceFirst(BAR, SPLIT_BAR);
    second = Adapter.ALPACA.prices("USD", "10.4");

    assertSplit((Outcome.Ok) fetch(Adapter.ALPACA), "42");
    assertThat(asked.get(0)).contains("adjustment=raw");
    assertThat(asked.get(1)).contains("adjustment=split");
  }

  private static final String BAR = "\"c\":10.5,\"h\":10.6,\"l\":10,\"n\":12,\"o\":10.1";
  private static final String SPLIT_BAR = "\"c\":42,\"h\":42.4,\"l\":40,\"n\":12,\"o\":40.4";

  @Test
  void alpaca_answerOfAnotherSymbolOrWithMorePages_isABadPayload() {
    body = Adapter.ALPACA.prices("USD", "10.4").replace("ACM.B", "OTHR");
    assertThat(fetch(Adapter.ALPACA)).isInstanceOf(Outcome.BadPayload.class);
    body = Adapter.ALPACA.prices("USD", "10.4").replace("\"next_page_token\":null", NEXT);
    assertThat(fetch(Adapter.ALPACA)).isInstanceOf(Outcome.BadPayload.class);
  }

  private static final String NEXT = "\"next_page_token\":\"QUFQTHxE\"";

  private static final ListingSession MONDAY =
      new ListingSession(NEW_YORK, LocalDate.of(2025, 2, 24));

  private static Outcome minutes(Alpaca provider) {
    return provider.minutes(
        MONDAY, Instant.parse("2025-02-24T09:00:00Z"), Instant.parse("2025-02-25T01:00:00Z"), NOW);
  }

  @Test
  void alpaca_minutes_areThoseOfTheSessionsDay_beforeAndAfterItToo() {
    Alpaca alpaca = new Alpaca(address(), () -> "key-id:" + KEY, master(), Duration.ofSeconds(2));
    body =
        """
        {"bars":[
         {"c":143.1,"h":143.2,"l":143,"n":3,"o":143.2,"t":"2025-02-24T09:04:00Z","v":420,"vw":143.1},
         {"c":142.55,"h":142.9,"l":142.5,"n":31,"o":142.9,"t":"2025-02-24T14:30:00Z","v":91000,"vw":142.7}],
         "next_page_token":null,"symbol":"ACM.B"}\
        """;

    MinuteBars bars = ((Outcome.Minutes) minutes(alpaca)).bars();

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("/v2/stocks/ACM.B/bars?timeframe=1Min")
        .contains("start=2025-02-24T09:00:00Z&end=2025-02-25T01:00:00Z")
        .contains("adjustment=raw&feed=sip");
    assertThat(bars.of()).isEqualTo(MONDAY);
    assertThat(bars.source()).isEqualTo("alpaca");
    assertThat(bars.retrievedAt()).isEqualTo(NOW);
    assertThat(bars.minutes())
        .extracting(minute -> minute.start() + " " + minute.close() + " " + minute.volume())
        .containsExactly("2025-02-24T09:04:00Z 143.1 420", "2025-02-24T14:30:00Z 142.55 91000");
  }

  @Test
  void alpaca_minutesThatAreNone_areToldApart() {
    Alpaca alpaca = new Alpaca(address(), () -> "key-id:" + KEY, master(), Duration.ofSeconds(2));
    body = Adapter.ALPACA.empty();
    assertThat(minutes(alpaca)).isInstanceOf(Outcome.NotCovered.class);
    body = Adapter.ALPACA.prices("USD", "10.4");
    assertThat(minutes(alpaca)).as("of other days").isInstanceOf(Outcome.BadPayload.class);
    body = "<html>";
    assertThat(minutes(alpaca)).isInstanceOf(Outcome.BadPayload.class);
    status = 403;
    body = "{\"message\":\"subscription does not permit querying recent SIP data\"}";
    assertThat(minutes(alpaca)).isInstanceOf(Outcome.Denied.class);
    status = 429;
    assertThat(minutes(alpaca)).isInstanceOf(Outcome.Throttled.class);
    Alpaca keyless = new Alpaca(address(), () -> "only-the-id", master(), Duration.ofSeconds(2));
    assertThat(minutes(keyless)).isInstanceOf(Outcome.Denied.class);
  }

  @Test
  void alpaca_keyWithoutItsSecret_isDenied_withoutARequest() {
    PriceProvider provider =
        new Alpaca(address(), () -> "only-the-id", master(), Duration.ofSeconds(2));

    assertThat(provider.fetch(NEW_YORK, FROM, TO, NOW))
        .isEqualTo(
            new Outcome.Denied("a key of Alpaca is its id and its secret, written ID:SECRET"));
    assertThat(asked).isEmpty();
  }

  @Test
  void keyThatNoHeaderCanHold_isDenied_andNotTold() {
    PriceProvider provider =
        new Tiingo(address(), () -> "two\nlines", master(), Duration.ofSeconds(2));

    Outcome outcome = provider.fetch(NEW_YORK, FROM, TO, NOW);

    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    assertThat(outcome.toString()).doesNotContain("lines");
  }

  @Test
  void tiingo_hasSplitsAndDividends() {
    body =
        Adapter.TIINGO
            .prices("USD", "10.4")
            .replace(
                "\"close\":10.5,\"high\":10.6,\"low\":10,\"open\":10.1",
                "\"close\":42,\"high\":42.4,\"low\":40,\"open\":40.4")
            .replace(
                "\"adjVolume\":1200,\"divCash\":0.0,\"splitFactor\":1.0",
                "\"adjVolume\":1200,\"divCash\":0.1,\"splitFactor\":4.0");

    Outcome.Ok ok = (Outcome.Ok) fetch(Adapter.TIINGO);

    assertSplit(ok, "42");
    assertThat(ok.series().dividends())
        .singleElement()
        .satisfies(d -> assertThat(d.amount()).isEqualByComparingTo("0.1"));
  }

  @Test
  void jQuants_factorIsTheInverseOfASplit_andADayWithoutTradesHasNoBar() {
    body =
        Adapter.J_QUANTS
            .prices("JPY", "10.4")
            .replace(
                "\"O\":10.1,\"H\":10.6,\"L\":10,\"C\":10.5",
                "\"O\":40.4,\"H\":42.4,\"L\":40,\"C\":42")
            .replace("\"Va\":12400,\n  \"AdjFactor\":1.0", "\"Va\":12400,\n  \"AdjFactor\":0.25");

    assertSplit((Outcome.Ok) fetch(Adapter.J_QUANTS), "42");

    body =
        "{\"data\":[{\"Date\":\"2025-02-20\",\"Code\":\"72030\",\"O\":null,\"H\":null,\"L\":null,\"C\":null,\"Vo\":0,\"AdjFactor\":1.0}]}";
    assertThat(fetch(Adapter.J_QUANTS)).isInstanceOf(Outcome.NotCovered.class);
  }

  private static void assertSplit(Outcome.Ok ok, String before) {
    assertThat(ok.series().splits())
        .singleElement()
        .satisfies(split -> {
          assertThat(split.firstSession()).isEqualTo("2025-02-21");
          assertThat(split.ratio()).isEqualByComparingTo("4");
        });
    assertThat(ok.series().bars().getFirst().close()).isEqualByComparingTo(before);
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
    asked.add(uri + " " + exchange.getRequestHeaders().values());
    String answered = asked.size() > 1 && second != null ? second : body;
    byte[] bytes = answered.getBytes(UTF_8);
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
    return new Securities(
        "test",
        List.of(
            new Issuer(
                "Acme Harbour",
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    listing(HONG_KONG, "HKD"), listing(NEW_YORK, "USD"), listing(TOKYO, "JPY")))));
  }

  private static Listing listing(ListingId id, String currency) {
    return new Listing(
        id, "", currency, null, null, null, null, null, List.of(), true, null, null, null);
  }
}
