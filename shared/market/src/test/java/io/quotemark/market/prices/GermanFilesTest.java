package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with semicolons between cells: day first, and a comma before the decimals. */
class GermanFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2025-06-30T12:00:00Z");

  private static PriceFile parse(String csv) {
    return PriceFiles.parse("XETR_SAP.csv", csv.getBytes(UTF_8), RETRIEVED);
  }

  private static List<String> closes(PriceFile file) {
    return file.series().stream()
        .flatMap(series -> series.bars().stream())
        .map(bar -> bar.close().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void germanFile_isReadWithItsDatesDecimalsAndThousands() {
    PriceFile file =
        parse(
            """
            Datum;Eröffnung;Hoch;Tief;Schluss;Stücke
            21.02.2025;1.270,50;1.281,00;1.265,00;1.275,25;1.234.567
            24.02.2025;990;995,5;985,00;990,10;900
            """);

    assertThat(file.series()).hasSize(1);
    assertThat(file.series().getFirst().bars())
        .contains(
            new Bar(
                LocalDate.parse("2025-02-21"),
                new BigDecimal("1270.50"),
                new BigDecimal("1281.00"),
                new BigDecimal("1265.00"),
                new BigDecimal("1275.25"),
                1_234_567L));
    assertThat(closes(file)).containsExactly("1275.25", "990.1");
  }

  @Test
  void semicolonsWithPoints_areReadAsBefore() {
    assertThat(
            closes(
                parse(
                    """
                    date;open;high;low;close
                    2025-02-21;1.045;1.050;1.040;1.045
                    2025-02-24;1.045;1.050;1.040;1.048
                    """)))
        .containsExactly("1.045", "1.048");
    assertThat(
            closes(
                parse(
                    """
                    date;open;high;low;close
                    21.02.2025;10.50;10.75;10.25;10.50
                    """)))
        .containsExactly("10.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // commas group thousands, or nothing tells that they do not
        "2025-02-21;1,270;1,281;1,265;1,275|has a comma",
        // German dates, and a thousand or one and a quarter
        "21.02.2025;1.270;1.281;1.265;1.275|may be thousands or decimals",
        // no day of any month, and no German way to write one
        "21.13.2025;1,5;1,5;1,5;1,5|no such date",
        "11/02/2025;1,5;1,5;1,5;1,5|cannot be told apart",
        "02-11-2025;1,5;1,5;1,5;1,5|cannot be told apart",
        "21.02.25;1,5;1,5;1,5;1,5|cannot be told apart"
      })
  void whatCouldMeanTwoThings_isNotRead(String row, String reason) {
    PriceFile file = parse("date;open;high;low;close\n" + row + "\n");

    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .anySatisfy(problem -> assertThat(problem.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-02-21;1,270.50;1,281.00;1,265.00;1,275.25|1275.25",
        "21/02/2025;1,5;1,5;1,5;1,5|1.5",
        "02-21-2025;1,5;1,5;1,5;1,5|1.5"
      })
  void whatTheFileProves_isRead(String row, String close) {
    assertThat(closes(parse("date;open;high;low;close\n" + row + "\n"))).containsExactly(close);
  }

  @Test
  void pointBesideDecimalCommas_isADroppedRow() {
    PriceFile file =
        parse(
            """
            date;open;high;low;close
            21.02.2025;10,5;10,75;10,25;10,5
            24.02.2025;10,5;10,75;10,25;10.5
            """);

    assertThat(closes(file)).containsExactly("10.5");
    assertThat(file.problems())
        .anySatisfy(problem ->
            assertThat(problem.reason()).contains("point where the file's decimals have a comma"));
  }

  @Test
  void germanDates_betweenCommas_areStillNotGuessed() {
    PriceFile file = parse("date,open,high,low,close\n05.02.2025,10,11,9,10\n");

    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .anySatisfy(problem -> assertThat(problem.reason()).contains("cannot be told apart"));
  }
}
