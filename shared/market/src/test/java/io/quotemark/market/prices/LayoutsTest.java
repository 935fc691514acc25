package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.PriceSeries;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for each layout that people have prices in, on bars that are made up for it: every price
 * of the file must be stored as it was made. The layouts' sources stand in {@code layouts.tsv}.
 */
class LayoutsTest {
  static final Instant RETRIEVED = Instant.parse("2024-06-03T22:00:00Z");
  private static final int FEWEST_LAYOUTS = 42;
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset CP949 = Charset.forName("x-windows-949");
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final DateTimeFormatter MDY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final DateTimeFormatter DMY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter NAMED =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

  /** What a layout has of each bar. */
  private enum Has {
    ALL,
    NO_VOLUME,
    NO_OPEN,
    CLOSE
  }

  /**
   * @param write the file from its bars
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Case(
      String name,
      String file,
      String listing,
      double start,
      String step,
      Has has,
      Charset charset,
      Function<List<Bar>, String> write) {
    List<Bar> bars() {
      return PriceWalk.bars(listing, start, step, 40);
    }

    byte[] bytes() {
      return write.apply(bars()).getBytes(charset);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case us(String name, String file, Has has, Function<List<Bar>, String> write) {
    return new Case(name, file, "XNAS:QUOT", 184.5, "0.01", has, UTF_8, write);
  }

  private static Case of(
      String name,
      String file,
      String listing,
      double start,
      String step,
      Has has,
      Charset charset,
      Function<List<Bar>, String> write) {
    return new Case(name, file, listing, start, step, has, charset, write);
  }

  /** Header and one line a bar. */
  private static Function<List<Bar>, String> lines(String header, Function<Bar, String> line) {
    return bars -> header + "\n" + bars.stream().map(line).collect(Collectors.joining("\n")) + "\n";
  }

  private static Function<List<Bar>, String> newestFirst(
      String header, Function<Bar, String> line) {
    return bars -> lines(header, line).apply(bars.reversed());
  }

  private static String ohlc(Bar b) {
    return "%s,%s,%s,%s".formatted(b.open(), b.high(), b.low(), b.close());
  }

  private static String grouped(@Nullable Number number) {
    return String.format(Locale.ROOT, "%,d", Objects.requireNonNull(number).longValue());
  }

  private static String comma(BigDecimal price) {
    return price.toPlainString().replace('.', ',');
  }

  private static String republic(LocalDate day) {
    return "%d/%02d/%02d".formatted(day.getYear() - 1911, day.getMonthValue(), day.getDayOfMonth());
  }

  private static Instant at(Bar bar, String zone, LocalTime time) {
    return bar.session().atTime(time).atZone(ZoneId.of(zone)).toInstant();
  }

  private static String floats(Bar b, String order) {
    return order
        .chars()
        .mapToObj(c ->
            PriceWalk.floated(
                switch (c) {
                  case 'o' -> b.open();
                  case 'h' -> b.high();
                  case 'l' -> b.low();
                  default -> b.close();
                }))
        .collect(Collectors.joining(","));
  }

  static Stream<Case> cases() {
    return Stream.of(western(), chinese(), official(), shapes()).flatMap(List::stream);
  }

