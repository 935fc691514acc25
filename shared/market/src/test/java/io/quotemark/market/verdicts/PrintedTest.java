package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Hedge;
import io.quotemark.market.Cases;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 1 and 2 in figures worked by hand. */
class PrintedTest {
  @ParameterizedTest
  @CsvSource({
    "0.7, 0.7, EXACT",
    "0.7, 0.7499, ROUNDED",
    "0.7, 0.65, ROUNDED",
    "0.7, 0.6498, DRIFT", // 0.65, then 0.7
    "19, 18.496, DRIFT", // 18.5, then 19
    "19, 18.44, NONE", // one rounding in between, not two
    "0.7, 0.765, DRIFT", // cut off
    "0.7, 0.8, NONE",
    "0.7, -0.7, NONE",
    "-3.2, -3.24, ROUNDED",
    "-3.2, -3.29, DRIFT",
    "0, -0.4, ROUNDED"
  })
  void fit_computed_isReadAsPrintersRound(String printed, BigDecimal computed, Fit fit) {
    assertThat(new Printed(new BigDecimal(printed), Cases.step(printed), null).fit(computed))
        .isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource({
    "100, ABOUT, 104.9, ROUNDED",
    "100, ABOUT, 105.6, NONE",
    "14, OVER, 14.56, ROUNDED",
    "14, OVER, 16, BEYOND",
    "14, OVER, 13.97, NONE",
    "15, NEARLY, 14.56, ROUNDED",
    "15, NEARLY, 12, BEYOND",
    "15, NEARLY, 11.9, NONE",
    "9, NEARLY, 0.5, NONE",
    "15, NEARLY, 15.1, NONE",
    "-14, OVER, -14.56, ROUNDED",
    "-14, OVER, 14.56, NONE",
    "5.2, AS_MUCH_AS, 6.0, BEYOND",
    "5.2, AS_MUCH_AS, 4.9, NONE"
  })
  void fit_hedged_bindsOnOneSideOrBoth(String printed, Hedge hedge, BigDecimal computed, Fit fit) {
    assertThat(new Printed(new BigDecimal(printed), Cases.step(printed), hedge).fit(computed))
        .isEqualTo(fit);
  }
}
