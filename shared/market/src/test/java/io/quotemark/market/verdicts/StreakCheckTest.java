package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closes in a row, on the six sessions up to 24 February 2025. */
class StreakCheckTest {
  private static final List<String> DAYS =
      List.of("2025-02-14", "2025-02-18", "2025-02-19", "2025-02-20", "2025-02-21", "2025-02-24");

  /** Four gains in a row, after a loss. */
  private static final String RISING = "100 99 100 101 102 103";

  /** Three gains, and a loss on the last day. */
  private static final String BROKEN = "100 99 100 101 102 101";

  private static ClaimBuilder streak(int length, @Nullable Direction direction) {
    return Cases.claim(ClaimKind.STREAK, SHARE, "in a row")
        .value(BigDecimal.valueOf(length), BigDecimal.ONE)
        .direction(direction)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")));
  }

  /** Each close is its session's only price. */
  private static Verdict judge(String closes, Claim claim) {
    List<String> rows = new ArrayList<>();
    String[] prices = closes.split(" ", -1);
    for (int i = 0; i < prices.length; i++) {
      rows.add(row(i, prices[i], prices[i], prices[i]));
    }
    return judge(rows, claim);
  }

  private static Verdict judge(List<String> rows, Claim claim) {
    return Cases.judgeOne(
        EVENING, Cases.tape(Cases.series(SHARE, rows.toArray(String[]::new))), claim);
  }

  private static String row(int day, String high, String low, String close) {
    return String.join(" ", DAYS.get(day), close, high, low, close);
  }

  @ParameterizedTest
  @CsvSource({
    "4, UP, VERIFIED",
    "3, UP, VERIFIED_LOOSE",
    "5, UP, CONTRADICTED",
    "1, DOWN, CONTRADICTED"
  })
  void streak_isCountedBackFromItsSession(int length, Direction direction, Outcome outcome) {
    assertThat(judge(RISING, streak(length, direction).build()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"3, VERIFIED", "2, VERIFIED_LOOSE", "4, CONTRADICTED"})
  void streakThatEnded_isCountedBackFromTheSessionBefore(int length, Outcome outcome) {
    assertThat(judge(BROKEN, streak(length, Direction.UP).ended(true).build()).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void streakThatEnded_butWentOn_isContradicted() {
    assertThat(judge(RISING, streak(4, Direction.UP).ended(true).build()).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void unchangedClose_breaksAStreak() {
    assertThat(judge("100 99 100 100 101 102", streak(2, Direction.UP).build()).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void streakAsLongAsTheHistory_isUnverifiable_andALongerOneIsNot() {
    String rising = "100 101 102 103 104 105";

    assertThat(judge(rising, streak(5, Direction.UP).build()).code())
        .isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
    assertThat(judge(rising, streak(4, Direction.UP).build()).outcome())
        .isEqualTo(Outcome.VERIFIED_LOOSE);
  }

  @Test
  void streakOverAMissingSession_isUnverifiable() {
    List<String> rows = new ArrayList<>();
    for (int day : List.of(0, 1, 3, 4, 5)) {
      rows.add(row(day, "10" + day, "10" + day, "10" + day));
    }

    assertThat(judge(rows, streak(3, Direction.UP).build()).code())
        .isEqualTo(Unverifiable.HISTORY_GAP);
  }

  @Test
  void streakWithoutADirection_isUnverifiable() {
    assertThat(judge(RISING, streak(4, null).build()).code()).isEqualTo(Unverifiable.NO_FIGURE);
  }

  /** Three gains, and a last day that closed as the day before. */
  @ParameterizedTest
  @CsvSource({
    "4, 104, , VERIFIED_LOOSE", // it stood higher for a while
    "4, 102, , CONTRADICTED",
    "5, 104, , CONTRADICTED",
    "4, 104, CLOSE, CONTRADICTED"
  })
  void streakOfTheSessionOnly_isLooseAndStale(
      int length, String high, @Nullable PriceField field, Outcome outcome) {
    List<String> rows = new ArrayList<>();
    String[] closes = {"100", "99", "100", "101", "102"};
    for (int i = 0; i < closes.length; i++) {
      rows.add(row(i, closes[i], closes[i], closes[i]));
    }
    rows.add(row(5, high, "102", "102"));
    Verdict verdict = judge(rows, streak(length, Direction.UP).field(field).build());

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.flags().contains(Flag.STALE_AT_PUBLISH))
        .isEqualTo(outcome == Outcome.VERIFIED_LOOSE);
  }
}
