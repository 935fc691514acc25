package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static io.quotemark.market.verdicts.MadeMarket.judge;
import static io.quotemark.market.verdicts.MadeMarket.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a false figure was likely meant to be: rules 4 and 11 on made-up bars. */
class SlipsTest {
  @Test
  void level_hundredfold_isAUnitSlip() {
    Verdict verdict = judge(level("10500", PriceField.CLOSE));

    assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdict.flags()).containsExactly(Flag.UNIT_SLIP);
    assertThat(verdict.repair()).contains("105.00");
  }

  @Test
  void move_withItsSignReversed_saysWhatTheTapeHas() {
    Verdict verdict = judge(MadeMarket.move("2.33", PriceField.CLOSE, null)); // 107.50 to 105

    assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdict.repair()).isEqualTo("up and down changed places: −2.33 %");
  }

  @Test
  void level_thousandfold_isAScaleSlip() {
    assertThat(judge(level("105000", PriceField.CLOSE)).flags()).containsExactly(Flag.SCALE_SLIP);
  }

  @Test
  void level_ofTheSessionBefore_isAWrongSessionDate() {
    Verdict verdict = judge(level("102.00", PriceField.CLOSE));

    assertThat(verdict.flags()).containsExactly(Flag.WRONG_SESSION_DATE);
    assertThat(verdict.repair()).contains("2025-02-20");
  }

  @Test
  void level_ofASessionAfterPublication_isNoWrongSessionDate() {
    Claim claim =
        level("107.50", PriceField.CLOSE).toBuilder()
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-18")))
            .build();

    // Friday's close, which nobody knew on Tuesday; on the weekend it is a slip
    assertThat(
            Cases.judgeOne(Cases.at("2025-02-18T18:00:00-05:00"), MadeMarket.tape(), claim).flags())
        .isEmpty();
    assertThat(
            Cases.judgeOne(Cases.at("2025-02-22T12:00:00-05:00"), MadeMarket.tape(), claim).flags())
        .containsExactly(Flag.WRONG_SESSION_DATE);
  }

  @Test
  void level_farFromEverySessionUnitAndScale_hasNoRepair() {
    Verdict verdict = judge(level("147.00", PriceField.CLOSE));

    assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdict.flags()).isEmpty();
    assertThat(verdict.repair()).isNull();
  }

  @Test
  void level_thatNoSisterShowedThatDay_isNoWrongListing() {
    Verdict verdict = ofTwoListings("190");

    assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdict.flags()).isEmpty();
  }

  @Test
  void level_adjustedForALaterSplit_isAdjustmentSensitive() {
    PriceSeries series =
        Cases.series(
            "test",
            MadeMarket.SHARE,
            List.of(new PriceSeries.Split(LocalDate.parse("2025-06-10"), new BigDecimal("4"))),
            MadeMarket.ROWS);
    // 105 as traded is 26.25 in the shares of June
    Verdict adjusted =
        Cases.judgeOne(EVENING, Cases.tape(series), level("26.25", PriceField.CLOSE));
    Verdict asTraded =
        Cases.judgeOne(EVENING, Cases.tape(series), level("105.00", PriceField.CLOSE));
    Verdict neither = Cases.judgeOne(EVENING, Cases.tape(series), level("47.00", PriceField.CLOSE));

    assertThat(adjusted.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(adjusted.flags()).containsExactly(Flag.ADJUSTMENT_SENSITIVE);
    assertThat(adjusted.repair()).contains("2025-06-10");
    assertThat(asTraded.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(asTraded.flags()).isEmpty();
    assertThat(neither.flags()).isEmpty();
  }

  @Test
  void level_ofASisterListing_isAWrongListing() {
    Verdict verdict = ofTwoListings("212");

    assertThat(verdict.flags()).containsExactly(Flag.WRONG_LISTING);
    assertThat(verdict.repair()).contains("XNYS:BABA");
  }

  @Test
  void group_penceTakenForPounds_contradictsItselfWithoutAnyPrice() {
    Claim level = inPounds(ClaimKind.PRICE_LEVEL, "14.00", "£14");
    Claim percent = inPounds(ClaimKind.MOVE_PCT, "1.2", "1.2%");
    Claim units = inPounds(ClaimKind.MOVE_ABS, "17", "17");

    List<Verdict> verdicts = Cases.judge(EVENING, Tape.EMPTY, level, percent, units);

    assertThat(verdicts.get(2).outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdicts.get(2).strength()).isEqualTo(Strength.INTERNAL);
    assertThat(verdicts.get(2).flags()).containsExactly(Flag.INTERNAL_INCONSISTENT, Flag.UNIT_SLIP);
    assertThat(verdicts.get(2).repair()).contains("0.17");
    assertThat(verdicts.get(0).outcome()).isEqualTo(Outcome.UNVERIFIABLE);
  }

  @Test
  void group_levelMoveAndPercentThatFit_isNotFlagged() {
    Claim level = inPounds(ClaimKind.PRICE_LEVEL, "14.00", "£14");
    Claim percent = inPounds(ClaimKind.MOVE_PCT, "1.2", "1.2%");
    Claim units = inPounds(ClaimKind.MOVE_ABS, "0.17", "17p");

    assertThat(Cases.judge(EVENING, Tape.EMPTY, level, percent, units))
        .allMatch(v -> v.flags().isEmpty() && v.outcome() == Outcome.UNVERIFIABLE);
  }

  @Test
  void group_percentAgainstTheStatedPreviousClose_contradictsItself() {
    Claim level = inPounds(ClaimKind.PRICE_LEVEL, "14.00", "£14");
    Claim percent =
        inPounds(ClaimKind.MOVE_PCT, "5.0", "5%").toBuilder()
            .stated(new BigDecimal("13.83"))
            .build();

    Verdict verdict = Cases.judge(EVENING, Tape.EMPTY, level, percent).get(1);

    assertThat(verdict.strength()).isEqualTo(Strength.INTERNAL);
    assertThat(verdict.repair()).isEqualTo("+1.23 %");
  }

  private static Claim inPounds(ClaimKind kind, String value, String words) {
    return Cases.claim(kind, io.quotemark.domain.listing.ListingId.parse("XLON:MADE"), words)
        .value(new BigDecimal(value), Cases.step(value))
        .currency(kind == ClaimKind.MOVE_PCT ? null : "GBP", null)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
        .build();
  }

  @Test
  void claim_ofARightLevel_hasNoFlag() {
    assertThat(judge(claim(ClaimKind.PRICE_LEVEL, "105.00").build()).flags()).isEmpty();
  }

  /** A level of Hong Kong's listing (low 134, high 141) beside New York's (low 204, high 216). */
  private static Verdict ofTwoListings(String level) {
    Tape tape =
        Cases.tape(
            Cases.series(
                Cases.HONG_KONG, "2025-02-21 130 140 130 138", "2025-02-24 139 141 134 136"),
            Cases.series(
                Cases.NEW_YORK, "2025-02-21 210 220 210 215", "2025-02-24 205 216 204 212"));
    Claim claim =
        Cases.claim(ClaimKind.PRICE_LEVEL, Cases.HONG_KONG, level)
            .value(new BigDecimal(level), BigDecimal.ONE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();
    return Cases.judgeOne(EVENING, tape, claim);
  }
}
