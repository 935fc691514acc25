package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A code says what it is named for, and nothing else has it. */
class UndecidedCodesTest {
  private static final SessionWords MONDAY = new SessionWords.OnDate(LocalDate.parse("2025-02-24"));
  private static final ListingId DOLLAR = ListingId.currencyPair("EUR", "USD");

  private static Tape tape() {
    return Cases.tape(
        Cases.series(DOLLAR, "2025-02-21 1.05 1.05 1.05 1.05", "2025-02-24 1.05 1.05 1.05 1.05"),
        Cases.series(
            Cases.HONG_KONG,
            "2025-02-20 130 131 129 130",
            "2025-02-21 130 140 130 138",
            "2025-02-24 139 141 134 136"));
  }

  private static Verdict judge(Claim claim) {
    return Cases.judgeOne(EVENING, tape(), claim);
  }

  private static ClaimBuilder of(ClaimKind kind) {
    return Cases.claim(kind, Cases.HONG_KONG, "it").session(MONDAY).direction(Direction.DOWN);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PRICE_LEVEL",
        "INDEX_LEVEL",
        "PEAK_MOVE_PCT",
        "STREAK",
        "THRESHOLD",
        "RANK",
        "MARKET_CAP",
        "CAP_CHANGE",
        "TURNOVER"
      })
  void claimWithoutAFigure_saysSo_andWithOneDoesNot(ClaimKind kind) {
    assertThat(judge(of(kind).build()).code()).isEqualTo(Unverifiable.NO_FIGURE);
    assertThat(judge(of(kind).value(BigDecimal.ONE, BigDecimal.ONE).build()).code())
        .isNotEqualTo(Unverifiable.NO_FIGURE);
  }

  @Test
  void streakWithoutADirection_saysThatNothingIsPrintedToHoldAgainstPrices() {
    ClaimBuilder streak = of(ClaimKind.STREAK).value(BigDecimal.ONE, BigDecimal.ONE);
    assertThat(judge(streak.build()).code()).isNull();
    assertThat(judge(streak.direction(null).build()).code()).isEqualTo(Unverifiable.NO_FIGURE);
  }

  @Test
  void rateWithoutAFigure_saysSo_andWithOneIsDecided() {
    ClaimBuilder rate = Claim.of(ClaimKind.FX_RATE, Cases.span("it")).id("r").session(MONDAY);
    assertThat(judge(rate.pair(DOLLAR).build()).code()).isEqualTo(Unverifiable.NO_FIGURE);
    assertThat(judge(rate.value(new BigDecimal("1.05"), new BigDecimal("0.01")).build()).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void moveInAnotherCurrency_isAMismatch_andInTheListingsOwnIsDecided() {
    ClaimBuilder move =
        of(ClaimKind.MOVE_ABS).value(new BigDecimal("-2"), BigDecimal.ONE).currency("USD", null);
    assertThat(judge(move.build()).code()).isEqualTo(Unverifiable.CURRENCY_MISMATCH);
    assertThat(judge(move.currency("HKD", null).build()).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void priceInAnotherCurrencyWithoutARate_lacksTheRate() {
    Claim level =
        of(ClaimKind.PRICE_LEVEL)
            .value(new BigDecimal("99"), BigDecimal.ONE)
            .currency("GBP", null)
            .build();
    assertThat(judge(level).code()).isEqualTo(Unverifiable.NO_PRICE_DATA);
  }

  @Test
  void pairOfSums_inNoStatedCurrency_isAMismatch_andInTwoIsDecided() {
    ClaimBuilder pair =
        Claim.of(ClaimKind.FX_PAIR, Cases.span("it"))
            .id("p")
            .value(new BigDecimal("100"), BigDecimal.ONE)
            .currency("EUR", null);
    assertThat(judge(pair.second(new BigDecimal("105"), BigDecimal.ONE, null).build()).code())
        .isEqualTo(Unverifiable.CURRENCY_MISMATCH);
    assertThat(judge(pair.second(new BigDecimal("105"), BigDecimal.ONE, "USD").build()).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }
}
