package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.NOON;
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
import io.quotemark.market.Cases;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Rose", "fell", "by the daily limit": moves of a day that are told without their figure. */
class MoveWithoutFigureTest {
  private static ClaimBuilder move(Direction direction, @Nullable PriceField field) {
    return Cases.claim(ClaimKind.MOVE_PCT, SHARE, "rose")
        .direction(direction)
        .field(field)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")));
  }

  private static Verdict judge(String last, Claim claim) {
    return Cases.judgeOne(
        EVENING, Cases.tape(Cases.series(SHARE, "2025-02-21 100 100 100 100", last)), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "100 102 99 101, UP, , VERIFIED",
    "100 102 99 101, DOWN, , VERIFIED_LOOSE", // during the session only
    "100 102 99 101, DOWN, CLOSE, CONTRADICTED",
    "101 102 100 101, DOWN, , CONTRADICTED",
    "100 102 97 98, DOWN, , VERIFIED",
    "100 102 98 99, UP, , VERIFIED_LOOSE",
    "100 100 98 99, UP, , CONTRADICTED",
    "100 102 98 100, UP, CLOSE, CONTRADICTED",
    "100 102 98 101, UP, PRE, UNVERIFIABLE",
    "100 102 98 101, UP, POST, UNVERIFIABLE"
  })
  void direction_isHeldAgainstTheClose_andTheDaysRange(
      String bar, Direction direction, @Nullable PriceField field, Outcome outcome) {
    assertThat(judge("2025-02-24 " + bar, move(direction, field).build()).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void direction_ofTheSessionOnly_isStaleAfterTheClose() {
    Claim claim = move(Direction.UP, null).build();

    assertThat(judge("2025-02-24 100 102 98 99", claim).flags())
        .containsExactly(Flag.STALE_AT_PUBLISH);
    assertThat(
            Cases.judgeOne(
                    NOON,
                    Cases.tape(
                        Cases.series(
                            SHARE, "2025-02-21 100 100 100 100", "2025-02-24 100 102 98 99")),
                    claim)
                .flags())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "110 110 110 110, UP, VERIFIED",
    "109.65 109.65 109.65 109.65, UP, VERIFIED", // the limit, rounded to a tick
    "109.64 109.64 109.64 109.64, UP, CONTRADICTED",
    "105 110 104 107, UP, VERIFIED_LOOSE", // at the limit during the session
    "105 108 104 107, UP, CONTRADICTED",
    "90 90 90 90, DOWN, VERIFIED",
    "95 96 90 92, DOWN, VERIFIED_LOOSE",
    "90 90 90 90, UP, CONTRADICTED",
    "80 80 80 80, DOWN, VERIFIED",
    "130 130 130 130, UP, VERIFIED"
  })
  void dailyLimit_isOneOfThoseThatThereAre(String bar, Direction direction, Outcome outcome) {
    assertThat(judge("2025-02-24 " + bar, move(direction, null).limit(true).build()).outcome())
        .isEqualTo(outcome);
  }
}
