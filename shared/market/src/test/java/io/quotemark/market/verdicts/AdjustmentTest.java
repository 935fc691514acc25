package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 5: prices count as traded; where dividends would change the answer it says so. */
class AdjustmentTest {
  /** From 100 at the end of January to 105, with 5 paid in between. */
  private static PriceSeries series(List<PriceSeries.Dividend> dividends) {
    PriceSeries plain =
        Cases.series(
            MadeMarket.SHARE,
            "2025-01-30 100 101 99 100",
            "2025-01-31 100 101 99 100",
            "2025-02-03 100 100 100 100",
            "2025-02-04 103 103.20 102.80 103",
            "2025-02-05 105 105.20 104.80 105");
    return new PriceSeries(
        plain.listing(),
        plain.source(),
        plain.delivered(),
        plain.retrievedAt(),
        plain.bars(),
        List.of(),
        dividends,
        false);
  }

  private static final List<PriceSeries.Dividend> FIVE =
      List.of(new PriceSeries.Dividend(LocalDate.parse("2025-02-04"), new BigDecimal("5"), "USD"));

  private static Verdict judge(String printed, List<PriceSeries.Dividend> dividends) {
    Claim claim =
        Cases.claim(ClaimKind.PERIOD_RETURN, MadeMarket.SHARE, printed)
            .value(new BigDecimal(printed), Cases.step(printed))
            .window(Window.parse("mtd"))
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-05")))
            .build();
    return Cases.judgeOne(
        Cases.at("2025-02-05T18:00:00-05:00"), new Tape(List.of(series(dividends))), claim);
  }

  @Test
  void return_ofThePriceAlone_holdsAndIsSensitiveToDividends() {
    assertThat(judge("5.0", FIVE).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(judge("5.0", FIVE).flags()).contains(Flag.ADJUSTMENT_SENSITIVE);
  }

  @Test
  void return_withDividends_isTrueOnlyLoosely() {
    assertThat(judge("10.0", FIVE).outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(judge("10.0", FIVE).flags()).contains(Flag.ADJUSTMENT_SENSITIVE);
  }

  @Test
  void return_withoutDividends_isNotSensitiveToThem() {
    assertThat(judge("5.0", List.of()).flags()).isEmpty();
    assertThat(judge("10.0", List.of()).outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(judge("10.0", List.of()).flags()).isEmpty();
  }
}