  private static List<Case> western() {
    return List.of(
        us(
            "yfinance download, one ticker",
            "prices.csv",
            Has.ALL,
            bars ->
                "Price,Close,High,Low,Open,Volume\nTicker,QUOT,QUOT,QUOT,QUOT,QUOT\nDate,,,,,\n"
                    + bars.stream()
                        .map(b -> b.session() + "," + floats(b, "chlo") + "," + b.volume())
                        .collect(Collectors.joining("\n"))),
        us(
            "yfinance download, not adjusted",
            "prices.csv",
            Has.ALL,
            bars ->
                "Price,Adj Close,Close,High,Low,Open,Volume\nTicker,QUOT,QUOT,QUOT,QUOT,QUOT,QUOT\nDate,,,,,,\n"
                    + bars.stream()
                        .map(b -> b.session() + ",1.5," + floats(b, "chlo") + "," + b.volume())
                        .collect(Collectors.joining("\n"))),
        us(
            "yfinance Ticker.history, nothing paid",
            "QUOT.csv",
            Has.ALL,
            lines(
                "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits",
                b ->
                    b.session()
                        + " 00:00:00-04:00,"
                        + floats(b, "ohlc")
                        + ","
                        + b.volume()
                        + ",0.0,0.0")),
        us(
            "pandas to_csv",
            "QUOT.csv",
            Has.ALL,
            bars -> {
              StringBuilder csv = new StringBuilder(",date,open,high,low,close,volume\n");
              for (int i = 0; i < bars.size(); i++) {
                Bar b = bars.get(i);
                csv.append("%d,%s,%s,%s.0\n".formatted(i, b.session(), ohlc(b), b.volume()));
              }
              return csv.toString();
            }),
        us(
            "pandas to_csv, index without a name",
            "QUOT.csv",
            Has.ALL,
            lines(
                ",Open,High,Low,Close,Volume",
                b -> b.session() + "," + ohlc(b) + "," + b.volume())),
        us(
            "Nasdaq.com",
            "QUOT_HistoricalData.csv",
            Has.ALL,
            newestFirst(
                "Date,Close/Last,Volume,Open,High,Low",
                b ->
                    "%s,$%s,%d,$%s,$%s,$%s"
                        .formatted(
                            MDY.format(b.session()),
                            b.close(),
                            b.volume(),
                            b.open(),
                            b.high(),
                            b.low()))),
        us(
            "MarketWatch",
            "Download Data - STOCK_US_XNAS_QUOT.csv",
            Has.ALL,
            newestFirst(
                "Date,Open,High,Low,Close,Volume",
                b ->
                    "%s,%s,\"%s\""
                        .formatted(MDY.format(b.session()), ohlc(b), grouped(b.volume())))),
        us(
            "Investing.com, month first",
            "QUOT Historical Data.csv",
            Has.NO_VOLUME,
            newestFirst(
                "\ufeff\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"",
                b ->
                    "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"51.33M\",\"0.52%%\""
                        .formatted(
                            MDY.format(b.session()), b.close(), b.open(), b.high(), b.low()))),
        us(
            "Investing.com, day first",
            "QUOT Historical Data.csv",
            Has.NO_VOLUME,
            newestFirst(
                "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"",
                b ->
                    "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"51.33M\",\"0.52%%\""
                        .formatted(
                            DMY.format(b.session()), b.close(), b.open(), b.high(), b.low()))),
        of(
            "Investing.com, German edition",
            "XETR_QMD Historische Kurse.csv",
            "XETR:QMD",
            1210.4,
            "0.01",
            Has.NO_VOLUME,
            UTF_8,
            newestFirst(
                "\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"",
                b ->
                    "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"1,33M\",\"0,52%%\""
                        .formatted(
                            DOTS.format(b.session()),
                            comma(b.close()),
                            comma(b.open()),
                            comma(b.high()),
                            comma(b.low())))),
        us(
            "GOOGLEFINANCE, all",
            "QUOT.csv",
            Has.ALL,
            lines(
                "Date,Open,High,Low,Close,Volume",
                b ->
                    "%d/%d/%d 16:00:00,%s,%d"
                        .formatted(
                            b.session().getMonthValue(),
                            b.session().getDayOfMonth(),
                            b.session().getYear(),
                            ohlc(b),
                            b.volume()))),
        us(
            "GOOGLEFINANCE, close",
            "NASDAQ_QUOT.csv",
            Has.CLOSE,
            lines("Date,Close", b -> MDY.format(b.session()) + " 16:00:00," + b.close())),
        us(
            "TradingView",
            "NASDAQ_QUOT, 1D.csv",
            Has.ALL,
            lines(
                "time,open,high,low,close,Volume",
                b ->
                    at(b, "America/New_York", LocalTime.of(9, 30)).getEpochSecond()
                        + ","
                        + ohlc(b)
                        + ","
                        + b.volume())),
        of(
            "TradingView, Hong Kong, ISO time",
            "HKEX_9901, 1D_a1b2c.csv",
            "XHKG:9901",
            52.35,
            "0.05",
            Has.NO_VOLUME,
            UTF_8,
            lines(
                "time,open,high,low,close",
                b -> at(b, "Asia/Hong_Kong", LocalTime.of(9, 30)) + "," + ohlc(b))),
        us(
            "Massive (Polygon)",
            "2024-04.csv",
            Has.ALL,
            lines(
                "ticker,volume,open,close,high,low,window_start,transactions",
                b ->
                    "QUOT,%d,%s,%s,%s,%s,%d000000000,812"
                        .formatted(
                            b.volume(),
                            b.open(),
                            b.close(),
                            b.high(),
                            b.low(),
                            at(b, "America/New_York", LocalTime.MIDNIGHT).getEpochSecond()))),
        us(
            "Databento",
            "equs-summary-20240402-20240601.ohlcv-1d.csv",
            Has.ALL,
            lines(
                "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol",
                b ->
                    "%s,35,90,11667,%s,%s,%s,%s,%d,QUOT"
                        .formatted(
                            b.session().toEpochDay() * 86_400 + "000000000",
                            b.open().movePointRight(9).toBigInteger(),
                            b.high().movePointRight(9).toBigInteger(),
                            b.low().movePointRight(9).toBigInteger(),
                            b.close().movePointRight(9).toBigInteger(),
                            b.volume()))),
        us(
            "Stooq",
            "quot_us_d.csv",
            Has.ALL,
            lines(
                "Date,Open,High,Low,Close,Volume",
                b -> b.session() + "," + ohlc(b) + "," + b.volume())),
        us(
            "Stooq bulk",
            "data/daily/us/nasdaq stocks/1/quot.us.txt",
            Has.ALL,
            lines(
                "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>",
                b ->
                    "QUOT.US,D,%s,000000,%s,%d,0"
                        .formatted(FIGURES.format(b.session()), ohlc(b), b.volume()))),
        us(
            "EODHD",
            "QUOT.US.csv",
            Has.ALL,
            lines(
                "Date,Open,High,Low,Close,Adjusted_close,Volume",
                b -> b.session() + "," + ohlc(b) + "," + b.close() + "," + b.volume())),
        us(
            "Twelve Data",
            "QUOT.csv",
            Has.ALL,
            newestFirst(
                "datetime;open;high;low;close;volume",
                b -> (b.session() + "," + ohlc(b) + "," + b.volume()).replace(',', ';'))),
        us(
            "Twelve Data, JSON",
            "answer.json",
            Has.ALL,
            bars ->
                "{\"meta\":{\"symbol\":\"QUOT\",\"interval\":\"1day\",\"currency\":\"USD\",\"mic_code\":\"XNAS\"},\"values\":["
                    + bars.reversed().stream()
                        .map(b ->
                            "{\"datetime\":\"%s\",\"open\":\"%s\",\"high\":\"%s\",\"low\":\"%s\",\"close\":\"%s\",\"volume\":\"%d\"}"
                                .formatted(
                                    b.session(),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close(),
                                    b.volume()))
                        .collect(Collectors.joining(","))
                    + "],\"status\":\"ok\"}"),
        us(
            "Tiingo",
            "QUOT.csv",
            Has.ALL,
            lines(
                "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor",
                b ->
                    "%s,%s,%s,%s,%s,%d,9.1234,9.2,9.0,9.1,7,0.0,1.0"
                        .formatted(
                            b.session(), b.close(), b.high(), b.low(), b.open(), b.volume()))),
        us(
            "Alpaca",
            "bars.csv",
            Has.ALL,
            lines(
                "symbol,timestamp,open,high,low,close,volume,trade_count,vwap",
                b ->
                    "QUOT,%s 04:00:00+00:00,%s,%d.0,812.0,9.87"
                        .formatted(b.session(), ohlc(b), b.volume()))),
        us(
            "Alpaca, JSON",
            "bars.json",
            Has.ALL,
            bars ->
                "{\"bars\":{\"QUOT\":["
                    + bars.stream()
                        .map(b ->
                            "{\"c\":%s,\"h\":%s,\"l\":%s,\"n\":812,\"o\":%s,\"t\":\"%sT04:00:00Z\",\"v\":%d,\"vw\":9.87}"
                                .formatted(
                                    b.close(),
                                    b.high(),
                                    b.low(),
                                    b.open(),
                                    b.session(),
                                    b.volume()))
                        .collect(Collectors.joining(","))
                    + "]},\"next_page_token\":null}"),
        us(
            "Alpha Vantage",
            "daily_QUOT.csv",
            Has.ALL,
            newestFirst(
                "timestamp,open,high,low,close,volume",
                b -> b.session() + "," + ohlc(b) + "," + b.volume())),
        us(
            "Alpha Vantage, adjusted",
            "daily_adjusted_QUOT.csv",
            Has.ALL,
            newestFirst(
                "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient",
                b -> b.session() + "," + ohlc(b) + ",9.87," + b.volume() + ",0.0000,1.0")),
        us(
            "Alpha Vantage, JSON",
            "query.json",
            Has.ALL,
            bars ->
                "{\"Meta Data\":{\"1. Information\":\"Daily Prices\",\"2. Symbol\":\"QUOT\"},\"Time Series (Daily)\":{"
                    + bars.reversed().stream()
                        .map(b ->
                            "\"%s\":{\"1. open\":\"%s\",\"2. high\":\"%s\",\"3. low\":\"%s\",\"4. close\":\"%s\",\"5. volume\":\"%d\"}"
                                .formatted(
                                    b.session(),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close(),
                                    b.volume()))
                        .collect(Collectors.joining(","))
                    + "}}"),
        us(
            "FMP",
            "QUOT.csv",
            Has.ALL,
            newestFirst(
                "date,open,high,low,close,adjClose,volume,unadjustedVolume,change,changePercent,vwap,label,changeOverTime",
                b ->
                    "%s,%s,9.87,%d,7,0.1,0.2,9.9,\"x\",0.01"
                        .formatted(b.session(), ohlc(b), b.volume()))),
        us(
            "OpenBB",
            "quot.csv",
            Has.ALL,
            lines(
                "date,open,high,low,close,volume,split_ratio,dividend",
                b -> b.session() + "," + ohlc(b) + "," + b.volume() + ",0.0,0.0")),
        us(
            "polars",
            "XNAS_QUOT.csv",
            Has.ALL,
            lines(
                "ts,symbol,Open,High,Low,Close,Volume".replace("ts", "timestamp"),
                b -> b.session() + "T00:00:00.000000,QUOT," + ohlc(b) + "," + b.volume())),
        of(
            "German broker",
            "wkn_QMD_historic.csv".replace("wkn_QMD_historic", "QMD.DE"),
            "XETR:QMD",
            1210.4,
            "0.01",
            Has.ALL,
            WINDOWS,
            newestFirst(
                "Datum;Erster;Hoch;Tief;Schlusskurs;Stücke;Volumen",
                b ->
                    "%s;%s;%s;%s;%s;%s;1.234,50"
                        .formatted(
                            b.session(),
                            comma(b.open()),
                            comma(b.high()),
                            comma(b.low()),
                            comma(b.close()),
                            grouped(b.volume()).replace(',', '.')))),
        of(
            "FRED",
            "SP500.csv",
            "INDEX:GSPC",
            5205.3,
            "0.01",
            Has.CLOSE,
            UTF_8,
            lines("observation_date,SP500", b -> b.session() + "," + b.close())),
        us(
            "plain Date,Close",
            "QUOT.csv",
            Has.CLOSE,
            lines("Date,Close", b -> b.session() + "," + b.close())));
  }

