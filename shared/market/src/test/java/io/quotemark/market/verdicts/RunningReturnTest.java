package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** "Up 10 % this month", without a word on the session that ends it. */
class RunningReturnTest {
  /** January ends at 100; the last five sessions stand 6, 7, 8, 9 and 10 % higher. */
  private static final Tape TAPE =
      Cases.tape(
          Cases.series(
              MadeMarket.SHARE,
              "2025-01-30 100 101 99 100",
              "2025-01-31 100 101 99 100",
              "2025-02-03 100 101 99 101",
              "2025-02-04 102 103 101 102",
              "2025-02-05 105 106 104 105",
              "2025-02-06 106 106.50 105.50 106",
              "2025-02-07 107 107.50 106.50 107",
              "2025-02-10 108 108.50 107.50 108",
              "2025-02-11 109 109.50 108.50 109",
              "2025-02-12 110 110.50 109.50 110"));

  private static Claim thisMonth(String printed) {
    return Cases.claim(ClaimKind.PERIOD_RETURN, MadeMarket.SHARE, printed)
        .value(new BigDecimal(printed), BigDecimal.ONE)
        .window(Window.parse("mtd"))
        .build();
  }

  private static Verdict judge(String published, String printed) {
    return Cases.judgeOne(Cases.at(published), TAPE, thisMonth(printed));
  }

  @Test
  void running_ofTheLastClose_isVerified() {
    assertThat(judge("2025-02-12T18:00:00-05:00", "10").outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void running_farFromEverySessionOfTheWeek_isContradicted() {
    Verdict verdict = judge("2025-02-12T18:00:00-05:00", "-10");

    assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdict.reasons().getFirst()).contains("is +10.00 %");
    assertThat(judge("2025-02-12T18:00:00-05:00", "25").outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void running_asItStoodSomeSessionsBefore_isNotHeldAgainstTheArticle() {
    Verdict verdict = judge("2025-02-12T18:00:00-05:00", "4");

    assertThat(verdict.outcome()).isEqualTo(Outcome.DOUBTFUL);
  }

  @Test
  void running_nearButOff_isNotHeldAgainstTheArticle() {
    assertThat(judge("2025-02-12T18:00:00-05:00", "12").outcome()).isEqualTo(Outcome.DOUBTFUL);
  }

  @Test
  void running_whereTheTimeOfPublicationIsUnknown_isNotHeldAgainstTheArticle() {
    Verdict verdict = Cases.judgeOne(Cases.on("2025-02-12"), TAPE, thisMonth("-10"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DOUBTFUL);
  }
}
