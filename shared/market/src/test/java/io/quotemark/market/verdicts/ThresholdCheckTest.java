package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.market.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Rose above 109 and closed at 105": the day's high was 110. */
class ThresholdCheckTest {
  private static final Claim CLOSE = MadeMarket.level("105.00", PriceField.CLOSE);

  private static Claim mark(String mark, Direction direction) {
    return MadeMarket.claim(ClaimKind.THRESHOLD, mark).direction(direction).build();
  }

  private static Verdict besideTheClose(Claim mark) {
    List<Verdict> verdicts = Cases.judge(MadeMarket.EVENING, MadeMarket.tape(), mark, CLOSE);
    assertThat(verdicts.getLast().outcome()).isEqualTo(Outcome.VERIFIED);
    return verdicts.getFirst();
  }

  @Test
  void mark_touchedDuringTheDay_passes_besideALevelWordedAsTheClose() {
    for (Claim mark : List.of(mark("109", Direction.ABOVE), mark("104.50", Direction.BELOW))) {
      assertThat(besideTheClose(mark).outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
      assertThat(besideTheClose(mark).strength()).isEqualTo(Strength.WITHIN_RANGE);
    }
  }

  @Test
  void mark_thatIsItselfWordedAsTheClose_failsWhereOnlyTouched() {
    Claim mark = mark("109", Direction.ABOVE).toBuilder().field(PriceField.CLOSE).build();
    assertThat(besideTheClose(mark).outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void mark_thatTheDayDidNotReach_failsBesideALevelWordedAsTheClose() {
    assertThat(besideTheClose(mark("111", Direction.ABOVE)).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
    assertThat(besideTheClose(mark("103", Direction.BELOW)).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
  }
}