  private static List<Case> chinese() {
    return List.of(
        of(
            "baostock",
            "k_data.csv",
            "XSHG:600901",
            17.4,
            "0.01",
            Has.ALL,
            UTF_8,
            lines(
                "date,code,open,high,low,close,preclose,volume,amount,adjustflag,turn,tradestatus,pctChg,isST",
                b ->
                    "%s,sh.600901,%s,9.99,%d,1.5,3,0.2,1,0.5,0"
                        .formatted(b.session(), ohlc(b), b.volume()))),
        of(
            "tushare",
            "daily.csv",
            "XSHE:000902",
            9.4,
            "0.01",
            Has.ALL,
            UTF_8,
            newestFirst(
                "ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount",
                b ->
                    "000902.SZ,%s,%s,9.99,0.1,0.2,%s,1.5"
                        .formatted(
                            FIGURES.format(b.session()),
                            ohlc(b),
                            BigDecimal.valueOf(java.util.Objects.requireNonNull(b.volume()))
                                .movePointLeft(2)))),
        of(
            "AkShare",
            "sh600901.csv",
            "XSHG:600901",
            17.4,
            "0.01",
            Has.ALL,
            Charset.forName("GB18030"),
            lines(
                "日期,股票代码,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率",
                b ->
                    "%s,600901,%s,%s,%s,%s,%d,1.5,0.1,0.2,0.1,0.2"
                        .formatted(
                            b.session(),
                            b.open(),
                            b.close(),
                            b.high(),
                            b.low(),
                            java.util.Objects.requireNonNull(b.volume()) / 100))));
  }

