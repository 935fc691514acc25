package io.quotemark.market.prices;

import static io.quotemark.market.prices.LayoutCase.FIGURES;
import static io.quotemark.market.prices.LayoutCase.at;
import static io.quotemark.market.prices.LayoutCase.layout;
import static io.quotemark.market.prices.LayoutCase.lines;
import static io.quotemark.market.prices.LayoutCase.newestFirst;
import static io.quotemark.market.prices.LayoutCase.ohlc;
import static io.quotemark.market.prices.LayoutCase.us;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.market.prices.LayoutCase.Has;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What services of prices answer by a programme. */
final class ServiceLayouts {
  private ServiceLayouts() {}

  static List<LayoutCase> cases() {
    return List.of(
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
        layout(
            "FRED",
            "SP500.csv",
            "INDEX:GSPC",
            5205.3,
            "0.01",
            Has.CLOSE,
            UTF_8,
            lines("observation_date,SP500", b -> b.session() + "," + b.close())),
        layout(
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
        layout(
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
                            BigDecimal.valueOf(Objects.requireNonNull(b.volume()))
                                .movePointLeft(2)))),
        layout(
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
                            Objects.requireNonNull(b.volume()) / 100))));
  }
}
