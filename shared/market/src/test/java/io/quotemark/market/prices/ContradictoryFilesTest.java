package io.quotemark.market.prices;

import static io.quotemark.market.prices.StatedFile.kept;
import static io.quotemark.market.prices.StatedFile.parse;
import static io.quotemark.market.prices.StatedFile.series;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.listings.MasterFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Price files whose columns, lines or cells contradict each other, or cannot be. */
class ContradictoryFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T12:00:00Z");
  private static final String ROWS =
      "date,open,high,low,close\n2024-02-01,5,5,5,5\n2024-02-02,5,5,5,5\n";

  @Test
  void columnsOfOpenAndClose_swapped_areRefused() {
    String rows = PriceWalk.csv(PriceWalk.bars("XNYS:BABA", 50, "0.01", 60));
    String swapped = rows.replace("date,open,high,low,close", "date,close,high,low,open");

    assertThat(parse(rows).problems()).isEmpty();
    assertThat(parse(swapped).series()).isEmpty();
    assertThat(parse(swapped).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("open and close look swapped"));
  }

  @Test
  void linesThatContradictEachOther_refuseTheFile_andAreBothNamed() {
    for (String[] pair :
        new String[][] {
          {"# split: 2024-02-01 2:1", "# split: 2024-02-01 3:1"},
          {"# listing: XNYS:BABA", "# listing: XHKG:9988"},
          {"# unit: USD", "# unit: USX"}
        }) {
      PriceFile file = parse(pair[0] + "\n", pair[1] + "\n", ROWS);

      assertThat(file.series()).as(Arrays.toString(pair)).isEmpty();
      assertThat(file.problems())
          .singleElement()
          .satisfies(p ->
              assertThat(p.reason())
                  .contains("line 2 says '" + pair[0] + "'")
                  .contains("line 3 '" + pair[1] + "'"));
    }
    assertThat(parse("# listing: XNYS:BABA\n# listing: XNYS:BABA\n", ROWS).series()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:1", "1:0", "-2:1", "NaN", "0"})
  void split_thatIsNone_isAnErrorThatNamesItsLine(String ratio) {
    PriceFile file = parse("# split: 2024-02-01 " + ratio + "\n", ROWS);

    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("line 2: ").contains(ratio));
  }

  @Test
  void splitColumn_withARatioOfZero_dropsItsRow() {
    PriceFile file =
        parse(
            "date,open,high,low,close,split\n2024-01-02,5,5,5,5,0\n2024-01-03,5,5,5,5,0:1\n",
            "2024-01-04,5,5,5,5,-3\n");

    assertThat(kept(file)).containsExactly(LocalDate.of(2024, 1, 2));
    assertThat(file.problems()).extracting(RowProblem::line).containsExactly(4L, 5L);
  }

  @Test
  void dividend_aboveThePrice_isLeftOut_andNamed() {
    PriceFile file =
        parse(
            "date,open,high,low,close,dividend\n2024-01-02,5,5,5,5,\n2024-01-03,5,5,5,5,45\n",
            "2024-01-04,1,1,1,1,4\n");

    assertThat(series(file).bars()).hasSize(3);
    assertThat(series(file).dividends())
        .extracting(PriceSeries.Dividend::exDate)
        .as("nearly all of the price may be paid out")
        .containsExactly(LocalDate.of(2024, 1, 4));
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.line()).isEqualTo(4);
          assertThat(p.reason()).contains("dividend 45 of 2024-01-03").contains("close 5");
        });
  }

  @Test
  void dividend_abovePricesThatAreLessenedByDividends_isKept() {
    PriceFile file =
        PriceFiles.parse(
            "BABA.US.csv",
            """
            # basis: dividend_adjusted
            date,open,high,low,close,dividend
            2024-01-02,5,5,5,5,
            2024-01-03,5,5,5,5,45
            """
                .getBytes(UTF_8),
            RETRIEVED,
            MasterFile.load());

    assertThat(series(file).dividends()).hasSize(1);
  }

  @Test
  void dayWithATimeThatCannotBe_isNoDay() {
    PriceFile file =
        parse(
            "date,open,high,low,close\n2024-01-02T25:00:00Z,5,5,5,5\n2024-01-03 12:61,5,5,5,5\n",
            "2024-01-04T00:00:00-05:00,5,5,5,5\n2024-01-05 16:00,5,5,5,5\n");

    assertThat(kept(file)).containsExactly(LocalDate.of(2024, 1, 4), LocalDate.of(2024, 1, 5));
    assertThat(file.problems())
        .first()
        .satisfies(p -> assertThat(p.reason()).contains("no such date: '2024-01-02T25:00:00Z'"));
  }
}