  private static List<Case> official() {
    return List.of(
        of(
            "B3 COTAHIST",
            "COTAHIST_M042024.TXT",
            "BVMF:QUOT3",
            27.3,
            "0.01",
            Has.ALL,
            WINDOWS,
            bars ->
                "00COTAHIST.2024BOVESPA 20240603\n"
                    + bars.stream().map(LayoutsTest::cotahist).collect(Collectors.joining("\n"))
                    + "\n99COTAHIST.2024BOVESPA 2024060300000000042\n"),
        of(
            "NSE bhavcopy, UDiFF",
            "BhavCopy_NSE_CM_0_0_0_20240708_F_0000.csv",
            "XNSE:QUOTIN",
            1410.5,
            "0.05",
            Has.ALL,
            UTF_8,
            lines(
                UDIFF,
                b -> udiff(b, "NSE", "QUOTIN", "EQ") + "\n" + udiff(b, "NSE", "ANON", "EQ"))),
        of(
            "NSE bhavcopy, until 2024",
            "cm02APR2024bhav.csv",
            "XNSE:QUOTIN",
            1410.5,
            "0.05",
            Has.ALL,
            UTF_8,
            lines(
                "SYMBOL,SERIES,OPEN,HIGH,LOW,CLOSE,LAST,PREVCLOSE,TOTTRDQTY,TOTTRDVAL,TIMESTAMP,TOTALTRADES,ISIN,",
                b ->
                    "QUOTIN,EQ,%s,1.05,1.1,%d,1.5,%s,812,INE000000006,\nQUOTIN,N1,9,9,9,9,9,9,1,1,%s,1,X,"
                        .formatted(
                            ohlc(b),
                            b.volume(),
                            NAMED.format(b.session()).toUpperCase(Locale.ROOT),
                            NAMED.format(b.session())))),
        of(
            "NSE full bhavcopy",
            "sec_bhavdata_full_02042024.csv",
            "XNSE:QUOTIN",
            1410.5,
            "0.05",
            Has.ALL,
            UTF_8,
            lines(
                "SYMBOL, SERIES, DATE1, PREV_CLOSE, OPEN_PRICE, HIGH_PRICE, LOW_PRICE, LAST_PRICE, CLOSE_PRICE, AVG_PRICE, TTL_TRD_QNTY, TURNOVER_LACS, NO_OF_TRADES, DELIV_QTY, DELIV_PER",
                b ->
                    "QUOTIN, EQ, %s, 1.05, %s, %s, %s, 1.10, %s, 1.20, %d, 1.50, 812, -, -"
                        .formatted(
                            NAMED.format(b.session()),
                            b.open(),
                            b.high(),
                            b.low(),
                            b.close(),
                            b.volume()))),
        of(
            "BSE bhavcopy, UDiFF",
            "BhavCopy_BSE_CM_0_0_0_20240708_F_0000.CSV",
            "XBOM:599901",
            1410.5,
            "0.05",
            Has.ALL,
            UTF_8,
            lines(UDIFF, b -> udiff(b, "BSE", "QUOTIN", "A"))),
        of(
            "TWSE, one share, CSV",
            "STOCK_DAY_9902_202404.csv",
            "XTAI:9902",
            612,
            "1",
            Has.ALL,
            BIG5,
            bars ->
                "\"113年04月 9902 集優           各日成交資訊\"\n\"日期\",\"成交股數\",\"成交金額\",\"開盤價\",\"最高價\",\"最低價\",\"收盤價\",\"漲跌價差\",\"成交筆數\",\n"
                    + bars.stream()
                        .map(b ->
                            "\"%s\",\"%s\",\"1,234,567\",\"%s.00\",\"%s.00\",\"%s.00\",\"%s.00\",\"+1.00\",\"1,812\","
                                .formatted(
                                    republic(b.session()),
                                    grouped(b.volume()),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close()))
                        .collect(Collectors.joining("\n"))
                    + "\n\"說明:\"\n\"符號說明:+/-/X表示漲/跌/不比價\"\n"),
        of(
            "TWSE, one share, JSON",
            "STOCK_DAY.json",
            "XTAI:9902",
            612,
            "1",
            Has.ALL,
            UTF_8,
            bars ->
                "{\"stat\":\"OK\",\"date\":\"20240401\",\"title\":\"113年04月 9902 集優           各日成交資訊\",\"fields\":[\"日期\",\"成交股數\",\"成交金額\",\"開盤價\",\"最高價\",\"最低價\",\"收盤價\",\"漲跌價差\",\"成交筆數\"],\"data\":["
                    + bars.stream()
                        .map(b ->
                            "[\"%s\",\"%s\",\"1,234\",\"%s.00\",\"%s.00\",\"%s.00\",\"%s.00\",\"+1.00\",\"812\"]"
                                .formatted(
                                    republic(b.session()),
                                    grouped(b.volume()),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close()))
                        .collect(Collectors.joining(","))
                    + "],\"notes\":[\"符號說明\"],\"total\":40}"),
        of(
            "TWSE open data",
            "STOCK_DAY_ALL.json",
            "XTAI:9902",
            612,
            "1",
            Has.ALL,
            UTF_8,
            bars ->
                bars.stream()
                    .map(b ->
                        "{\"Date\":\"%s\",\"Code\":\"9902\",\"Name\":\"集優\",\"TradeVolume\":\"%d\",\"TradeValue\":\"1\",\"OpeningPrice\":\"%s.0000\",\"HighestPrice\":\"%s.0000\",\"LowestPrice\":\"%s.0000\",\"ClosingPrice\":\"%s.0000\",\"Change\":\"1.0\",\"Transaction\":\"8\"}"
                            .formatted(
                                republic(b.session()).replace("/", ""),
                                b.volume(),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.close()))
                    .collect(Collectors.joining(",", "[", "]"))),
        of(
            "TPEx, one share",
            "tradingStock_9903.csv",
            "ROCO:9903",
            212,
            "0.5",
            Has.ALL,
            BIG5,
            bars ->
                "個股日成交資訊\n股票代碼:9903\n股票名稱:集優\n資料日期:113/04\n日 期,成交仟股,成交仟元,開盤,最高,最低,收盤,漲跌,筆數\n"
                    + bars.stream()
                        .map(b ->
                            "\"%s\",\"%s\",\"1,234\",\"%s\",\"%s\",\"%s\",\"%s\",\"1.0\",\"812\""
                                .formatted(
                                    republic(b.session()),
                                    grouped(java.util.Objects.requireNonNull(b.volume()) / 1000),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close()))
                        .collect(Collectors.joining("\n"))
                    + "\n共40筆\n"),
        of(
            "J-Quants",
            "daily_quotes.csv",
            "XTKS:9904",
            3120,
            "1",
            Has.ALL,
            UTF_8,
            lines(
                "Date,Code,Open,High,Low,Close,UpperLimit,LowerLimit,Volume,TurnoverValue,AdjustmentFactor,AdjustmentOpen,AdjustmentHigh,AdjustmentLow,AdjustmentClose,AdjustmentVolume",
                b ->
                    "%s,99040,%s.0,%s.0,%s.0,%s.0,0,0,%d.0,1.5,1.0,1,1,1,1,1"
                        .formatted(
                            b.session(), b.open(), b.high(), b.low(), b.close(), b.volume()))),
        of(
            "Japanese broker",
            "9904.T.csv",
            "XTKS:9904",
            3120,
            "1",
            Has.ALL,
            SHIFT_JIS,
            lines(
                "日付,始値,高値,安値,終値,出来高",
                b ->
                    "%s,\"%s\",\"%s\",\"%s\",\"%s\",\"%s\""
                        .formatted(
                            b.session().toString().replace('-', '/'),
                            grouped(b.open()),
                            grouped(b.high()),
                            grouped(b.low()),
                            grouped(b.close()),
                            grouped(b.volume())))),
        of(
            "KRX open API",
            "stk_bydd_trd.json",
            "XKRX:990500",
            71_200,
            "100",
            Has.ALL,
            UTF_8,
            bars ->
                bars.stream()
                    .map(b ->
                        "{\"BAS_DD\":\"%s\",\"ISU_CD\":\"990500\",\"ISU_NM\":\"인용\",\"MKT_NM\":\"KOSPI\",\"SECT_TP_NM\":\"\",\"TDD_CLSPRC\":\"%s\",\"CMPPREVDD_PRC\":\"1\",\"FLUC_RT\":\"0.1\",\"TDD_OPNPRC\":\"%s\",\"TDD_HGPRC\":\"%s\",\"TDD_LWPRC\":\"%s\",\"ACC_TRDVOL\":\"%d\"}"
                            .formatted(
                                FIGURES.format(b.session()),
                                b.close(),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.volume()))
                    .collect(Collectors.joining(",", "{\"OutBlock_1\":[", "]}"))),
        of(
            "KRX, one share",
            "990500.KS_20240603.csv",
            "XKRX:990500",
            71_200,
            "100",
            Has.ALL,
            CP949,
            newestFirst(
                "일자,종가,대비,등락률,시가,고가,저가,거래량,거래대금,시가총액,상장주식수",
                b ->
                    "\"%s\",\"%s\",\"1\",\"0.1\",\"%s\",\"%s\",\"%s\",\"%d\",\"1\",\"1\",\"1\""
                        .formatted(
                            b.session().toString().replace('-', '/'),
                            b.close(),
                            b.open(),
                            b.high(),
                            b.low(),
                            b.volume()))),
        of(
            "MOEX ISS",
            "history.csv",
            "MISX:QUOTR",
            308.1,
            "0.01",
            Has.ALL,
            WINDOWS,
            bars ->
                "history\n\nBOARDID;TRADEDATE;SHORTNAME;SECID;NUMTRADES;VALUE;OPEN;LOW;HIGH;LEGALCLOSEPRICE;WAPRICE;CLOSE;VOLUME;MARKETPRICE2\n"
                    + bars.stream()
                        .map(b ->
                            "SMAL;%s;Q;QUOTR;1;1;9;9;9;9;9;9;1;9\nTQBR;%s;Q;QUOTR;812;1.5;%s;%s;%s;%s;1.5;%s;%d;1.5"
                                .formatted(
                                    b.session(),
                                    b.session(),
                                    b.open(),
                                    b.low(),
                                    b.high(),
                                    b.close(),
                                    b.close(),
                                    b.volume()))
                        .collect(Collectors.joining("\n"))
                    + "\n\nhistory.cursor\n\nINDEX;TOTAL;PAGESIZE\n0;40;100\n"),
        of(
            "Euronext",
            "QMF_2024-06-03.csv",
            "XPAR:QMF",
            61.2,
            "0.02",
            Has.ALL,
            UTF_8,
            bars ->
                "\"Historical Data\"\n\"From 2024-04-02 to 2024-06-03\"\nFR0000000005\nDate;Open;High;Low;Last;Close;\"Number of Shares\";\"Number of Trades\";Turnover;vwap\n"
                    + bars.reversed().stream()
                        .map(b ->
                            "%s;%s;%s;%s;9.99;%s;%d;812;1.5;1.5"
                                .formatted(
                                    DMY.format(b.session()),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close(),
                                    b.volume()))
                        .collect(Collectors.joining("\n"))),
        us(
            "SEC fails to deliver",
            "cnsfails202404a.txt",
            Has.CLOSE,
            bars ->
                "SETTLEMENT DATE|CUSIP|SYMBOL|QUANTITY (FAILS)|DESCRIPTION|PRICE\n"
                    + bars.stream()
                        .map(b ->
                            "%s|000000000|QUOT|812|QUOTE INC|%s\n%s|999999999|ANONX|1|ANON|."
                                .formatted(
                                    FIGURES.format(
                                        io.quotemark.market.calendar.Calendars.load()
                                            .of("XNAS")
                                            .next(b.session())),
                                    b.close(),
                                    FIGURES.format(b.session())))
                        .collect(Collectors.joining("\n"))
                    + "\nTrailer record count 80\nTrailer total quantity of shares 813\n"));
  }

