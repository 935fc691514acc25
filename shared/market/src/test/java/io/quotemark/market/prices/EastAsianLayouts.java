package io.quotemark.market.prices;

import static io.quotemark.market.prices.LayoutCase.BIG5;
import static io.quotemark.market.prices.LayoutCase.CP949;
import static io.quotemark.market.prices.LayoutCase.FIGURES;
import static io.quotemark.market.prices.LayoutCase.SHIFT_JIS;
import static io.quotemark.market.prices.LayoutCase.grouped;
import static io.quotemark.market.prices.LayoutCase.layout;
import static io.quotemark.market.prices.LayoutCase.lines;
import static io.quotemark.market.prices.LayoutCase.newestFirst;
import static io.quotemark.market.prices.LayoutCase.ohlc;
import static io.quotemark.market.prices.LayoutCase.republic;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.market.prices.LayoutCase.Has;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Files of exchanges and brokers of Taiwan, Japan and Korea. */
final class EastAsianLayouts {
  private EastAsianLayouts() {}

  static List<LayoutCase> cases() {
    return List.of(
        layout(
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
        layout(
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
        layout(
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
        layout(
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
                                    grouped(Objects.requireNonNull(b.volume()) / 1000),
                                    b.open(),
                                    b.high(),
                                    b.low(),
                                    b.close()))
                        .collect(Collectors.joining("\n"))
                    + "\n共40筆\n"),
        layout(
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
        layout(
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
        layout(
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
        layout(
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
        layout(
            "Korean headers in CP949",
            "990600.KQ.csv",
            "XKOS:990600",
            21_200,
            "50",
            Has.ALL,
            CP949,
            lines("날짜,시가,고가,저가,종가,거래량", b -> b.session() + "," + ohlc(b) + "," + b.volume())));
  }
}
