package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weeks, months and years that are the best or worst of some time. The made-up history from January
 * 2022 changes its close on a few days only; it ends on Wednesday, 26 February 2025.
 */
class PeriodExtremeTest {
  private static final LocalDate FIRST = LocalDate.parse("2022-01-03");
  private static final LocalDate END = LocalDate.parse("2025-02-26");

  /** Closes from a day on. */
  private static final TreeMap<LocalDate, String> CLOSES = new TreeMap<>();

  static {
    CLOSES.put(FIRST, "100");
    CLOSES.put(LocalDate.parse("2022-06-15"), "130"); // +30 % that week and that month
    CLOSES.put(LocalDate.parse("2023-03-08"), "117"); // −10 %
    CLOSES.put(LocalDate.parse("2024-10-16"), "128.7"); // +10 %
    CLOSES.put(LocalDate.parse("2025-01-15"), "122.265"); // −5 %
    CLOSES.put(LocalDate.parse("2025-02-19"), "130.82355"); // +7 % last week
    CLOSES.put(LocalDate.parse("2025-02-25"), "129.515315"); // −1 % this week, and the next day
    CLOSES.put(LocalDate.parse("2025-02-26"), "128.220161"); // −1 %
  }

  private static Tape tape() {
    TradingCalendar calendar = Cases.CALENDARS.of(SHARE);
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(END); day = calendar.next(day)) {
      BigDecimal close = new BigDecimal(CLOSES.floorEntry(day).getValue());
      bars.add(new Bar(day, close, close, close, close, 1L));
    }
    PriceSeries empty = Cases.series(SHARE);
    return Cases.tape(
        new PriceSeries(
            SHARE,
            "test",
            empty.delivered(),
            empty.retrievedAt(),
            bars,
            List.of(),
            List.of(),
            false));
  }

  private static Verdict judge(Direction direction, String over, String window, int rank) {
    Claim claim =
        Cases.claim(ClaimKind.EXTREME_MOVE, SHARE, "its best week in months")
            .direction(direction)
            .over(Window.parse(over))
            .window(Window.parse(window))
            .rank(rank == 1 ? null : rank)
            .session(new SessionWords.OnDate(END))
            .build();
    return Cases.judgeOne(Cases.at("2025-02-26T22:30:00Z"), tape(), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "UP, 1w, 4m, VERIFIED", // last week, +7 %; the one in October was better
    "UP, 1w, 1y, CONTRADICTED",
    "UP, 1w, since:2024-10, VERIFIED",
    "UP, 1w, since:2022, CONTRADICTED", // October 2024 came after 2022
    "DOWN, 1w, 6w, VERIFIED", // this week, −2 %; that in January was worse
    "DOWN, 2d, 1m, VERIFIED", // the last two sessions
    "UP, 1m, 4m, VERIFIED", // February so far
    "UP, mtd, 4m, VERIFIED",
    "DOWN, 1y, 2y, VERIFIED" // this year so far, −0.4 %; 2023 was worse
  })
  void periods_areComparedWithThoseBefore(
      Direction direction, String over, String window, Outcome outcome) {
    Verdict verdict = judge(direction, over, window, 1);

    assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(outcome);
  }

  @Test
  void secondBest_passesOverTheBest() {
    assertThat(judge(Direction.UP, "1w", "1y", 2).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void reason_namesBothStretches() {
    assertThat(judge(Direction.UP, "1w", "4m", 1).reasons().getFirst())
        .isEqualTo("2025-02-18 to 2025-02-21: +7.00 %, last as far from 2024-10-14 to 2024-10-18");
  }

  @Test
  void history_thatDoesNotReachBack_decidesNothing() {
    Verdict verdict = judge(Direction.UP, "1y", "since:2022", 1);

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(verdict.code()).isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
  }
}