  private static final String UDIFF =
      "TradDt,BizDt,Sgmt,Src,FinInstrmTp,FinInstrmId,ISIN,TckrSymb,SctySrs,XpryDt,FininstrmActlXpryDt,StrkPric,OptnTp,FinInstrmNm,OpnPric,HghPric,LwPric,ClsPric,LastPric,PrvsClsgPric,UndrlygPric,SttlmPric,OpnIntrst,ChngInOpnIntrst,TtlTradgVol,TtlTrfVal,TtlNbOfTxsExctd,SsnId,NewBrdLotQty,Rmks,Rsvd1,Rsvd2,Rsvd3,Rsvd4";

  private static String udiff(Bar b, String source, String symbol, String series) {
    return "%s,%s,CM,%s,STK,599901,INE000000006,%s,%s,,,,,QUOTE LTD,%s,1.05,1.10,,1.20,,,%d,1.50,812,F1,1,,,,,"
        .formatted(b.session(), b.session(), source, symbol, series, ohlc(b), b.volume());
  }

  private static String cotahist(Bar b) {
    String plain = cotahist(b, "02", "QUOT3", "010", b.close());
    return cotahist(b, "96", "QUOT3F", "020", b.low()) + "\n" + plain;
  }

  private static String cotahist(Bar b, String bdi, String code, String market, BigDecimal close) {
    return "01%s%s%-12s%s%-12s%-10s%3s%-4s%s%s%s%s%s%s%s%05d%018d%018d%013d0%s%07d%013d%-12s%03d"
        .formatted(
            FIGURES.format(b.session()),
            bdi,
            code,
            market,
            "QUOTE",
            "ON",
            "",
            "R$",
            cents(b.open()),
            cents(b.high()),
            cents(b.low()),
            cents(b.low()),
            cents(close),
            cents(b.low()),
            cents(b.high()),
            812,
            b.volume(),
            1,
            0,
            "99991231",
            1,
            0,
            "BRQUOTACNOR0",
            100);
  }

