package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files adjusted for dividends and splits: undone to the cent, or kept as what they are. */
class BasisOfFilesTest {
  private static final List<Bar> BARS = PriceWalk.bars("XNAS:QUOT", 184.5, "0.01", 60);
  private static final LocalDate EX = BARS.get(30).session();
  private static final LocalDate SECOND_EX = BARS.get(45).session();
  private static final double PAID = 1.37;
  private static final double PAID_LATER = 0.52;

  private static PriceFile parse(String name, String csv, String retrieved) {
    return PriceFiles.parse(
        name, csv.getBytes(UTF_8), Instant.parse(retrieved + "T22:00:00Z"), PriceWalk.MASTER);
  }

  /** As auto_adjust=True does it: close and all before an ex-date times 1 − dividend ÷ close. */
  private static List<String> adjusted(int splitAt, double ratio) {
    List<String> rows = new ArrayList<>();
    double factor = 1;
    for (int i = BARS.size() - 1; i >= 0; i--) {
      Bar bar = BARS.get(i);
      if (i + 1 < BARS.size()) {
        LocalDate next = BARS.get(i + 1).session();
        double paid = next.equals(EX) ? PAID : next.equals(SECOND_EX) ? PAID_LATER : 0;
        factor *= 1 - paid / bar.close().doubleValue();
      }
      double split = i < splitAt ? ratio : 1;
      StringBuilder row = new StringBuilder(bar.session() + " 00:00:00-04:00");
      for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
        row.append(',').append((double) (float) (price.doubleValue() * factor / split));
      }
      double paidNow =
          (bar.session().equals(EX) ? PAID : bar.session().equals(SECOND_EX) ? PAID_LATER : 0)
              / split;
      row.append(",1000,").append(paidNow).append(',').append(i == splitAt ? ratio : 0.0);
      rows.add(row.toString());
    }
    return rows.reversed();
  }

  private static String history(List<String> rows) {
    return "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static PriceSeries only(PriceFile file) {
    assertThat(file.series()).as(file.problems().toString()).hasSize(1);
    return file.series().getFirst();
  }

  private static void assertRestored(PriceSeries series, List<Bar> expected) {
    assertThat(series.bars()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Bar read = series.bars().get(i);
      assertThat(cents(read.close())).isEqualByComparingTo(expected.get(i).close());
      assertThat(cents(read.high())).isEqualByComparingTo(expected.get(i).high());
      assertThat(cents(read.low())).isEqualByComparingTo(expected.get(i).low());
      assertThat(cents(read.open())).isEqualByComparingTo(expected.get(i).open());
    }
  }

  private static BigDecimal cents(BigDecimal price) {
    return price.setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  void tickerHistory_withItsDividends_isRestoredToTheCent_andProved() {
    PriceFile file = parse("QUOT.csv", history(adjusted(0, 1)), "2026-01-05");

    assertThat(only(file).delivered()).isEqualTo(Basis.DIVIDEND_ADJUSTED);
    assertRestored(only(file), BARS);
    assertThat(file.problems()).isEmpty();
    assertThat(file.takenFor()).isEqualTo("yfinance (Ticker.history)");
  }

  @Test
  void tickerHistory_withASplit_isRestoredToo() {
    // from its 21st session on the shares are counted twice as many
    PriceFile file = parse("QUOT.csv", history(adjusted(20, 2)), "2026-01-05");

    PriceSeries series = only(file);
    assertThat(series.delivered()).isEqualTo(Basis.DIVIDEND_ADJUSTED);
    assertRestored(series, BARS);
    assertThat(series.dividends().getFirst().amount()).isEqualByComparingTo("1.37");
  }

  @Test
  void tickerHistory_cutOffBeforeALaterDividend_isKeptAsAdjusted() {
    PriceFile file = parse("QUOT.csv", history(adjusted(0, 1).subList(0, 40)), "2026-01-05");

    assertThat(only(file).delivered()).isEqualTo(Basis.STILL_ADJUSTED);
    assertThat(only(file).source()).isEqualTo("file:QUOT (adjusted)");
    assertThat(file.problems())
        .singleElement()
        .satisfies(p ->
            assertThat(p.reason())
                .contains("moves of one day but no price levels")
                .doesNotContain("# basis"));
  }

  @Test
  void download_adjustedWithoutDividends_isKeptAsAdjusted() {
    StringBuilder csv =
        new StringBuilder(
            "Price,Open,High,Low,Close,Volume\nTicker,QUOT,QUOT,QUOT,QUOT,QUOT\nDate,,,,,\n");
    for (String row : adjusted(0, 1)) {
      csv.append(row, 0, row.indexOf(",1000,")).append(",1000\n");
    }
    PriceFile file = parse("prices.csv", csv.toString(), "2026-01-05");

    assertThat(only(file).isStillAdjusted()).isTrue();
    assertThat(only(file).bars()).hasSize(60);
  }

  @Test
  void splitThatTheFileDoesNotHave_isSeenByTheStepsOfPrices() {
    StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int i = 0; i < BARS.size(); i++) {
      Bar bar = BARS.get(i);
      double ratio = i < 20 ? 2 : 1;
      csv.append(bar.session());
      for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
        csv.append(',').append(price.doubleValue() / ratio);
      }
      csv.append(",1000\n");
    }
    PriceFile file = parse("QUOT.csv", csv.toString(), "2024-07-01");

    assertThat(only(file).isStillAdjusted()).isTrue();
  }

  @Test
  void adjustedAndTraded_ofOneFileName_areSourcesApart() {
    String traded = "Date,Open,High,Low,Close,Volume\n2024-04-02,10.01,10.02,10.00,10.01,5\n";
    String adjusted = "Date,Open,High,Low,Close,Volume\n2024-04-02,9.8713,9.9,9.7,9.8713,5\n";

    assertThat(only(parse("QUOT.csv", traded, "2024-07-01")).source())
        .isNotEqualTo(only(parse("QUOT.csv", adjusted, "2024-07-01")).source());
  }

  @Test
  void statedDividendAdjusted_withoutDividends_isNotTakenForTraded() {
    PriceFile file =
        parse(
            "QUOT.csv",
            "# basis: dividend_adjusted\nDate,Open,High,Low,Close\n2024-04-02,9.87,9.9,9.7,9.87\n",
            "2024-07-01");

    assertThat(only(file).isStillAdjusted()).isTrue();
  }

  @Test
  void londonsHundredthsOfAPenny_areNoProofOfAdjustment() {
    PriceFile file =
        parse(
            "QML.L.csv",
            "Date,Open,High,Low,Close\n2024-04-02,431.1275,432.55,430.1,431.9825\n",
            "2024-07-01");

    assertThat(only(file).delivered()).isEqualTo(Basis.AS_TRADED);
    assertThat(only(file).bars().getFirst().close()).isEqualByComparingTo("4.319825");
  }

  @Test
  void assumption_ofManyListings_isSaidOnce() {
    StringBuilder csv = new StringBuilder("symbol,date,open,high,low,close\n");
    for (String symbol : List.of("XNAS:QUOT", "XNYS:MARK", "XETR:QMD", "BVMF:QUOT3")) {
      csv.append(symbol).append(",2024-04-02,10.01,10.02,10.00,10.01\n");
    }
    PriceFile file = parse("all.csv", csv.toString(), "2024-07-01");

    assertThat(file.series()).hasSize(4);
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).startsWith("BVMF:QUOT3 and 3 more: "));
  }
}
