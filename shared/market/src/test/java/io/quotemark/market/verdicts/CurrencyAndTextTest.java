package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currency pairs, rates, parity, tags and dates on made-up rates. */
class CurrencyAndTextTest {
  private static final SessionWords MONDAY = new SessionWords.OnDate(LocalDate.parse("2025-02-24"));

  /** One euro is 1.05 dollars, 7.60 yuan, 8.16 Hong Kong and 1.65 Australian dollars. */
  private static Tape rates() {
    return Cases.tape(
        euro("USD", "1.05"),
        euro("CNY", "7.60"),
        euro("HKD", "8.16"),
        euro("AUD", "1.65"),
        Cases.series(Cases.NEW_YORK, "2025-02-21 140 145 140 143", "2025-02-24 141 144 139 140"),
        Cases.series(Cases.HONG_KONG, "2025-02-21 130 140 130 138", "2025-02-24 139 141 134 136"),
        Cases.series(
            ListingId.index("HSI"), "2025-02-21 100 100 100 100", "2025-02-24 100 101 98 99"));
  }

  private static io.quotemark.domain.price.PriceSeries euro(String currency, String rate) {
    String bar = " " + rate + " " + rate + " " + rate + " " + rate;
    return Cases.series(
        ListingId.currencyPair("EUR", currency), "2025-02-21" + bar, "2025-02-24" + bar);
  }

  private static Claim pair(String one, String currency, String other, String currency2) {
    return Claim.of(ClaimKind.FX_PAIR, Cases.span(one))
        .id("p")
        .group("g")
        .value(new BigDecimal(one), Cases.step(one))
        .currency(currency, null)
        .second(new BigDecimal(other), Cases.step(other), currency2)
        .build();
  }

  private static Verdict judge(Claim claim) {
    return Cases.judgeOne(EVENING, rates(), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "100.0, EUR, 105.0, USD, VERIFIED",
    "100.0, USD, 723.8, CNY, VERIFIED", // 7.6 / 1.05
    "723.8, CNY, 100.0, USD, VERIFIED",
    "100.0, EUR, 107.5, USD, VERIFIED_LOOSE",
    "100.0, EUR, 130.0, USD, CONTRADICTED"
  })
  void pair_impliedRate_isHeldAgainstTheReference(
      String one, String currency, String other, String currency2, Outcome outcome) {
    assertThat(judge(pair(one, currency, other, currency2)).outcome()).isEqualTo(outcome);
  }

  @Test
  void pair_offByAThousand_isAScaleSlip() {
    assertThat(judge(pair("100.0", "EUR", "105000.0", "USD")).flags())
        .containsExactly(Flag.SCALE_SLIP);
  }

  @Test
  void pair_ofAnotherDollar_isAWrongCurrency() {
    Verdict verdict = judge(pair("100.0", "EUR", "165.0", "USD"));

    assertThat(verdict.flags()).containsExactly(Flag.WRONG_CURRENCY);
    assertThat(verdict.repair()).startsWith("AUD");
  }

