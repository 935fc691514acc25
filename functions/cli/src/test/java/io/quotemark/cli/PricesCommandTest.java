package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code quotemark prices} on the real functions. */
class PricesCommandTest {
  private static final String ROWS =
      """
      # basis: as_traded
      date,open,high,low,close
      2025-02-20,120,122,119,121
      2025-02-21,121,125,120,124
      """;

  @TempDir Path data;
  @TempDir Path files;

  private Ran prices(String... arguments) {
    String[] command =
        Stream.concat(Stream.of("prices"), Stream.of(arguments)).toArray(String[]::new);
    return Ran.together(Ran.withData(data, command));
  }

  private String file(String name, String rows) throws IOException {
    return Files.writeString(files.resolve(name), rows).toString();
  }

  @Test
  void goodFile_isFollowedUntilItIsStored() throws IOException {
    try (Pipeline pipeline = new Pipeline(data)) {
      Ran run = prices(file("9988.HK.csv", ROWS));

      assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
      assertThat(run.out()).contains("[1/1] 9988.HK.csv: 2 sessions stored").endsWith("done\n");
      assertThat(pipeline.waiting("PricesQueue")).isZero();

      Ran again = prices(file("9988.HK.csv", ROWS));
      assertThat(again.out()).contains("2 sessions stored");
    }
  }

  @Test
  void dayWithoutSession_andUnknownListing_areSaid() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      Ran run =
          prices(file("9988.HK.csv", ROWS + "2025-02-22,1,1,1,1\n"), file("XHKG_99888.csv", ROWS));

      assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
      assertThat(run.out())
          .contains("9988.HK.csv:5: XHKG did not trade on 2025-02-22, a Saturday")
          .contains("XHKG_99888.csv: XHKG:99888 is not in the securities master")
          .contains("9988.HK.csv: 2 sessions stored")
          .contains("XHKG_99888.csv: refused: ");
      assertThat(pipeline.get("/v1/listings/XHKG:9988/prices").body())
          .contains("2025-02-21")
          .doesNotContain("2025-02-22");
    }
  }

  @Test
  void pricesOfAnotherUnit_areSaidWithTheirDay_andNotStored() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      String good = "2025-02-24,124,126,123,125\n2025-02-25,125,126,123,124\n";
      prices(file("9988.HK.csv", ROWS + good));

      Ran bar = prices(file("9988.HK.csv", ROWS + good + "2025-02-26,12400,12500,12300,12450\n"));
      Ran whole =
          prices(
              file(
                  "XHKG_9988.csv",
                  "# basis: as_traded\ndate,open,high,low,close\n2025-02-27,12400,12500,12300,12450\n"));

      assertThat(bar.code()).isEqualTo(Exit.FAILED_INPUT);
      assertThat(bar.out())
          .contains("9988.HK.csv:7: close 12450 on 2025-02-26 is 100 times the 124 of 2025-02-25")
          .containsOnlyOnce("no split explains it")
          .contains("9988.HK.csv: 4 sessions stored");
      assertThat(whole.code()).isEqualTo(Exit.FAILED_INPUT);
      assertThat(whole.out())
          .contains("XHKG_9988.csv: refused: ")
          .contains("close 12450 on 2025-02-27 is 100 times the stored 124 of 2025-02-25")
          .contains("# level: checked");
      assertThat(pipeline.get("/v1/listings/XHKG:9988/prices").body())
          .contains("2025-02-25")
          .doesNotContain("2025-02-26")
          .doesNotContain("2025-02-27");
    }
  }

  @Test
  void unknownListing_thatTheOperatorNames_isLoadedWithAWarning() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      Ran run = prices("--listing", "XHKG:99888", file("mine.csv", "\ufeff" + ROWS));

      assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
      assertThat(run.out())
          .contains("XHKG:99888 is not in the securities master: its prices are stored")
          .contains("mine.csv: 2 sessions stored");
      assertThat(pipeline.waiting("PricesDeadLetters")).isZero();
    }
  }

  @Test
  void ownListing_isKnownToTheCommandToo() throws IOException {
    String key = OwnListingsTest.install(data);
    try (Pipeline pipeline = new Pipeline(data, null, java.util.Map.of("Listings", key))) {
      Ran run = prices(file("XLON_UMBR.csv", ROWS));

      assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
      assertThat(run.out()).doesNotContain("securities master").contains("2 sessions stored");
      assertThat(pipeline.waiting("PricesDeadLetters")).isZero();
    }
  }

  @Test
  void ownListings_thatCannotBeUsed_areSaid_andTheShippedOnesServe() throws IOException {
    Path own = Files.createDirectories(data.resolve("bucket/config")).resolve("listings.tsv");
    Files.writeString(own, "issuer\tticker\tmic\tcurrency\nUmbra Tiles plc\tUMBR\tXLON\tpounds\n");
    try (Pipeline pipeline = new Pipeline(data)) {
      Ran run = prices(file("9988.HK.csv", ROWS));

      assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
      assertThat(run.out())
          .contains("config/listings.tsv cannot be used: operator listings line 2")
          .contains("Here the shipped listings are used.")
          .contains("2 sessions stored");
      assertThat(pipeline.waiting("PricesDeadLetters")).isZero();
    }
  }

  @Test
  void twoFilesOfOneName_areRefusedBeforeAnythingIsPut() throws IOException {
    try (Pipeline pipeline = new Pipeline(data)) {
      Path other = Files.createDirectories(files.resolve("other")).resolve("9988.HK.csv");
      Files.writeString(other, ROWS);

      Ran run = prices(file("9988.HK.csv", ROWS), other.toString());

      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.out()).contains("two files of one name");
      assertThat(data.resolve("bucket/prices/9988.HK.csv")).doesNotExist();
      assertThat(pipeline.waiting("PricesQueue")).isZero();
    }
  }
}
