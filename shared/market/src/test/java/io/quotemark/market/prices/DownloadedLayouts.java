package io.quotemark.market.prices;

import static io.quotemark.market.prices.LayoutCase.DMY;
import static io.quotemark.market.prices.LayoutCase.DOTS;
import static io.quotemark.market.prices.LayoutCase.FIGURES;
import static io.quotemark.market.prices.LayoutCase.MDY;
import static io.quotemark.market.prices.LayoutCase.WINDOWS;
import static io.quotemark.market.prices.LayoutCase.at;
import static io.quotemark.market.prices.LayoutCase.comma;
import static io.quotemark.market.prices.LayoutCase.floats;
import static io.quotemark.market.prices.LayoutCase.grouped;
import static io.quotemark.market.prices.LayoutCase.layout;
import static io.quotemark.market.prices.LayoutCase.lines;
import static io.quotemark.market.prices.LayoutCase.newestFirst;
import static io.quotemark.market.prices.LayoutCase.ohlc;
import static io.quotemark.market.prices.LayoutCase.us;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.price.Bar;
import io.quotemark.market.prices.LayoutCase.Has;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;

/** What people download by hand, from pages or by a data frame. */
final class DownloadedLayouts {
  private DownloadedLayouts() {}

  static List<LayoutCase> cases() {
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
        layout(
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
        layout(
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
            "polars",
            "XNAS_QUOT.csv",
            Has.ALL,
            lines(
                "ts,symbol,Open,High,Low,Close,Volume".replace("ts", "timestamp"),
                b -> b.session() + "T00:00:00.000000,QUOT," + ohlc(b) + "," + b.volume())),
        layout(
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
        us(
            "plain Date,Close",
            "QUOT.csv",
            Has.CLOSE,
            lines("Date,Close", b -> b.session() + "," + b.close())));
  }
}
