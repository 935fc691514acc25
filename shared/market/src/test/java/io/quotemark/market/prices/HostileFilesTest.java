package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.packed.PackedYear;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends in bars that can be stored, or in a reason. */
class HostileFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2025-06-30T12:00:00Z");

  private static final List<String> SCRAPS =
      List.of(
          "",
          ",",
          "\n",
          "\"",
          "#",
          ";",
          "-",
          "0",
          "9",
          "1e99",
          "1e-99",
          "99999999999999",
          "0.000000001",
          "NaN",
          "null",
          "N/A",
          "\0",
          "\ufeff",
          "\u202e",
          "é",
          "😀",
          "# split: 2024-03-05 0.0001",
          "# basis: split_adjusted\n",
          "# basis: dividend_adjusted\n",
          "# split: x\n",
          "2024-02-30",
          "<b>",
          "=1+1");

  @Test
  void mutatedFiles_neverThrow_andWhatTheyGivePacks() {
    Random random = new Random(9988);
    for (int round = 0; round < 4000; round++) {
      StringBuilder csv =
          new StringBuilder(
              """
              # split: 2024-03-06 4
              date,open,high,low,close,adj_close,volume,dividend,split
              2024-03-01,10.00,10.50,9.50,10.20,10.10,1000,,
              2024-03-04,10.20,10.80,10.10,10.70,10.60,1500,0.1,
              2024-03-05,5.40,5.50,5.10,5.20,5.20,3000,,2
              2024-03-06,5.20,5.60,5.20,5.50,5.50,2500,,
              """);
      for (int i = random.nextInt(6); i >= 0; i--) {
        int at = random.nextInt(csv.length());
        int end = Math.min(csv.length(), at + random.nextInt(8));
        csv.replace(at, end, SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
      PriceFile file = PriceFiles.parse("XHKG_9988.csv", csv.toString().getBytes(UTF_8), RETRIEVED);

      assertThat(file.series().isEmpty() && file.problems().isEmpty()).as(csv.toString()).isFalse();
      for (PriceSeries series : file.series()) {
        PackedYear.byYear(series)
            .values()
            .forEach(year ->
                assertThat(PackedYear.unpack(PackedYear.pack(year)))
                    .as(csv.toString())
                    .isEqualTo(year));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-01,1e99,1e99,1e99,1e99,1",
        "2024-03-01,1,1,1e-99,1,1",
        "2024-03-01,99999999999,99999999999,99999999999,99999999999,1",
        "2024-03-01,1,1,1,1,99999999999999999999",
        "0000-03-01,1,1,1,1,1",
        "+999999999-01-01,1,1,1,1,1"
      })
  void impossibleNumbers_areDroppedRows(String row) {
    PriceFile file =
        PriceFiles.parse(
            "XHKG_9988.csv",
            ("date,open,high,low,close,volume\n2024-02-29,1,1,1,1,1\n" + row + "\n")
                .getBytes(UTF_8),
            RETRIEVED);

    assertThat(file.series().getFirst().bars()).hasSize(1);
    assertThat(file.problems()).anyMatch(p -> p.line() == 3);
  }

  @Test
  void splitsThatMultiplyIntoNonsense_refuseTheListing() {
    StringBuilder csv =
        new StringBuilder("# basis: split_adjusted\ndate,open,high,low,close,volume,split\n");
    for (int day = 1; day <= 9; day++) {
      csv.append("2024-03-0").append(day).append(",100,100,100,100,1000,10000\n");
    }
    PriceFile file = PriceFiles.parse("XHKG_9988.csv", csv.toString().getBytes(UTF_8), RETRIEVED);

    assertThat(file.series()).isEmpty();
    assertThat(file.problems().getFirst().reason()).contains("impossible");
  }

  @Test
  void sourceOfAnyLength_isCutToWhatAKeyHolds() {
    PriceFile file =
        PriceFiles.parse(
            "XHKG_9988.csv",
            ("# source: " + "x".repeat(5000) + "\ndate,open,high,low,close\n2024-02-29,1,1,1,1\n")
                .getBytes(UTF_8),
            RETRIEVED);

    assertThat(file.series().getFirst().source()).hasSize(80);
  }
}
