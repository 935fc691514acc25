package io.quotemark.market.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.market.Cases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinuteFilesTest {
  private static final Instant DELIVERED = Instant.parse("2025-03-01T00:00:00Z");
  private static final String HEADER = "timestamp,open,high,low,close,volume\n";
  private static final String ROWS =
      "%s,143.10,143.50,143.00,143.40,1200\n%s,143.40,143.60,143.30,143.30,900\n%s,143.30,143.30,142.90,143.00,1500\n";

  private static PriceFile parse(String name, String content) {
    return PriceFiles.parse(
        name, content.getBytes(StandardCharsets.UTF_8), DELIVERED, Cases.MASTER);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-24T09:00:00Z, 2025-02-24T09:01:00Z, 2025-02-24T09:03:00Z",
    "2025-02-24T04:00:00-05:00, 2025-02-24T04:01:00-05:00, 2025-02-24T04:03:00-05:00",
    "2025-02-24 04:00-0500, 2025-02-24 04:01-0500, 2025-02-24 04:03-0500",
    "1740387600, 1740387660, 1740387780",
    "1740387600000, 1740387660000, 1740387780000",
    "1740387600000000000, 1740387660000000000, 1740387780000000000"
  })
  void momentOfAnyForm_isTheMinuteOfTheExchangesDay(String a, String b, String c) {
    PriceFile file = parse("BABA.csv", HEADER + ROWS.formatted(a, b, c));

    assertThat(file.problems()).isEmpty();
    assertThat(file.series()).isEmpty();
    assertThat(file.takenFor()).isEqualTo("minute bars");
    MinuteBars bars = file.minutes().getFirst();
    assertThat(bars.listing()).isEqualTo(Cases.NEW_YORK);
    assertThat(bars.session()).isEqualTo(LocalDate.parse("2025-02-24"));
    assertThat(bars.source()).startsWith("file:");
    assertThat(bars.minutes())
        .extracting(minute -> minute.start().toString())
        .containsExactly("2025-02-24T09:00:00Z", "2025-02-24T09:01:00Z", "2025-02-24T09:03:00Z");
    assertThat(bars.minutes().getLast().close()).isEqualByComparingTo("143.00");
    assertThat(bars.minutes().getLast().volume()).isEqualTo(1500);
  }

  @Test
  void localTime_isReadOnlyWhereTheFileStatesItsZone() {
    String rows =
        HEADER + ROWS.formatted("2025-02-24 09:30", "2025-02-24 09:31", "2025-02-24 09:32");

    assertThat(parse("BABA.csv", rows).problems().getFirst().reason()).contains("# zone:");
    assertThat(parse("BABA.csv", rows).minutes()).isEmpty();
    PriceFile stated = parse("BABA.csv", "# zone: America/New_York\n" + rows);
    assertThat(stated.minutes().getFirst().minutes().getFirst().start())
        .isEqualTo(Instant.parse("2025-02-24T14:30:00Z"));
    assertThat(parse("BABA.csv", "# zone: Gotham\n" + rows).problems().getFirst().reason())
        .contains("no time zone");
  }

  @Test
  void listing_isThatOfColumnOrStatement() {
    String column =
        "symbol,timestamp,open,high,low,close,volume\n"
            + ROWS.formatted(
                "XNYS:BABA,2025-02-24T15:00:00Z",
                "XNYS:BABA,2025-02-24T15:01:00Z",
                "XNAS:MADE,2025-02-24T15:01:00Z")
            + "XNAS:MADE,2025-02-24T15:02:00Z,10,10,10,10,1\n";
    assertThat(parse("bars.csv", column).minutes())
        .extracting(bars -> bars.listing().toString())
        .containsExactly("XNAS:MADE", "XNYS:BABA");
    String stated =
        "# listing: XNYS:BABA\n"
            + HEADER
            + ROWS.formatted(
                "2025-02-24T15:00:00Z", "2025-02-24T15:01:00Z", "2025-02-24T15:02:00Z");
    assertThat(parse("bars.csv", stated).minutes()).hasSize(1);
  }

  @Test
  void sessions_areApart_andWhatIsOutsideOfTradingHoursIsLeftOut() {
    String rows =
        HEADER
            + ROWS.formatted("2025-02-24T20:59:00Z", "2025-02-24T21:00:00Z", "2025-02-24T21:01:00Z")
            + ROWS.formatted(
                "2025-02-25T08:59:00Z", "2025-02-25T09:00:00Z", "2025-02-25T09:01:00Z");
    PriceFile file = parse("BABA.csv", rows);

    assertThat(file.minutes())
        .extracting(MinuteBars::session)
        .extracting(LocalDate::toString)
        .containsExactly("2025-02-24", "2025-02-25");
    assertThat(file.minutes().getLast().minutes()).hasSize(2);
    assertThat(file.problems()).singleElement().asString().contains("1 minutes outside");
  }

  @Test
  void badRows_areToldByTheirLine_andTwoThatDifferAreNeitherBelieved() {
    String rows =
        HEADER
            + ROWS.formatted("2025-02-24T15:00:00Z", "2025-02-24T15:01:00Z", "2025-02-24T15:02:00Z")
            + "2025-02-24T15:01:00Z,99,99,99,99,1\n"
            + "2025-02-24T15:03:00Z,10,9,11,10,1\n"
            + "2025-02-24T15:04:00Z,10,,9,10,1\n"
            + "2025-02-24T15:05:00Z,1e999999,11,9,10,1\n"
            + "2025-03-24T15:05:00Z,10,11,9,10,1\n";
    PriceFile file = parse("BABA.csv", rows);

    assertThat(file.minutes().getFirst().minutes()).hasSize(2);
    assertThat(file.problems()).extracting(RowProblem::line).containsExactly(5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void adjustedMinutes_areRefused() {
    String rows =
        "# basis: split_adjusted\n"
            + HEADER
            + ROWS.formatted(
                "2025-02-24T15:00:00Z", "2025-02-24T15:01:00Z", "2025-02-24T15:02:00Z");
    assertThat(parse("BABA.csv", rows).problems().getFirst().reason()).contains("as traded");
  }

  @Test
  void barsOfFiveMinutes_areNoMinutes() {
    String rows =
        HEADER
            + ROWS.formatted("2025-02-24T15:00:00Z", "2025-02-24T15:05:00Z", "2025-02-24T15:10:00Z")
            + ROWS.formatted(
                "2025-02-25T15:00:00Z", "2025-02-25T15:05:00Z", "2025-02-25T15:10:00Z");
    PriceFile file = parse("BABA.csv", rows);

    assertThat(file.minutes()).isEmpty();
    assertThat(file.problems())
        .extracting(RowProblem::reason)
        .asString()
        .contains("parts of a day");
    assertThat(List.of(file.series())).allMatch(List::isEmpty);
  }
}
