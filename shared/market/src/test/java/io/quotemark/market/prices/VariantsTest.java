package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways of writing a price file that nothing was built for: they were thought of afterwards. */
class VariantsTest {
  record Variant(
      String name,
      String file,
      String listing,
      double start,
      String step,
      Charset charset,
      String before,
      BiFunction<Integer, Bar, String> line,
      String behind,
      boolean newestFirst) {
    List<Bar> bars() {
      return PriceWalk.bars(listing, start, step, 30);
    }

    byte[] bytes() {
      List<Bar> bars = newestFirst ? bars().reversed() : bars();
      StringBuilder text = new StringBuilder(before);
      for (int i = 0; i < bars.size(); i++) {
        text.append(line.apply(i, bars.get(i))).append("\r\n");
      }
      return (text + behind).getBytes(charset);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static String grouped(BigDecimal price) {
    return String.format(Locale.ROOT, "%,.2f", price);
  }

  private static String upper(LocalDate day) {
    return day.format(java.time.format.DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
  }

  static Stream<Variant> variants() {
    return Stream.of(
        new Variant(
            "mark, upper case, other order, trailing comma",
            "QUOT.csv",
            "XNAS:QUOT",
            184.5,
            "0.01",
            UTF_8,
            "\ufeffVOLUME,CLOSE,LOW,HIGH,OPEN,DATE,\r\n",
            (i, b) ->
                "%d,%s,%s,%s,%s,%s,"
                    .formatted(b.volume(), b.close(), b.low(), b.high(), b.open(), b.session()),
            "",
            false),
        new Variant(
            "everything quoted, thousands, days by name, extra columns, footer",
            "XNAS_QUOT.csv",
            "XNAS:QUOT",
            2184.5,
            "0.01",
            UTF_8,
            "\"Trade Date\",\"Open Price\",\"High Price\",\"Low Price\",\"Close Price\",\"VWAP\",\"Volume\",\"Remarks\"\r\n",
            (i, b) ->
                "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"9.99\",\"%,d\",\"\""
                    .formatted(
                        upper(b.session()),
                        grouped(b.open()),
                        grouped(b.high()),
                        grouped(b.low()),
                        grouped(b.close()),
                        b.volume()),
            "\r\nSource: a data service. All rights reserved.\r\n",
            true),
        new Variant(
            "semicolons, UTF-16, decimal commas, French",
            "QMF.PA.csv",
            "XPAR:QMF",
            61.2,
            "0.02",
            StandardCharsets.UTF_16LE,
            "\ufeffDate;Ouverture;Plus haut;Plus bas;Clôture;Volume\r\n",
            (i, b) ->
                "%02d/%02d/%d;%s;%s;%s;%s;%d"
                    .formatted(
                        b.session().getDayOfMonth(),
                        b.session().getMonthValue(),
                        b.session().getYear(),
                        comma(b.open()),
                        comma(b.high()),
                        comma(b.low()),
                        comma(b.close()),
                        b.volume()),
            "",
            true),
        new Variant(
            "tabs, comment lines, lower case",
            "prices.tsv",
            "XETR:QMD",
            1210.4,
            "0.1",
            UTF_8,
            "# exported by a script\n# listing: XETR:QMD\ndate\topen\thigh\tlow\tclose\tturnover\tvolume\n",
            (i, b) ->
                "%s\t%s\t%s\t%s\t%s\t1.5e6\t%s.0"
                    .formatted(b.session(), b.open(), b.high(), b.low(), b.close(), b.volume()),
            "",
            false),
        new Variant(
            "title lines above the header, dollar signs, N/A volume",
            "Historical Prices for QUOT.csv",
            "XNAS:QUOT",
            184.5,
            "0.01",
            UTF_8,
            "Quote Corp (QUOT)\r\nHistorical prices,,,,,\r\n\r\nDate,Open,High,Low,Close,Volume\r\n",
            (i, b) ->
                "\"%s %d, %d\",$%s,$%s,$%s,$%s,N/A"
                    .formatted(
                        b.session()
                            .getMonth()
                            .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH),
                        b.session().getDayOfMonth(),
                        b.session().getYear(),
                        b.open(),
                        b.high(),
                        b.low(),
                        b.close()),
            "",
            true),
        new Variant(
            "JSON list with days of milliseconds",
            "nas_quot.json".replace("nas_quot", "QUOT"),
            "XNAS:QUOT",
            184.5,
            "0.01",
            UTF_8,
            "[",
            (i, b) ->
                (i == 0 ? "" : ",")
                    + "{\"timestamp\": %d, \"open\": %s, \"high\": %s, \"low\": %s, \"close\": %s, \"volume\": %d}"
                        .formatted(
                            b.session()
                                .atTime(9, 30)
                                .atZone(java.time.ZoneId.of("America/New_York"))
                                .toInstant()
                                .toEpochMilli(),
                            b.open(),
                            b.high(),
                            b.low(),
                            b.close(),
                            b.volume()),
            "]",
            false),
        new Variant(
            "pipes, days without hyphens, ticker with its exchange's suffix",
            "eod.txt",
            "XHKG:9901",
            52.35,
            "0.05",
            UTF_8,
            "Symbol|Date|Last|High|Low|Open|Volume\r\n",
            (i, b) ->
                "9901.HK|%s|%s|%s|%s|%s|%d"
                    .formatted(
                        b.session().toString().replace("-", ""),
                        b.close(),
                        b.high(),
                        b.low(),
                        b.open(),
                        b.volume()),
            "",
            false),
        new Variant(
            "Polish, days first by dots, several listings' directory name",
            "archive/2024/QMD.DE_2024.csv",
            "XETR:QMD",
            1210.4,
            "0.1",
            Charset.forName("windows-1252"),
            "Data;Otwarcie;Najwyzszy;Najnizszy;Zamkniecie;Wolumen\r\n",
            (i, b) ->
                "%02d.%02d.%d;%s;%s;%s;%s;%d"
                    .formatted(
                        b.session().getDayOfMonth(),
                        b.session().getMonthValue(),
                        b.session().getYear(),
                        comma(b.open()),
                        comma(b.high()),
                        comma(b.low()),
                        comma(b.close()),
                        b.volume()),
            "",
            true),
        new Variant(
            "Chinese headers in GBK with the code in the name",
            "000902.csv",
            "XSHE:000902",
            9.4,
            "0.01",
            Charset.forName("GB18030"),
            "交易日期,开盘价,最高价,最低价,收盘价,成交额\r\n",
            (i, b) ->
                "%s,%s,%s,%s,%s,1.5".formatted(b.session(), b.open(), b.high(), b.low(), b.close()),
            "",
            false),
        new Variant(
            "Swiss apostrophes and a zone behind each moment",
            "XNYS-MARK.csv",
            "XNYS:MARK",
            2184.5,
            "0.01",
            UTF_8,
            "Datetime,Open,High,Low,Close,Adj Close,Volume\r\n",
            (i, b) ->
                "%s 16:00:00-0400,%s,%s,%s,%s,%s,%d"
                    .formatted(
                        b.session(),
                        apostrophes(b.open()),
                        apostrophes(b.high()),
                        apostrophes(b.low()),
                        apostrophes(b.close()),
                        apostrophes(b.close()),
                        b.volume()),
            "",
            false));
  }

  private static String comma(BigDecimal price) {
    return price.toPlainString().replace('.', ',');
  }

  private static String apostrophes(BigDecimal price) {
    return grouped(price).replace(',', '\'');
  }

  @ParameterizedTest
  @MethodSource("variants")
  void variant_isStoredAsItWasMade(Variant variant) {
    PriceFile file =
        PriceFiles.parse(variant.file(), variant.bytes(), LayoutsTest.RETRIEVED, PriceWalk.MASTER);

    assertThat(file.series()).as(file.problems().toString()).hasSize(1);
    assertThat(file.series().getFirst().listing()).hasToString(variant.listing());
    assertThat(prices(file.series().getFirst().bars())).isEqualTo(prices(variant.bars()));
  }

  private static List<String> prices(List<Bar> bars) {
    return bars.stream()
        .map(b ->
            Stream.of(b.open(), b.high(), b.low(), b.close())
                .map(p -> p.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" ", b.session() + " ", "")))
        .toList();
  }
}
