package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.market.prices.RowProblem.Effect;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2025-06-30T12:00:00Z");
  private static final Securities MASTER =
      new Securities(
          "test",
          List.of(
              issuer(
                  "Acme Harbour",
                  listing("XHKG:0700", "HKD", null),
                  listing("XNYS:ACMH", "USD", null)),
              issuer("Brick Kilns", listing("XNYS:BRK.B", "USD", null)),
              issuer("Pence Quoted", listing("XLON:PQ", "GBP", "GBX"))));

  @Test
  void yahooLike_header_isRead() {
    PriceFile file =
        parse(
            "0700.HK.csv",
            """
            Date,Open,High,Low,Close,Adj Close,Volume
            2025-02-20,10.10,10.50,10.00,10.40,10.40,1200
            2025-02-21,10.40,10.60,10.30,10.50,10.50,900
            """);

    PriceSeries series = only(file);
    assertThat(series.listing()).hasToString("XHKG:0700");
    assertThat(series.source()).isEqualTo("file:0700.HK");
    assertThat(series.bars().getFirst())
        .isEqualTo(bar("2025-02-20", "10.10", "10.50", "10.00", "10.40", 1200L));
    assertThat(series.delivered()).isEqualTo(Basis.AS_TRADED);
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.effect()).isEqualTo(Effect.NOTE);
          assertThat(p.reason()).contains("neither stated nor provable");
        });
  }

  @Test
  void stooqLike_headerWithTickerColumn_isRead() {
    PriceFile file =
        parse(
            "anything.txt",
            """
            <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
            ACMH.US,D,20250220,000000,10.1,10.5,10,10.4,1200,0
            ACMH.US,60,20250220,100000,10.1,10.5,10,10.4,1200,0
            """);

    assertThat(only(file).listing()).hasToString("XNYS:ACMH");
    assertThat(only(file).bars()).hasSize(1);
    assertThat(dropped(file)).containsExactly("anything.txt:3: not a daily row: period 60");
  }

  @Test
  void eodhdLike_adjustedCloseShowsASplit_isAsTradedWithTheSplit() {
    PriceFile file =
        parse(
            "ACMH.US.csv",
            """
            Date,Open,High,Low,Close,Adjusted_close,Volume
            2024-06-06,120.0,122.0,119.0,121.0,12.1,1000
            2024-06-07,120.0,122.0,119.0,120.0,12.0,1000
            2024-06-10,12.1,12.4,12.0,12.2,12.2,11000
            """);

    PriceSeries series = only(file);
    assertThat(series.delivered()).isEqualTo(Basis.AS_TRADED);
    assertThat(series.splits())
        .containsExactly(
            new PriceSeries.Split(LocalDate.parse("2024-06-10"), BigDecimal.TEN.setScale(0)));
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void splitAdjustedHistory_priceRunsThroughTheSplit_isMultipliedBack() {
    PriceFile file =
        parse(
            "ACMH.US.csv",
            """
            Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits
            2020-08-27 00:00:00-04:00,127.142502,127.485001,123.832497,125.010002,122.0,155552400,0.0,0.0
            2020-08-28 00:00:00-04:00,126.012497,126.442497,124.577499,124.807503,121.9,187630000,0.205,0.0
            2020-08-31 00:00:00-04:00,127.580002,131.000000,126.000000,129.039993,126.0,225702700,0.0,4.0
            """);

    PriceSeries series = only(file);
    assertThat(series.delivered()).isEqualTo(Basis.SPLIT_ADJUSTED);
    // 124.807503 is a 32-bit float of 499.23 / 4
    assertThat(series.bars().get(1).close()).isEqualByComparingTo("499.23");
    assertThat(series.bars().get(1).open()).isEqualByComparingTo("504.05");
    assertThat(series.bars().get(1).volume()).isEqualTo(46_907_500L);
    assertThat(series.bars().get(2).close()).isEqualByComparingTo("129.04");
    assertThat(series.bars().get(2).volume()).isEqualTo(225_702_700L);
    assertThat(series.dividends().getFirst().amount()).isEqualByComparingTo("0.82");
  }

  @Test
  void asTradedHistory_priceFallsByTheRatio_staysAsItIs() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            date,open,high,low,close,adj_close,volume,dividend,split
            2020-08-28,504.05,505.77,498.31,499.23,,46907479,,
            2020-08-31,127.58,131.00,126.00,129.04,,225702700,,4
            """);

    assertThat(only(file).delivered()).isEqualTo(Basis.AS_TRADED);
    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("499.23");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void consolidation_deliveredAdjusted_isDividedBack() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            date,open,high,low,close,volume,split
            2024-03-01,50.0,51.0,49.0,50.0,100,
            2024-03-04,50.5,52.0,50.0,51.0,120,1:10
            """);

    assertThat(only(file).delivered()).isEqualTo(Basis.SPLIT_ADJUSTED);
    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("5");
    assertThat(only(file).bars().getFirst().volume()).isEqualTo(1000L);
  }

  @Test
  void statedSplitAdjusted_splitAfterTheLastRow_isTakenBackToo() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            # basis: split_adjusted
            # split: 2024-06-10 10:1
            date,open,high,low,close,volume
            2024-03-01,12.00,12.40,11.90,12.10,1000
            """);

    assertThat(only(file).bars().getFirst())
        .isEqualTo(bar("2024-03-01", "120", "124", "119", "121", 100L));
  }

  @Test
  void statedDividendAdjusted_dividendsGiven_areAddedBack() {
    // as traded 100.00, then 2.00 paid, 99.00 after: delivered (100 - 2) x 1 = 98
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            # basis: dividend_adjusted
            date,open,high,low,close,volume,dividend
            2024-03-01,98.00,98.98,97.02,98.00,1000,
            2024-03-04,98.50,99.50,98.00,99.00,1000,2.00
            """);

    Bar first = only(file).bars().getFirst();
    assertThat(first.close()).isEqualByComparingTo("100");
    assertThat(first.high()).isEqualByComparingTo("101");
    assertThat(first.low()).isEqualByComparingTo("99");
    assertThat(first.volume()).isEqualTo(1000L);
  }

  @Test
  void statedAsTraded_priceRunsThroughTheSplit_isRefused() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            # basis: as_traded
            date,open,high,low,close,volume,split
            2024-03-01,50.0,51.0,49.0,50.0,100,
            2024-03-04,50.5,52.0,50.0,51.0,120,4
            """);

    assertThat(file.series()).isEmpty();
    assertThat(file.problems()).extracting(RowProblem::effect).containsExactly(Effect.REFUSED);
  }

  @Test
  void unstatedBasis_closesWithManyDecimals_areKeptAsAdjusted() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            date,open,high,low,close,volume
            2024-03-01,48.1234,49.5678,47.1112,48.4321,100
            2024-03-04,48.2234,49.6678,47.2112,48.5321,100
            """);

    assertThat(only(file).delivered()).isEqualTo(Basis.STILL_ADJUSTED);
    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("48.4321");
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("moves of one day but no price levels"));
  }

  @Test
  void adjustedCloseEqualToClose_acrossADividend_isSaid() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            date,open,high,low,close,adj_close,volume,dividend
            2024-03-01,48.1,49.5,47.1,48.4,48.4,100,
            2024-03-04,48.2,49.6,47.2,48.5,48.5,100,0.5
            """);

    assertThat(only(file).delivered()).isEqualTo(Basis.AS_TRADED);
    assertThat(file.problems().getFirst().reason()).contains("equals the close across 1 dividends");
  }

  @Test
  void badRows_areReportedWithLineAndReason_goodOnesKept() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            # basis: as_traded
            date,open,high,low,close,volume
            2024-03-01,10.0,10.5,9.5,10.2,100
            2024-03-04,10.0,9.0,9.5,10.2,100
            2024-03-05,10.0,10.5,9.5,0,100
            2024-03-06,10.0,10.5,9.5,-10.2,100
            2024-03-07,10.0,10.5,9.5,ten,100
            03/08/2024,10.0,10.5,9.5,10.2,100
            2024-02-30,10.0,10.5,9.5,10.2,100
            2024-03-12,"1,010.0",10.5,9.5,10.2,100
            2024-03-13,10.0,10.5,9.5,10.2,-5
            2024-03-14,10.0,10.5
            2024-03-15,null,null,null,null,null
            2031-03-18,10.0,10.5,9.5,10.2,100
            2024-03-19,10.0,10.5,9.5,10.2,"1,234,567"
            """);

    assertThat(only(file).bars())
        .extracting(b -> b.session().toString())
        .containsExactly("2024-03-01", "2024-03-19");
    assertThat(only(file).bars().getLast().volume()).isEqualTo(1_234_567L);
    assertThat(dropped(file))
        .containsExactly(
            "ACMH.csv:4: high 9.0 is below low 9.5",
            "ACMH.csv:5: close is not above zero: '0'",
            "ACMH.csv:6: close is not above zero: '-10.2'",
            "ACMH.csv:7: close is not a number: 'ten'",
            "ACMH.csv:8: day and month cannot be told apart in '03/08/2024'; write yyyy-mm-dd",
            "ACMH.csv:9: no such date: '2024-02-30'",
            "ACMH.csv:10: high 10.5 is below open 1010.0",
            "ACMH.csv:11: volume is negative or too large: '-5'",
            "ACMH.csv:12: close is missing",
            "ACMH.csv:13: close is missing",
            "ACMH.csv:14: session 2031-03-18 is outside 1900 to the day of delivery");
  }

  @Test
  void duplicateSession_sameRow_keepsOne_differentRows_keepNone() {
    PriceFile file =
        parse(
            "ACMH.csv",
            """
            date,open,high,low,close,volume
            2024-03-01,10.0,10.5,9.5,10.2,100
            2024-03-01,10.0,10.5,9.5,10.2,100
            2024-03-04,10.0,10.5,9.5,10.2,100
            2024-03-04,10.0,10.5,9.5,10.3,100
            2024-03-04,10.0,10.5,9.5,10.2,100
            2024-03-05,10.0,10.5,9.5,10.2,100
            """);

    assertThat(only(file).bars())
        .extracting(b -> b.session().toString())
        .containsExactly("2024-03-01", "2024-03-05");
    assertThat(dropped(file))
        .containsExactly(
            "ACMH.csv:3: repeats line 2",
            "ACMH.csv:4: line 5 has other prices for 2024-03-04",
            "ACMH.csv:5: line 4 has other prices for 2024-03-04",
            "ACMH.csv:6: line 4 has other prices for 2024-03-04");
  }

  @Test
  void descendingRows_areSorted() {
    PriceFile file =
        parse(
            "ACMH.csv", "date;open;high;low;close\n2024-03-04;10;11;9;10\n2024-03-01;10;11;9;10\n");

    assertThat(only(file).bars())
        .extracting(b -> b.session().getDayOfMonth())
        .containsExactly(1, 4);
  }

  @Test
  void severalListings_inAColumn_becomeSeveralSeries() {
    PriceFile file =
        parse(
            "all.csv",
            """
            listing,date,open,high,low,close
            XHKG:0700,2024-03-01,10,11,9,10
            700.HK,2024-03-04,10,11,9,10
            ^HSI,2024-03-01,10,11,9,10
            nobody knows,2024-03-01,10,11,9,10
            """);

    assertThat(file.series())
        .extracting(s -> s.listing().toString())
        .containsExactly("INDEX:HSI", "XHKG:0700");
    assertThat(file.series().getLast().bars()).hasSize(2);
    assertThat(dropped(file))
        .containsExactly("all.csv:5: unknown listing 'nobody knows'; write MIC:TICKER");
  }

  @Test
  void pence_quotedByTheMaster_becomePounds() {
    PriceFile file =
        parse("PQ.L.csv", "date,open,high,low,close\n2024-03-01,651.2,655,640,642.5\n");

    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("6.425");
    assertThat(file.problems()).filteredOn(p -> p.reason().contains("read as GBX")).hasSize(1);
  }

  @Test
  void unitStated_goesBeforeTheMaster() {
    PriceFile file =
        parse(
            "PQ.L.csv", "# unit: GBP\ndate,open,high,low,close\n2024-03-01,6.512,6.55,6.4,6.425\n");

    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("6.425");
  }

  @Test
  void sampleAndSource_statedInComments_areCarried() {
    PriceFile file =
        parse(
            "ACMH.csv",
            "# sample: made up\n# source: fiction\ndate,open,high,low,close\n2024-03-01,10,11,9,10\n");

    assertThat(only(file).sample()).isTrue();
    assertThat(only(file).source()).isEqualTo("fiction");
  }

  @Test
  void referenceRates_wideFile_becomeEuroPairs() {
    PriceFile file =
        parse(
            "eurofxref-hist.csv",
            """
            Date,USD,JPY,BGN,CZK,DKK,GBP,HUF,PLN,SEK,CHF,HKD,
            2025-02-21,1.0465,157.14,1.9558,25.066,7.4591,0.82840,402.55,4.1608,11.1475,0.9404,8.1326,
            2025-02-20,1.0422,156.70,N/A,25.066,7.4591,0.82840,402.55,4.1608,11.1475,0.9404,8.1052,
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.series())
        .extracting(s -> s.listing().toString())
        .contains("FX:EURUSD", "FX:EURHKD");
    PriceSeries dollar =
        file.series().stream()
            .filter(s -> s.listing().equals(ListingId.parse("FX:EURUSD")))
            .findFirst()
            .orElseThrow();
    assertThat(dollar.source()).isEqualTo("ecb");
    assertThat(dollar.bars().getLast())
        .isEqualTo(Bar.flat(LocalDate.parse("2025-02-21"), new BigDecimal("1.0465")));
    PriceSeries lev =
        file.series().stream()
            .filter(s -> s.listing().equals(ListingId.parse("FX:EURBGN")))
            .findFirst()
            .orElseThrow();
    assertThat(lev.bars()).hasSize(1);
  }

  @Test
  void referenceRates_dataPortalFile_isRead() {
    PriceFile file =
        parse(
            "data.csv",
            """
            KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE
            EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2025-02-21,1.0465
            """);

    assertThat(only(file).listing()).hasToString("FX:EURUSD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0700.HK.csv|XHKG:0700",
        "700.hk.csv|XHKG:0700",
        "prices/00700.HK.csv|XHKG:0700",
        "XHKG_0700.csv|XHKG:0700",
        "XHKG_9988.csv|XHKG:9988",
        "9988.HK_2024-01-01_2024-12-31.csv|XHKG:9988",
        "9988.HK-2024.csv|XHKG:9988",
        "ACMH.csv|XNYS:ACMH",
        "acmh_us_d.csv|XNYS:ACMH",
        "BRK-B.csv|XNYS:BRK.B",
        "XNYS_BRK-B.csv|XNYS:BRK.B",
        "INDEX-HSI.csv|INDEX:HSI",
        "^spx_d.csv|INDEX:GSPC",
        "^GSPC.csv|INDEX:GSPC",
        "GSPC.INDX.csv|INDEX:GSPC",
        "000001.SS.csv|INDEX:SSEC",
        "600519.SS.csv|XSHG:600519",
        "7203.T.csv|XTKS:7203",
        "EURUSD=X.csv|FX:EURUSD",
        "SAP.DE.csv|XETR:SAP"
      })
  void listing_isToldFromTheFileName(String name, String listing) {
    assertThat(PriceFiles.listingOf(name, MASTER)).map(ListingId::toString).contains(listing);
  }

  @ParameterizedTest
  @CsvSource({"prices.csv", "UNKNOWN.csv", "UNKNOWN.US.csv", "'.csv'", "'../../etc.csv'"})
  void fileName_thatNamesNoListing_isRefused(String name) {
    PriceFile file = parse(name, "date,open,high,low,close\n2024-03-01,10,11,9,10\n");

    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.effect()).isEqualTo(Effect.REFUSED);
          assertThat(p.reason()).contains("no listing");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html>|web page",
        "{\"Note\": \"limit\"}|JSON",
        "''|empty",
        "date,open|no column 'close'",
        "date,open,open,high,low,close|stands twice",
        "2024-03-01,1,2,1,2|no column 'date'"
      })
  void fileThatIsNoPriceTable_isRefusedWithItsReason(String content, String reason) {
    PriceFile file = parse("ACMH.csv", content);

    assertThat(file.series()).isEmpty();
    assertThat(file.problems().getFirst().reason()).contains(reason);
  }

  @Test
  void zipArchive_isRefused() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0, (byte) 0xff};

    assertThat(PriceFiles.parse("ACMH.csv", zip, RETRIEVED).problems().getFirst().reason())
        .contains("zip");
  }

  @Test
  void utf16WithMark_isRead() {
    byte[] bytes =
        "\ufeffdate,open,high,low,close\n2024-03-01,10,11,9,10\n"
            .getBytes(StandardCharsets.UTF_16LE);

    assertThat(PriceFiles.parse("ACMH.csv", bytes, RETRIEVED, MASTER).series()).hasSize(1);
  }

  @Test
  void thousandsOfBadRows_areListedUpToALimit() {
    StringBuilder csv = new StringBuilder("date,open,high,low,close\n2024-03-01,10,11,9,10\n");
    for (int i = 0; i < 5000; i++) {
      csv.append("x,1,1,1,1\n");
    }
    PriceFile file = parse("ACMH.csv", csv.toString());

    assertThat(only(file).bars()).hasSize(1);
    assertThat(file.problems()).hasSize(201);
    assertThat(file.problems().getLast().reason()).contains("more problems");
  }

  private static PriceFile parse(String name, String csv) {
    return PriceFiles.parse(name, csv.getBytes(UTF_8), RETRIEVED, MASTER);
  }

  private static PriceSeries only(PriceFile file) {
    assertThat(file.series()).as("problems: %s", file.problems()).hasSize(1);
    return file.series().getFirst();
  }

  private static List<String> dropped(PriceFile file) {
    return file.problems().stream()
        .filter(p -> p.effect() == Effect.ROW_DROPPED)
        .map(RowProblem::toString)
        .toList();
  }

  private static Bar bar(
      String day, String open, String high, String low, String close, Long volume) {
    return new Bar(
        LocalDate.parse(day),
        new BigDecimal(open),
        new BigDecimal(high),
        new BigDecimal(low),
        new BigDecimal(close),
        volume);
  }

  private static Issuer issuer(String name, Listing... listings) {
    return new Issuer(name, List.of(), List.of(), List.of(), List.of(listings));
  }

  private static Listing listing(
      String id, String currency, @org.jspecify.annotations.Nullable String unit) {
    return new Listing(
        ListingId.parse(id),
        "",
        currency,
        unit,
        null,
        null,
        null,
        null,
        List.of(),
        true,
        null,
        null,
        null);
  }
}
