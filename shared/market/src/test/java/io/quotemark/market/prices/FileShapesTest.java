package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.packed.PackedYear;
import io.quotemark.market.prices.RowProblem.Effect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed files, markets' days, days and listings that must be asked for, and what is refused. */
class FileShapesTest {
  private static PriceFile parse(String name, byte[] bytes) {
    return PriceFiles.parse(name, bytes, LayoutsTest.RETRIEVED, PriceWalk.MASTER);
  }

  private static PriceFile parse(String name, String text) {
    return parse(name, text.getBytes(UTF_8));
  }

  private static String refusal(PriceFile file) {
    assertThat(file.series()).isEmpty();
    return file.problems().stream()
        .filter(p -> p.effect() == Effect.REFUSED)
        .map(RowProblem::reason)
        .collect(Collectors.joining("\n"));
  }

  private static byte[] gz(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] bytes) {
    return zip(List.of(name), List.of(bytes));
  }

  private static byte[] zip(List<String> names, List<byte[]> contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < names.size(); i++) {
        zip.putNextEntry(new ZipEntry(names.get(i)));
        zip.write(contents.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name, byte[] bytes) {
    byte[] header = new byte[512];
    byte[] named = name.getBytes(UTF_8);
    System.arraycopy(named, 0, header, 0, named.length);
    byte[] size = "%011o".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    header[156] = '0';
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 5);
    byte[] tar = Arrays.copyOf(header, 512 + (bytes.length + 511) / 512 * 512 + 1024);
    System.arraycopy(bytes, 0, tar, 512, bytes.length);
    return tar;
  }

  @ParameterizedTest
  @MethodSource("io.quotemark.market.prices.LayoutsTest#cases")
  void layout_packedByGzipZipOrTar_isReadAsItIs(LayoutCase layout) {
    byte[] bytes = layout.bytes();

    assertThat(layout.wrong(parse(layout.file() + ".gz", gz(bytes)))).isEmpty();
    assertThat(layout.wrong(parse("download.zip", zip(layout.file(), bytes)))).isEmpty();
    assertThat(layout.wrong(parse("download.tar.gz", gz(tar(layout.file(), bytes))))).isEmpty();
  }

  @Test
  void bomb_isRefused_beforeItUnpacks() {
    byte[] zeros = new byte[80 << 20];

    assertThat(refusal(parse("QUOT.csv.gz", gz(zeros)))).contains("unpacks to more than 64 MB");
    assertThat(refusal(parse("QUOT.zip", zip("QUOT.csv", zeros))))
        .contains("unpacks to more than 64 MB");
    assertThat(refusal(parse("x.gz", gz(gz(gz(gz(gz("x".getBytes(UTF_8)))))))))
        .contains("unpack it first");
  }

  @Test
  void zipOfDays_isOneHistory() {
    List<Bar> bars = PriceWalk.bars("XHKG:9901", 52.35, "0.05", 5);
    PriceFile file =
        parse(
            "quotations.zip",
            zip(
                bars.stream().map(b -> "d" + b.session() + "e.htm").toList(),
                bars.stream().map(b -> hkex(b).getBytes(UTF_8)).toList()));

    assertThat(file.problems())
        .as("said of the first day")
        .singleElement()
        .satisfies(p -> assertThat(p.effect()).isEqualTo(Effect.NOTE));
    PriceSeries series = file.series().getFirst();
    assertThat(file.series()).hasSize(1);
    assertThat(series.listing()).hasToString("XHKG:9901");
    for (int i = 0; i < bars.size(); i++) {
      Bar read = series.bars().get(i);
      assertThat(read.session()).isEqualTo(bars.get(i).session());
      assertThat(read.close()).isEqualByComparingTo(bars.get(i).close());
      assertThat(read.high()).isEqualByComparingTo(bars.get(i).high());
      assertThat(read.low()).isEqualByComparingTo(bars.get(i).low());
      assertThat(read.volume()).isEqualTo(bars.get(i).volume());
      assertThat(read.missing()).containsExactly(PriceField.OPEN);
    }
  }

  private static String hkex(Bar b) {
    return """
    <html><body><pre>
                DATE : %s (TUESDAY)
    <a name = "quotations">QUOTATIONS</a>
     CODE  NAME OF STOCK    CUR PRV.CLO./    ASK/    HIGH/      SHARES TRADED/
                                CLOSING      BID     LOW        TURNOVER ($)
    *    5 OTHER &amp; CO       HKD   50.00    51.00    51.00            1,000
                                 50.50    50.45    49.95           50,000
        33 HALTED          HKD TRADING SUSPENDED
      9901#QUOTE HOLDINGS  HKD   50.00    %s    %s        %,d
                                 %s    %s    %s      380,573,111
      1687 NO TRADE B2710  HKD     N/A      -        -                -
                                 N/A      -        -                -
    -------------------------------------------------------------------------------
                                SALES RECORDS FOR ALL STOCKS
      9901 QUOTE HOLDINGS  HKD   1.00    1.00    1.00        1
    </pre></body></html>
    """
        .formatted(
            b.session()
                .format(
                    java.time.format.DateTimeFormatter.ofPattern(
                        "dd MMM uuuu", java.util.Locale.ENGLISH))
                .toUpperCase(java.util.Locale.ROOT),
            b.high(),
            b.high(),
            b.volume(),
            b.close(),
            b.low(),
            b.low());
  }

  private static final String MI_INDEX =
      """
      "113年04月02日 每日收盤行情"
      "指數","收盤指數","漲跌(+/-)","漲跌點數"
      "發行量加權股價指數","20,466.57","+","1"
      "113年04月02日 每日收盤行情(全部(不含權證))"
      "證券代號","證券名稱","成交股數","成交筆數","成交金額","開盤價","最高價","最低價","收盤價","漲跌(+/-)","漲跌價差"
      ="9902","集優","1,234,000","812","1,234","612.00","615.00","610.00","611.00","+","1.00"
      ="1101","別人","1,234","812","1,234","--","--","--","--"," ","0.00"
      "備註:"
      "漲跌價差為當日收盤價與前一日收盤價之比較"
      """;

  @Test
  void marketDay_ofTaipei_hasItsDayInTheTitle() {
    PriceFile file =
        parse(
            "MI_INDEX_ALLBUT0999.csv", MI_INDEX.getBytes(java.nio.charset.Charset.forName("Big5")));

    assertThat(file.series()).as(file.problems().toString()).hasSize(1);
    Bar bar = file.series().getFirst().bars().getFirst();
    assertThat(bar.session()).isEqualTo(LocalDate.of(2024, 4, 2));
    assertThat(bar.close()).isEqualByComparingTo("611");
    assertThat(bar.volume()).isEqualTo(1_234_000L);
    assertThat(file.problems()).allMatch(p -> p.effect() == Effect.NOTE);
  }

  @Test
  void marketDay_ofTheOverTheCounterMarket_isRead() {
    PriceFile file =
        parse(
            "RSTA3104_1130402.csv",
            """
            上櫃股票每日收盤行情(不含定價)
            產業類別:所有證券
            資料日期:113/04/02
            代號,名稱,收盤 ,漲跌,開盤 ,最高 ,最低,成交股數  ,成交金額(元),成交筆數
            "9903","集優","500","+1","495","505","490","1,000","500,000","100"
            "2724","無價","----","---","----","----","----","0","0","0"
            """);

    Bar bar = file.series().getFirst().bars().getFirst();
    assertThat(bar.session()).isEqualTo(LocalDate.of(2024, 4, 2));
    assertThat(bar.open()).isEqualByComparingTo("495");
    assertThat(file.series().getFirst().listing()).hasToString("ROCO:9903");
  }

  private static final String KRX =
      """
      종목코드,종목명,시장구분,소속부,종가,대비,등락률,시가,고가,저가,거래량,거래대금,시가총액,상장주식수
      "990500","인용","KOSPI","","71200","100","0.1","71000","71500","70900","812000","1","1","1"
      "990600","인용둘","KOSDAQ","","21200","100","0.1","21000","21500","20900","812","1","1","1"
      "000001","없음","KOSPI","","100","0","0","0","0","0","0","0","1","1"
      """;

  @Test
  void marketDay_ofSeoul_asksForItsDay_becauseTheNameHasThatOfTheDownload() {
    byte[] csv = KRX.getBytes(java.nio.charset.Charset.forName("x-windows-949"));

    assertThat(refusal(parse("data_1234_20240403.csv", csv))).contains("# date: ");
    PriceFile named = parse("krx_2024-04-02.csv", csv);
    assertThat(named.series())
        .extracting(s -> s.listing() + " " + s.bars().getFirst().session())
        .containsExactly("XKOS:990600 2024-04-02", "XKRX:990500 2024-04-02");
    PriceFile stated = parse("data_1234_20240403.csv", "# date: 2024-04-02\n" + KRX);
    assertThat(stated.series()).hasSize(2);
  }

  @Test
  void marketDay_ofMumbai_hasItsDayInTheName() {
    PriceFile file =
        parse(
            "EQ020424.CSV",
            """
            SC_CODE,SC_NAME,SC_GROUP,SC_TYPE,OPEN,HIGH,LOW,CLOSE,LAST,PREVCLOSE,NO_TRADES,NO_OF_SHRS,NET_TURNOV,TDCLOINDI
            599901,QUOTE LTD   ,A ,Q,1272.00,1281.50,1265.00,1275.25,1275.00,1270.00,812,123456,1.0,
            500999,A BOND      ,F ,B,100.00,100.00,100.00,100.00,100.00,100.00,1,1,1.0,
            """);

    PriceSeries series = file.series().getFirst();
    assertThat(series.listing()).hasToString("XBOM:599901");
    assertThat(series.bars().getFirst().session()).isEqualTo(LocalDate.of(2024, 4, 2));
    assertThat(series.bars().getFirst().volume()).isEqualTo(123_456L);
  }

  @Test
  void twoTickers_ofADownload_areTwoHistories() {
    String rows =
        "2024-04-02,10.01,20.02,10.02,20.04,9.99,20,10,20.01,5,6\n2024-04-03,,20.03,,20.05,,20,,20.01,,7\n";
    String fields = "Price,Close,Close,High,High,Low,Low,Open,Open,Volume,Volume";
    String tickers = "Ticker,QUOT,MARK,QUOT,MARK,QUOT,MARK,QUOT,MARK,QUOT,MARK";
    for (String head : List.of(fields + "\n" + tickers, tickers + "\n" + fields)) {
      PriceFile file = parse("prices.csv", head + "\nDate,,,,,,,,,,\n" + rows);

      assertThat(file.series())
          .as(file.problems().toString())
          .extracting(s -> s.listing() + " " + s.bars().size())
          .containsExactly("XNAS:QUOT 1", "XNYS:MARK 2");
      assertThat(file.series().getLast().bars().getFirst().close()).isEqualByComparingTo("20.02");
    }
  }

  private static final String HEADER = "Date,Open,High,Low,Close\n";

  @Test
  void dayAndMonth_areProvedByTheFile_orAskedFor() {
    String january = "%02d/%02d/2024,10,11,9,10\n";
    StringBuilder unclear = new StringBuilder(HEADER);
    for (int day : new int[] {2, 3, 4, 5, 8, 9, 10, 11, 12}) {
      unclear.append(january.formatted(1, day));
    }
    assertThat(parse("QUOT.csv", unclear + january.formatted(1, 16)).series()).hasSize(1);
    // as day first, 1 May and others are Sundays or holidays; as month first all are sessions
    PriceFile proved = parse("QUOT.csv", unclear.toString());
    assertThat(proved.series().getFirst().bars().getFirst().session())
        .isEqualTo(LocalDate.of(2024, 1, 2));
    String two = HEADER + january.formatted(2, 1) + january.formatted(1, 2);
    assertThat(refusal(parse("QUOT.csv", two))).contains("# dates: day first");
    assertThat(
            parse("QUOT.csv", "# dates: day first\n" + two).series().getFirst().bars().getFirst())
        .extracting(Bar::session)
        .isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(
            refusal(parse("QUOT.csv", "# dates: day first\n" + HEADER + january.formatted(1, 16))))
        .contains("said to be written day first");
    assertThat(
            refusal(
                parse("QUOT.csv", HEADER + january.formatted(1, 16) + january.formatted(16, 1))))
        .contains("day and month change places");
  }

  @Test
  void nameThatFitsTwoListings_namesBoth_andLoadsNothing() {
    assertThat(refusal(parse("TWIN.csv", HEADER + "2024-04-02,10,11,9,10\n")))
        .contains("XETR:TWIN or XNYS:TWIN")
        .contains("--listing");
    assertThat(
            parse("x.csv", "symbol,date,open,high,low,close\nTWIN,2024-04-02,10,11,9,10\n")
                .problems())
        .anySatisfy(p -> assertThat(p.reason()).contains("XETR:TWIN or XNYS:TWIN"));
    assertThat(parse("TWIN.DE.csv", HEADER + "2024-04-02,10,11,9,10\n").series()).hasSize(1);
    assertThat(
            parse("x.csv", "# listing: XETR:TWIN\n" + HEADER + "2024-04-02,10,11,9,10\n").series())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUOT_daily.csv|XNAS:QUOT",
        "QUOT Historical Data.csv|XNAS:QUOT",
        "NASDAQ_QUOT, 1D.csv|XNAS:QUOT",
        "NASDAQ_QUOT, 1D_0a1b2 (1).csv|XNAS:QUOT",
        "daily_QUOT.csv|XNAS:QUOT",
        "sh600901.csv|XSHG:600901",
        "sz.000902.csv|XSHE:000902",
        "600901.XSHG.csv|XSHG:600901",
        "600901.SH.csv|XSHG:600901",
        "quot.us.txt|XNAS:QUOT",
        "HKEX_9901, 1D.csv|XHKG:9901",
        "09901.csv|XHKG:9901",
        "Download Data - STOCK_US_XNAS_QUOT.csv|XNAS:QUOT",
        "QUOT Historical Data (2).csv.gz|XNAS:QUOT",
        "MOEX_QUOTR.csv|MISX:QUOTR"
      })
  void listing_isToldFromTheNameOfADownload(String name, String listing) {
    assertThat(PriceFiles.listingOf(name, PriceWalk.MASTER))
        .hasToString("Optional[" + listing + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "18010-like 99040, XTKS:9904",
    "sh.600901, XSHG:600901",
    "600901.SH, XSHG:600901",
    "990500.KS, XKRX:990500"
  })
  void symbol_inAColumn_isReadInItsExchangesWriting(String symbol, String listing) {
    String code = symbol.substring(symbol.indexOf(' ') + 1);
    List<String> markets = listing.startsWith("XTKS") ? List.of("XTKS") : List.of();

    assertThat(new Symbols(PriceWalk.MASTER).all(code, markets))
        .extracting(Object::toString)
        .containsExactly(listing);
  }

  @Test
  void barsOfHoursOrWeeks_areRefused() {
    StringBuilder hours = new StringBuilder("time,open,high,low,close\n");
    StringBuilder weeks = new StringBuilder(HEADER);
    for (int i = 0; i < 20; i++) {
      hours.append("2024-04-%02dT14:30:00Z,10,11,9,10.%d\n".formatted(2 + i / 7, i % 10));
      weeks.append(LocalDate.of(2024, 1, 8).plusWeeks(i)).append(",10,11,9,10\n");
    }
    assertThat(refusal(parse("QUOT.csv", hours.toString()))).contains("parts of a day");
    assertThat(refusal(parse("QUOT.csv", weeks.toString()))).contains("bars of weeks");
  }

  @Test
  void barsOfPartsOfADay_thatAreAlike_areNoSessions() {
    StringBuilder alike = new StringBuilder("time,open,high,low,close\n");
    for (int i = 0; i < 21; i++) {
      alike.append(
          "2024-04-%02dT%02d:30:00.123456789012Z,10,11,9,10\n".formatted(2 + i / 7, 14 + i % 7));
    }
    assertThat(refusal(parse("QUOT.csv", alike.toString()))).contains("parts of a day");
    String oneDay = alike.substring(0, alike.indexOf("2024-04-03"));
    assertThat(parse("QUOT.csv", oneDay).series()).isEmpty();
  }

  @Test
  void venueOfDatabento_isRefused_withTheDatasetToTake() {
    assertThat(
            refusal(
                parse(
                    "xnas-itch-20240402.ohlcv-1d.csv",
                    "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n1712016000000000000,35,2,1,10,11,9,10,5,QUOT\n")))
        .contains("EQUS.SUMMARY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1....|Parquet",
        "%PDF-1.7|PDF",
        "{\"a\":|broken JSON",
        "{\"bars\":[]}|deliver CSV",
        "<html><body>blocked</body></html>|download the CSV"
      })
  void fileThatIsNoTable_isRefusedWithWhatToDo(String text, String reason) {
    assertThat(refusal(parse("QUOT.csv", text))).contains(reason);
  }

  @Test
  void workbook_isRefused_withWhatToDo() {
    assertThat(refusal(parse("QUOT.xlsx", zip("xl/workbook.xml", new byte[] {1}))))
        .contains("save the sheet as CSV");
  }

  @Test
  void closeAlone_packsAndComesBackWithItsGaps() {
    PriceSeries series =
        parse("QUOT.csv", "Date,Close\n2024-04-02,10.01\n2024-04-03,10.02\n").series().getFirst();

    assertThat(series.bars().getFirst().missing())
        .containsExactlyInAnyOrder(PriceField.OPEN, PriceField.HIGH, PriceField.LOW);
    assertThat(PackedYear.unpack(PackedYear.pack(series))).isEqualTo(series);
    PriceSeries whole =
        new PriceSeries(
            series.listing(),
            series.source(),
            series.delivered(),
            series.retrievedAt(),
            List.of(Bar.flat(LocalDate.of(2024, 4, 2), new BigDecimal("10.01"))),
            List.of(),
            List.of(),
            false);
    assertThat(PackedYear.pack(whole)[0])
        .as("years without gaps stay version 1")
        .isEqualTo((byte) 1);
    assertThat(PackedYear.pack(series)[0]).isEqualTo((byte) 2);
  }
}
