package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.prices.RowProblem.Effect;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars of days without a session, and listings that nobody knows. */
class SessionsOfFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T12:00:00Z");
  private static final Securities MASTER = MasterFile.load();
  private static final String HEADER = "date,open,high,low,close\n";

  private static PriceFile parse(String name, String csv) {
    return PriceFiles.parse(name, csv.getBytes(UTF_8), RETRIEVED, MASTER);
  }

  private static String row(Object date) {
    return date + ",10,11,9,10\n";
  }

  private static List<LocalDate> sessions(PriceFile file) {
    return file.series().stream()
        .flatMap(series -> series.bars().stream())
        .map(bar -> bar.session())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9988.HK.csv|2025-02-22|XHKG did not trade on 2025-02-22, a Saturday",
        "9988.HK.csv|2025-01-29|XHKG did not trade on 2025-01-29, a Wednesday",
        "BABA.US.csv|2025-01-09|XNYS did not trade on 2025-01-09, a Thursday",
        "INDEX-HSI.csv|2025-01-29|XHKG did not trade on 2025-01-29, a Wednesday",
        "EURUSD=X.csv|2025-02-23|FX did not trade on 2025-02-23, a Sunday"
      })
  void bar_ofADayWithoutSession_isDroppedWithItsReason(String name, String day, String reason) {
    PriceFile file = parse(name, "# basis: as_traded\n" + HEADER + row("2025-02-21") + row(day));

    assertThat(sessions(file)).containsExactly(LocalDate.parse("2025-02-21"));
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.effect()).isEqualTo(Effect.ROW_DROPPED);
          assertThat(problem.line()).isEqualTo(4);
          assertThat(problem.reason()).isEqualTo(reason);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "9988.HK.csv,2014-12-25", // before the calendar begins
    "RELIANCE.NS.csv,2024-01-20", // a Saturday on which Bombay traded
    "RELIANCE.NS.csv,2024-11-01", // its Diwali evening
    "EURUSD=X.csv,1998-12-26",
    "XXXX_BRWK.csv,1999-12-25",
    "2330.TW.csv,2018-12-22"
  })
  void bar_ofADayThatMayHaveBeenASession_isKept(String name, String day) {
    PriceFile file = parse(name, "# basis: as_traded\n" + HEADER + row(day));

    assertThat(sessions(file)).containsExactly(LocalDate.parse(day));
  }

  @Test
  void split_onADayWithoutSession_isKept() {
    PriceFile file =
        parse(
            "BABA.US.csv",
            """
            # basis: split_adjusted
            date,open,high,low,close,split
            2025-02-21,10,11,9,10,
            2025-02-22,10,11,9,10,2
            2025-02-24,10,11,9,10,
            """);

    PriceSeries series = file.series().getFirst();
    assertThat(series.bars()).hasSize(2);
    assertThat(series.bars().getFirst().close()).isEqualByComparingTo("20");
    assertThat(series.bars().getLast().close()).isEqualByComparingTo("10");
  }

  @Test
  void file_whoseDatesAreShiftedByADay_isRefused() {
    TradingCalendar calendar = Calendars.load().of("XHKG");
    StringBuilder shifted = new StringBuilder(HEADER);
    StringBuilder filled = new StringBuilder(HEADER);
    LocalDate first = LocalDate.parse("2024-09-02");
    for (LocalDate day = first; day.isBefore(first.plusDays(120)); day = day.plusDays(1)) {
      filled.append(row(day));
      if (calendar.isSession(day)) {
        shifted.append(row(day.minusDays(1)));
      }
    }

    PriceFile refused = parse("9988.HK.csv", shifted.toString());
    PriceFile kept = parse("9988.HK.csv", filled.toString());

    assertThat(refused.series()).isEmpty();
    assertThat(refused.problems())
        .anySatisfy(problem -> {
          assertThat(problem.effect()).isEqualTo(Effect.REFUSED);
          assertThat(problem.reason()).contains("the dates look shifted");
        });
    assertThat(sessions(kept)).isNotEmpty().allMatch(calendar::isSession);
  }

  @Test
  void fileOfTwoWeeks_whoseDatesAreShiftedByADay_isRefused() {
    StringBuilder shifted = new StringBuilder(HEADER);
    for (LocalDate day = LocalDate.parse("2025-03-04");
        day.isBefore(LocalDate.parse("2025-03-16"));
        day = day.plusDays(1)) {
      if (day.minusDays(1).getDayOfWeek().getValue() <= 5) {
        shifted.append(row(day));
      }
    }

    PriceFile refused = parse("BABA.US.csv", "# basis: as_traded\n" + shifted);

    assertThat(refused.series()).isEmpty();
    assertThat(refused.problems())
        .anyMatch(problem -> problem.reason().contains("the dates look shifted"));
  }

  @ParameterizedTest
  @CsvSource({"EUR", "GBX", "EUX", "usd", "nonsense"})
  void pricesStatedInAnotherUnitThanTheListings_areDroppedWithLineAndReason(String unit) {
    String csv = "date,open,high,low,close,currency\n2025-02-21,10,11,9,10,%s\n".formatted(unit);

    for (PriceFile file :
        List.of(
            parse("BABA.US.csv", csv),
            parse("BABA.US.csv", "# unit: " + unit + "\n" + HEADER + row("2025-02-21")))) {
      assertThat(file.series()).isEmpty();
      assertThat(file.problems())
          .anySatisfy(problem -> {
            assertThat(problem.effect()).isEqualTo(Effect.ROW_DROPPED);
            assertThat(problem.line()).isPositive();
            assertThat(problem.reason())
                .contains("unit '" + unit + "'", "XNYS:BABA", "quoted in USD");
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"BABA.US.csv,USD", "BABA.US.csv,USX", "VOD.L.csv,GBp", "VOD.L.csv,GBP"})
  void pricesStatedInTheListingsUnit_areTaken(String name, String unit) {
    PriceFile file =
        parse(name, "# basis: as_traded\n# unit: " + unit + "\n" + HEADER + row("2025-02-21"));

    assertThat(sessions(file)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "99888.HK.csv,XHKG:99888",
    "XHKG_BABBA.csv,XHKG:BABBA",
    "XNYS_BABBA.csv,XNYS:BABBA",
    "INDEX-HSJ.csv,INDEX:HSJ"
  })
  void file_ofAListingThatTheMasterDoesNotHave_isRefusedAndSaysWhatToDo(
      String name, String listing) {
    PriceFile file = parse(name, HEADER + row("2025-02-21"));

    assertThat(file.series()).isEmpty();
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.effect()).isEqualTo(Effect.REFUSED);
          assertThat(problem.reason())
              .startsWith(listing + " is not in the securities master")
              .contains("# listing: " + listing);
        });
  }

  @Test
  void unknownListing_inAColumn_isRefusedOnce_besideTheOthers() {
    PriceFile file =
        parse(
            "all.csv",
            """
            listing,date,open,high,low,close
            XHKG:9988,2025-02-20,10,11,9,10
            XHKG:99888,2025-02-20,10,11,9,10
            XHKG:99888,2025-02-21,10,11,9,10
            """);

    assertThat(file.series()).hasSize(1);
    assertThat(file.problems())
        .filteredOn(problem -> problem.effect() == Effect.REFUSED)
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).startsWith("XHKG:99888"));
  }

  @Test
  void unknownListing_thatACommentLineNames_isLoadedWithAWarning() {
    PriceFile file =
        parse("x.csv", "# listing: XHKG:99888\n# basis: as_traded\n" + HEADER + row("2025-02-21"));

    assertThat(sessions(file)).hasSize(1);
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.effect()).isEqualTo(Effect.NOTE);
          assertThat(problem.reason()).startsWith("XHKG:99888 is not in the securities master");
        });
  }
}
