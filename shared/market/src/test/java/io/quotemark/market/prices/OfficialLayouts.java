package io.quotemark.market.prices;

import static io.quotemark.market.prices.LayoutCase.DMY;
import static io.quotemark.market.prices.LayoutCase.FIGURES;
import static io.quotemark.market.prices.LayoutCase.WINDOWS;
import static io.quotemark.market.prices.LayoutCase.layout;
import static io.quotemark.market.prices.LayoutCase.lines;
import static io.quotemark.market.prices.LayoutCase.ohlc;
import static io.quotemark.market.prices.LayoutCase.us;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.price.Bar;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.LayoutCase.Has;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Official files of exchanges and authorities but those of East Asia. */
final class OfficialLayouts {
  private static final DateTimeFormatter NAMED =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

  private OfficialLayouts() {}

  static List<LayoutCase> cases() {
    return List.of(
        layout(
            "B3 COTAHIST",
            "COTAHIST_M042024.TXT",
            "BVMF:QUOT3",
            27.3,
            "0.01",
            Has.ALL,
            WINDOWS,
            bars ->
                "00COTAHIST.2024BOVESPA 20240603\n"
                    + bars.stream().map(OfficialLayouts::cotahist).collect(Collectors.joining("\n"))
                    + "\n99COTAHIST.2024BOVESPA 2024060300000000042\n"),
        layout(
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
        layout(
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
        layout(
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
        layout(
            "BSE bhavcopy, UDiFF",
            "BhavCopy_BSE_CM_0_0_0_20240708_F_0000.CSV",
            "XBOM:599901",
            1410.5,
            "0.05",
            Has.ALL,
            UTF_8,
            lines(UDIFF, b -> udiff(b, "BSE", "QUOTIN", "A"))),
        layout(
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
        layout(
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
                                    FIGURES.format(Calendars.load().of("XNAS").next(b.session())),
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
}