  @Test
  void pair_withAStatedRate_isDecidedByIt() {
    Claim stated =
        pair("100.0", "EUR", "130.0", "USD").toBuilder().stated(new BigDecimal("1.30")).build();

    assertThat(judge(stated).strength()).isEqualTo(Strength.INTERNAL);
    assertThat(judge(stated).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void pair_withoutRates_namesTheFileThatWouldDecide() {
    Verdict verdict = Cases.judgeOne(EVENING, Tape.EMPTY, pair("1.0", "EUR", "1.0", "USD"));

    assertThat(verdict.code()).isEqualTo(Unverifiable.NO_PRICE_DATA);
    assertThat(verdict.reasons().getFirst()).contains("eurofxref-hist.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "7.238, VERIFIED",
    "7.30, VERIFIED_LOOSE",
    "7.45, UNVERIFIABLE",
    "8.50, CONTRADICTED",
    "0.1382, VERIFIED"
  })
  void rate_againstTheDaysReference_isReadEitherWay(String printed, Outcome outcome) {
    Claim claim =
        Claim.of(ClaimKind.FX_RATE, Cases.span(printed))
            .id("r")
            .value(new BigDecimal(printed), Cases.step(printed))
            .pair(ListingId.currencyPair("USD", "CNY"))
            .session(MONDAY)
            .build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"136.0, VERIFIED", "150.0, DOUBTFUL"}) // unmeasured, so never contradicted
  void parity_perOrdinaryShare_followsPriceRatioAndRate(String printed, Outcome outcome) {
    // 140 / 8 × 8.16 / 1.05 = 136.0
    Claim claim =
        Cases.claim(ClaimKind.RATIO_PARITY, Cases.NEW_YORK, printed)
            .value(new BigDecimal(printed), Cases.step(printed))
            .currency("HKD", null)
            .session(MONDAY)
            .build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"UNDER, VERIFIED", "OUT, CONTRADICTED"})
  void relative_againstTheIndex_comparesTheSameSession(Direction direction, Outcome outcome) {
    // −1.4 % against −1.0 %
    Claim claim =
        Cases.claim(ClaimKind.RELATIVE, Cases.HONG_KONG, "it")
            .benchmark(ListingId.index("HSI"))
            .direction(direction)
            .session(MONDAY)
            .build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "'Monday, February 24', 2025-02-24, VERIFIED, ",
    "'Tuesday, February 24', 2025-02-24, DOUBTFUL, INTERNAL",
    "'Monday, February 17', 2025-02-17, DOUBTFUL, ", // a holiday
    "'Tuesday, February 24, 2025', 2025-02-24, CONTRADICTED, INTERNAL",
    "'Tues., Feb. 24, 2025', 2025-02-24, CONTRADICTED, INTERNAL",
    "'Mon., Feb. 24, 2025', 2025-02-24, VERIFIED, ",
    "'Tuesday, November 4', 2024-11-04, UNVERIFIABLE, ", // of 2025, or of 2014
    "'Tuesday, November 4, 2024', 2024-11-04, CONTRADICTED, INTERNAL",
    "'Monday, November 4', 2024-11-04, VERIFIED, ",
    "'November 4', 2024-11-04, VERIFIED, ",
    "'Dienstag, 24. Februar 2025', 2025-02-24, CONTRADICTED, INTERNAL",
    "'mar. 24 de febrero', 2025-02-24, VERIFIED, ", // martes, or marzo elsewhere
    "'2025年2月24日星期一', 2025-02-24, VERIFIED, ",
    "'2025年2月24日星期二', 2025-02-24, CONTRADICTED, INTERNAL",
    "'Montag, 24. Februar', 2025-02-24, VERIFIED, "
  })
  void sessionDate_weekdayAndCalendar_areBothHeld(
      String words, LocalDate date, Outcome outcome, Strength strength) {
    Claim claim =
        Cases.claim(ClaimKind.SESSION_DATE, SHARE, words)
            .session(new SessionWords.OnDate(date))
            .build();

    Verdict verdict = judge(claim);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.flags().contains(Flag.INTERNAL_INCONSISTENT))
        .isEqualTo(strength == Strength.INTERNAL);
  }

  @Test
  void tag_knownAndUnknownListing_isVerifiedOrAmbiguous() {
    Claim known = Cases.claim(ClaimKind.LISTING_TAG, Cases.HONG_KONG, "[HKG: 9988]").build();
    Claim unknown =
        Cases.claim(ClaimKind.LISTING_TAG, ListingId.parse("XHKG:1"), "[HKG: 1]").build();

    assertThat(judge(known).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(judge(unknown).code()).isEqualTo(Unverifiable.LISTING_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource({"137000, VERIFIED", "150000, VERIFIED_LOOSE", "300000, UNVERIFIABLE"})
  void turnover_inMoney_isNeverHeldAgainstTheArticle(String printed, Outcome outcome) {
    // 1,000 shares at (141 + 134 + 136) / 3 = 137.00
    Claim claim =
        Cases.claim(ClaimKind.TURNOVER, Cases.HONG_KONG, printed)
            .value(new BigDecimal(printed), BigDecimal.ONE)
            .currency("HKD", null)
            .session(MONDAY)
            .build();

    assertThat(judge(claim).outcome()).isEqualTo(outcome);
  }

  @Test
  void marketCap_withoutAShareCount_isUnverifiable() {
    Claim claim =
        Cases.claim(ClaimKind.MARKET_CAP, Cases.HONG_KONG, "1")
            .value(BigDecimal.ONE, BigDecimal.ONE)
            .session(MONDAY)
            .build();

    assertThat(judge(claim).code()).isEqualTo(Unverifiable.NO_PRICE_DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "136, HKD, VERIFIED, false",
    "17.5, USD, VERIFIED_LOOSE, false", // 136 × 1.05 / 8.16
    "136, USD, VERIFIED_LOOSE, true",
    "19.9, USD, CONTRADICTED, false"
  })
  void level_inAnotherCurrency_isConvertedBeforeItIsAccused(
      String printed, String currency, Outcome outcome, boolean wrongCurrency) {
    Claim claim =
        Cases.claim(ClaimKind.PRICE_LEVEL, Cases.HONG_KONG, printed)
            .value(new BigDecimal(printed), Cases.step(printed))
            .currency(currency, null)
            .session(MONDAY)
            .build();

    Verdict verdict = judge(claim);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.flags().contains(Flag.WRONG_CURRENCY)).isEqualTo(wrongCurrency);
  }
}
