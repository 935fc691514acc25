package io.quotemark.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PriceChartTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 10);

  @Test
  void svg_bars_drawsEachSessionAndSaysWhatItShows() throws Exception {
    Document svg =
        parsed(
            svg(
                series(
                    bar(MONDAY, "10", "12", "9", "11"),
                    bar(MONDAY.plusDays(1), "11", "13", "10", "12.5")),
                MONDAY,
                MONDAY.plusDays(9),
                "USD",
                List.of(new Mark.Level(MONDAY, new BigDecimal("14"), "claimed 14 <b>"))));
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("2 sessions", "close 11 to 12.5 USD", "lowest 9, highest 13");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(svg.getDocumentElement().getTextContent()).contains("claimed 14 <b>");
    assertThat(svg.getElementsByTagName("style").getLength()).isZero();
  }

  @Test
  void svg_claimFarOff_isNamedAtTheEdge_andDoesNotStretchTheScale() throws Exception {
    Document svg =
        parsed(
            svg(
                series(
                    bar(MONDAY, "10", "12", "9", "11"),
                    bar(MONDAY.plusDays(1), "11", "13", "10", "12.5")),
                MONDAY,
                MONDAY.plusDays(9),
                "USD",
                List.of(new Mark.Level(MONDAY, new BigDecimal("1100"), "claimed 1100"))));
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("claimed 1100 (off the chart)")
        .doesNotContain("1000");
    assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
  }

  @Test
  void svg_noBarInWindow_saysSo() throws Exception {
    Document svg =
        parsed(
            svg(
                series(bar(MONDAY, "10", "12", "9", "11")),
                MONDAY.plusYears(1),
                MONDAY.plusYears(2),
                "USD",
                List.of()));
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .startsWith("No prices between");
  }

  @Test
  void svg_oneFlatBar_hasFiniteCoordinates() {
    String svg = svg(series(Bar.flat(MONDAY, BigDecimal.ONE)), MONDAY, MONDAY, "USD", List.of());
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void again_otherMarks_drawsOverThePricesOfThePage_andSaysThem() throws Exception {
    PriceChart chart =
        new PriceChart(
            series(
                bar(MONDAY, "10", "12", "9", "11"),
                bar(MONDAY.plusDays(1), "11", "13", "10", "12")),
            MONDAY,
            MONDAY.plusDays(1),
            "USD",
            Canvas.COLUMN,
            List.of());
    assertThat(chart.svg("px-1", List.of())).contains("<g id=\"px-1\">");
    Document svg =
        parsed(
            chart.again(
                "px-1",
                "Claim \u0001 <1>",
                List.of(
                    new Mark.Day(MONDAY, "published"),
                    new Mark.Point(MONDAY.plusDays(1), new BigDecimal("12"), "close 12"))));
    assertThat(svg.getElementsByTagName("path").getLength()).isZero();
    assertThat(
            svg.getElementsByTagName("use")
                .item(0)
                .getAttributes()
                .getNamedItem("href")
                .getNodeValue())
        .isEqualTo("#px-1");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Claim \uFFFD <1>: published on 2025-03-10, close 12 on 2025-03-11.");
  }

  private static String svg(
      PriceSeries series, LocalDate from, LocalDate to, String currency, List<Mark> marks) {
    List<BigDecimal> levels =
        marks.stream()
            .flatMap(m -> m instanceof Mark.Level level ? Stream.of(level.price()) : Stream.empty())
            .toList();
    return new PriceChart(series, from, to, currency, Canvas.WIDE, levels).svg(marks);
  }

  private static PriceSeries series(Bar... bars) {
    return new PriceSeries(
        ListingId.parse("XXXX:BRWK"),
        "test",
        PriceSeries.Basis.AS_TRADED,
        Instant.EPOCH,
        List.of(bars),
        List.of(),
        List.of(),
        true);
  }

  private static Bar bar(LocalDate day, String open, String high, String low, String close) {
    return new Bar(
        day,
        new BigDecimal(open),
        new BigDecimal(high),
        new BigDecimal(low),
        new BigDecimal(close),
        1L);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
