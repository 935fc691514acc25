package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "Only seven closes higher", on made-up bars: closes 100, 120, 110, 105, 106 and then 105. Nobody
 * has measured how often such a statement is false, so what fails is doubtful.
 */
class RankCheckTest {
  private static final Tape TAPE =
      Cases.tape(
          Cases.series(
              Cases.HONG_KONG,
              "2025-02-17 100 100 100 100",
              "2025-02-18 118 121 117 120",
              "2025-02-19 112 115 109 110",
              "2025-02-20 104 106 103 105",
              "2025-02-21 104 107 103 106",
              "2025-02-24 104 108 103 105"));

  private static ClaimBuilder rank(int count, Direction direction) {
    return Cases.claim(ClaimKind.RANK, Cases.HONG_KONG, "only " + count)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
        .value(BigDecimal.valueOf(count), BigDecimal.ONE)
        .direction(direction);
  }

  @ParameterizedTest
  @CsvSource({
    "2, UP, 4d, DOUBTFUL", // 120, 110 and 106 were higher
    "3, UP, 4d, VERIFIED",
    "4, UP, 4d, VERIFIED", // one close was as high
    "5, UP, 4d, DOUBTFUL",
    "1, UP, 2d, VERIFIED",
    "0, DOWN, 4d, VERIFIED",
    "1, DOWN, 4d, VERIFIED", // the one as low
    "2, DOWN, 4d, DOUBTFUL"
  })
  void rank_overAStretch_countsItsCloses(
      int count, Direction direction, String window, Outcome outcome) {
    Claim claim = rank(count, direction).window(Window.parse(window)).build();
    assertThat(Cases.judgeOne(EVENING, TAPE, claim).outcome()).isEqualTo(outcome);
  }

  @Test
  void rank_overAllHistory_thatIsNotAllInStore_isRefutedByMoreButNotDecidedByLess() {
    assertThat(Cases.judgeOne(EVENING, TAPE, rank(2, Direction.UP).build()).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    Verdict enough = Cases.judgeOne(EVENING, TAPE, rank(3, Direction.UP).build());
    assertThat(enough.code()).isEqualTo(Verdict.Unverifiable.HISTORY_TOO_SHORT);
  }

  @Test
  void rank_ofAPriceOfTheDay_holdsLoosely_andNotOfTheClose() {
    Claim rank = rank(2, Direction.UP).window(Window.parse("4d")).build();
    ClaimBuilder level =
        Cases.claim(ClaimKind.PRICE_LEVEL, Cases.HONG_KONG, "107")
            .id("l")
            .session(rank.session())
            .value(new BigDecimal("107"), BigDecimal.ONE);
    assertThat(judged(rank, level.build()).outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(judged(rank, level.field(PriceField.CLOSE).build()).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
  }

  private static Verdict judged(Claim rank, Claim level) {
    return Cases.judge(EVENING, TAPE, rank, level).getFirst();
  }
}