  private static String cents(BigDecimal price) {
    return "%013d".formatted(price.movePointRight(2).toBigInteger());
  }

  /** Files whose shape is unusual, not their source. */
  private static List<Case> shapes() {
    return List.of(
        of(
            "Korean headers in CP949",
            "990600.KQ.csv",
            "XKOS:990600",
            21_200,
            "50",
            Has.ALL,
            CP949,
            lines("날짜,시가,고가,저가,종가,거래량", b -> b.session() + "," + ohlc(b) + "," + b.volume())),
        of(
            "London in pence",
            "QML.L.csv",
            "XLON:QML",
            4.2,
            "0.0005",
            Has.ALL,
            UTF_8,
            lines(
                "Date,Open,High,Low,Close,Volume",
                b ->
                    "%s,%s,%s,%s,%s,%d"
                        .formatted(
                            b.session(),
                            b.open().movePointRight(2),
                            b.high().movePointRight(2),
                            b.low().movePointRight(2),
                            b.close().movePointRight(2),
                            b.volume()))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void file_ofALayoutThatPeopleHave_isStoredAsItWasMade(Case layout) {
    PriceFile file = PriceFiles.parse(layout.file(), layout.bytes(), RETRIEVED, PriceWalk.MASTER);

    assertThat(wrong(layout, file)).isEmpty();
  }

  @Test
  void layouts_areAsManyAsPromised() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_LAYOUTS);
  }

  /** What of a file was not stored as it was made. */
  static List<String> wrong(Case layout, PriceFile file) {
    if (file.series().size() != 1) {
      return List.of(file.series().size() + " series; " + file.problems());
    }
    PriceSeries series = file.series().getFirst();
    List<String> wrong = new ArrayList<>();
    if (!series.listing().toString().equals(layout.listing())) {
      wrong.add("listing " + series.listing());
    }
    if (series.isStillAdjusted()) {
      wrong.add("kept as adjusted: " + file.problems());
    }
    List<Bar> made = layout.bars();
    if (series.bars().size() != made.size()) {
      wrong.add(series.bars().size() + " bars of " + made.size() + "; " + file.problems());
    }
    for (Bar bar : series.bars()) {
      Bar expected = PriceWalk.find(made, bar.session());
      if (expected == null || !same(expected, bar, layout.has())) {
        wrong.add(bar + " for " + expected);
      }
    }
    return wrong;
  }

  private static boolean same(Bar made, Bar read, Has has) {
    boolean close = made.close().compareTo(read.close()) == 0;
    boolean range =
        made.high().compareTo(read.high()) == 0 && made.low().compareTo(read.low()) == 0;
    boolean volume = java.util.Objects.equals(made.volume(), read.volume());
    boolean open = made.open().compareTo(read.open()) == 0;
    return switch (has) {
      case ALL -> close && range && volume && open && read.missing().isEmpty();
      case NO_VOLUME -> close && range && open && read.volume() == null;
      case NO_OPEN -> close && range && volume && !read.has(PriceField.OPEN);
      case CLOSE -> close && read.missing().size() == 3;
    };
  }
}
