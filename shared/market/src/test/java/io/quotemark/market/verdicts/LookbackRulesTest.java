package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rule 7 and the kinds that count sessions, on a made-up history from January 2023: 50 every day
 * but a peak of 80 (high 82) on 2023-11-15, then 60 from 2025, 62 and 70 (high 75) at the end.
 */
class LookbackRulesTest {
  private static final LocalDate END = LocalDate.parse("2025-02-24");

  private static Tape tape() {
    return tape(bars -> bars);
  }

  private static Tape tape(UnaryOperator<List<Bar>> change) {
    TradingCalendar calendar = Cases.CALENDARS.of(SHARE);
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2023-01-03");
        !day.isAfter(END);
        day = calendar.next(day)) {
      bars.add(bar(day));
    }
    PriceSeries empty = Cases.series(SHARE);
    return Cases.tape(
        new PriceSeries(
            SHARE,
            "test",
            empty.delivered(),
            empty.retrievedAt(),
            change.apply(bars),
            List.of(),
            List.of(),
            false));
  }

  private static Bar bar(LocalDate day) {
    if (day.equals(LocalDate.parse("2023-11-15"))) {
      return bar(day, "80", "82", "79", "80");
    }
    if (day.equals(END)) {
      return bar(day, "64", "75", "63", "70");
    }
    if (day.equals(LocalDate.parse("2025-02-21"))) {
      return bar(day, "60", "63", "60", "62");
    }
    String price = day.getYear() < 2025 ? "50" : "60";
    return bar(day, price, price, price, price);
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

  private static Claim extreme(String since) {
    return claim(ClaimKind.EXTREME, "70")
        .direction(Direction.HIGH)
        .since(PartialDate.parse(since))
        .build();
  }

  private static Claim within(ClaimKind kind, String window) {
    return Cases.claim(kind, SHARE, window)
        .direction(kind == ClaimKind.EXTREME ? Direction.HIGH : Direction.UP)
        .window(Window.parse(window))
        .session(new SessionWords.OnDate(END))
        .build();
  }

  private static Verdict judge(Claim claim) {
    return Cases.judgeOne(EVENING, tape(), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11, VERIFIED", // the peak lies inside
    "2023, VERIFIED",
    "2023-11-15, VERIFIED",
    "2024-03, VERIFIED_LOOSE", // in fact since November 2023
    "2023-06, CONTRADICTED" // the peak came after
  })
  void extreme_since_isDecidedByTheLatestEarlierSessionAtTheLevel(String since, Outcome outcome) {
    Verdict verdict = judge(extreme(since));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.reasons().getFirst()).contains("2023-11-15");
    assertThat(verdict.strength())
        .isEqualTo(
            outcome == Outcome.VERIFIED_LOOSE
                ? Strength.UNDERSTATED
                : outcome == Outcome.VERIFIED ? Strength.EXACT : null);
  }

  @ParameterizedTest
  @CsvSource({
    "52w, VERIFIED",
    "ytd, VERIFIED",
    "15m, VERIFIED",
    "6m, VERIFIED_LOOSE", // no session at the level for far longer
    "3y, CONTRADICTED",
    "record, CONTRADICTED",
    "since:ipo, CONTRADICTED"
  })
  void extreme_window_mustHoldNoSessionAtTheLevel(String window, Outcome outcome) {
    assertThat(judge(within(ClaimKind.EXTREME, window)).outcome()).isEqualTo(outcome);
  }

  @Test
  void extreme_historyTooShort_isUnverifiable() {
    Tape later = tape(bars -> bars.stream().filter(b -> b.session().getYear() > 2023).toList());

    assertThat(Cases.judgeOne(EVENING, later, extreme("2022-05")).code())
        .isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
    assertThat(Cases.judgeOne(EVENING, later, within(ClaimKind.EXTREME, "record")).code())
        .isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
  }

  @Test
  void extreme_missingSessionInBetween_isUnverifiable() {
    Tape gap =
        tape(bars ->
            bars.stream().filter(b -> !b.session().toString().equals("2024-05-07")).toList());

    Verdict verdict = Cases.judgeOne(EVENING, gap, extreme("2023-11"));

    assertThat(verdict.code()).isEqualTo(Unverifiable.HISTORY_GAP);
    assertThat(verdict.reasons().getFirst()).contains("2024-05-07");
  }

  @Test
  void extreme_secondHighest_countsOneSessionBeyond() {
    Claim second = within(ClaimKind.EXTREME, "2y").toBuilder().rank(2).build();

    assertThat(judge(second).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(judge(second.toBuilder().rank(null).window(Window.parse("3y")).build()).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({"52w, CONTRADICTED", "ytd, CONTRADICTED", "2d, VERIFIED"})
  void extremeMove_window_comparesDailyReturns(String window, Outcome outcome) {
    // +12.9 % at the end; +20 % on the first session of 2025
    Claim claim =
        within(ClaimKind.EXTREME_MOVE, window).toBuilder().field(PriceField.CLOSE).build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @Test
  void extreme_ofAStretch_isHeldToNoSingleSession() {
    Claim week = within(ClaimKind.EXTREME, "52w").toBuilder().over(Window.parse("1w")).build();
    Claim period =
        within(ClaimKind.EXTREME, "52w").toBuilder()
            .session(new SessionWords.Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)))
            .build();

    assertThat(judge(week).code()).isEqualTo(Unverifiable.DATE_AMBIGUOUS);
    assertThat(judge(period).code()).isEqualTo(Unverifiable.DATE_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource({
    "40, ytd, VERIFIED", // from 50 to 70
    "16.7, ytd, VERIFIED_LOOSE", // from the year's first close, 60
    "50, ytd, VERIFIED_LOOSE", // to the day's high of 75
    "60, ytd, CONTRADICTED",
    "40, 12m, VERIFIED",
    "12.9, 1d, VERIFIED",
    "40, since:2024-11, VERIFIED",
    "-12.5, since:2023-11-15, VERIFIED",
    "10, 12m, CONTRADICTED"
  })
  void periodReturn_window_isCountedFromEveryPlausibleAnchor(
      String printed, String window, Outcome outcome) {
    Claim claim = claim(ClaimKind.PERIOD_RETURN, printed).window(Window.parse(window)).build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "2, UP, VERIFIED",
    "3, UP, CONTRADICTED",
    "1, UP, VERIFIED_LOOSE",
    "2, DOWN, CONTRADICTED"
  })
  void streak_ofCloses_isCountedToItsLength(String length, Direction direction, Outcome outcome) {
    Claim claim = claim(ClaimKind.STREAK, length).direction(direction).build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  /** By weeks 60, 62 (ended 21 February), 70 so far; by months 50, 60, 70 so far. */
  @ParameterizedTest
  @CsvSource({
    "2, 2w, UP, false, VERIFIED",
    "1, 1w, UP, false, VERIFIED",
    "3, 3w, UP, false, CONTRADICTED",
    "2, 2w, DOWN, false, CONTRADICTED",
    "1, 1w, UP, true, VERIFIED",
    "2, 2w, UP, true, CONTRADICTED",
    "2, 2m, UP, false, VERIFIED",
    "3, 3m, UP, false, CONTRADICTED",
    "40, 40m, UP, false, UNVERIFIABLE"
  })
  void streak_ofWeeksOrMonths_isCountedByTheirLastCloses(
      String length, String window, Direction direction, boolean ended, Outcome outcome) {
    Claim claim =
        claim(ClaimKind.STREAK, length)
            .direction(direction)
            .window(Window.parse(window))
            .ended(ended)
            .build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  /**
   * Said on Monday 24 February of the week that ended on the 21st, which broke two rising weeks.
   */
  @ParameterizedTest
  @CsvSource({"2, VERIFIED", "3, CONTRADICTED"})
  void streak_ofWeeks_brokenTheWeekBefore_isNoOtherWeeks(String length, Outcome outcome) {
    Tape tape = tape(bars -> bars.stream().map(LookbackRulesTest::risingUntilTheLastWeek).toList());
    Claim claim =
        claim(ClaimKind.STREAK, length)
            .direction(Direction.UP)
            .window(Window.parse(length + "w"))
            .ended(true)
            .build();

    assertThat(Cases.judgeOne(EVENING, tape, claim).outcome()).isEqualTo(outcome);
  }

  /** By weeks 50, 50, 51 (7 February), 52 (the 14th), 49 (the 21st), 53 so far. */
  private static Bar risingUntilTheLastWeek(Bar bar) {
    LocalDate day = bar.session();
    String price =
        day.isBefore(LocalDate.parse("2025-02-03"))
            ? "50"
            : day.isBefore(LocalDate.parse("2025-02-10"))
                ? "51"
                : day.isBefore(LocalDate.parse("2025-02-17"))
                    ? "52"
                    : day.isBefore(END) ? "49" : "53";
    return bar(day, price, price, price, price);
  }

  @Test
  void streak_snapped_endedTheSessionBefore() {
    Claim snapped = claim(ClaimKind.STREAK, "2").direction(Direction.UP).ended(true).build();

    assertThat(judge(snapped).outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({
    "70, CLOSE, VERIFIED",
    "74, CLOSE, CONTRADICTED",
    "74, LAST, VERIFIED_LOOSE",
    "76, LAST, CONTRADICTED"
  })
  void threshold_mark_isReachedByTheCloseOrDuringTheDay(
      String mark, PriceField field, Outcome outcome) {
    Claim claim = claim(ClaimKind.THRESHOLD, mark).direction(Direction.ABOVE).field(field).build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @Test
  void threshold_forTheFirstTime_isRefutedByAnEarlierSession() {
    Claim first =
        claim(ClaimKind.THRESHOLD, "65")
            .direction(Direction.ABOVE)
            .window(Window.parse("record"))
            .build();
    Claim thisYear = first.toBuilder().window(Window.parse("ytd")).build();

    assertThat(judge(first).outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(judge(thisYear).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void rank_moreClosesBeyondThanSaid_isDoubtfulElseTooShort() {
    assertThat(judge(claim(ClaimKind.RANK, "0").direction(Direction.HIGH).build()).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    assertThat(judge(claim(ClaimKind.RANK, "1").direction(Direction.HIGH).build()).code())
        .isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
  }

  @Test
  void extreme_closingAndIntradayApart_isBasisSensitive() {
    Claim claim =
        claim(ClaimKind.EXTREME, "75")
            .direction(Direction.HIGH)
            .window(Window.parse("52w"))
            .build();
    Tape peak =
        tape(bars ->
            bars.stream()
                .map(b ->
                    b.session().toString().equals("2024-06-03")
                        ? bar(b.session(), "50", "78", "50", "50")
                        : b)
                .toList());

    Verdict verdict = Cases.judgeOne(EVENING, peak, claim);

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.flags()).contains(Flag.BASIS_SENSITIVE);
    assertThat(
            Cases.judgeOne(EVENING, peak, claim.toBuilder().field(PriceField.HIGH).build())
                .outcome())
        .isEqualTo(Outcome.CONTRADICTED);
  }
}
