package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.NOON;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static io.quotemark.market.verdicts.MadeMarket.judge;
import static io.quotemark.market.verdicts.MadeMarket.level;
import static io.quotemark.market.verdicts.MadeMarket.move;
import static io.quotemark.market.verdicts.MadeMarket.tape;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels and moves on made-up bars: rules 1, 3, 5, 6, 8, 9 and 10. */
class LevelAndMoveTest {
  /** The close before is 107.50, the day's range 104 to 110, the close 105. */
  @ParameterizedTest
  @CsvSource({
    "1.16, 108.75, USD, DOUBTFUL", // the move leads to the price, and the session showed it
    "-1.16, 108.75, USD, CONTRADICTED",
    "4.19, 112.00, USD, CONTRADICTED", // no moment of the session showed it
  })
  void closeThatTheMoveLeadsTo_andTheSessionShowed_isNotAccused(
      String percent, String price, String currency, Outcome outcome) {
    Claim level =
        claim(ClaimKind.PRICE_LEVEL, price)
            .currency(currency, null)
            .field(PriceField.CLOSE)
            .build();
    assertThat(Cases.judge(EVENING, tape(), move(percent, PriceField.CLOSE, null), level))
        .extracting(Verdict::outcome)
        .containsExactly(outcome, outcome);
  }

  @Test
  void moveBesideAPriceInAnotherCurrency_isOfAnotherMarket_andNotAccused() {
    Claim abroad =
        claim(ClaimKind.PRICE_LEVEL, "75.10").currency("EUR", null).field(PriceField.CLOSE).build();
    Claim move = move("-1.16", PriceField.CLOSE, null);
    assertThat(Cases.judge(EVENING, tape(), move, abroad).getFirst().outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    assertThat(judge(move).outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "105.00, CLOSE, VERIFIED, EXACT",
        "105, -, VERIFIED, EXACT",
        "108.00, -, VERIFIED_LOOSE, WITHIN_RANGE",
        "108.00, CLOSE, CONTRADICTED, -",
        "110.00, HIGH, VERIFIED, EXACT",
        "109.00, HIGH, VERIFIED_LOOSE, WITHIN_RANGE",
        "111.00, HIGH, CONTRADICTED, -",
        "104.00, LOW, VERIFIED, EXACT",
        "107.00, OPEN, VERIFIED, EXACT",
        "106.00, OPEN, CONTRADICTED, -",
        "112.00, -, CONTRADICTED, -"
      })
  void level_byField_isDecidedByThatField(
      String printed, PriceField field, Outcome outcome, Strength strength) {
    Verdict verdict = judge(level(printed, field));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.strength()).isEqualTo(strength);
  }

  @Test
  void level_insideTheRange_isStaleOnlyAfterTheClose() {
    Claim claim = level("108.00", null);

    assertThat(Cases.judgeOne(EVENING, tape(), claim).flags())
        .containsExactly(Flag.STALE_AT_PUBLISH);
    assertThat(Cases.judgeOne(NOON, tape(), claim).flags()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-2.3, -, -, VERIFIED", // 105 / 107.5 is −2.33 %
        "2.3, -, -, VERIFIED_LOOSE", // the high was +2.33 %
        "2.3, CLOSE, -, CONTRADICTED",
        "-3.3, -, -, VERIFIED_LOOSE", // the low was −3.26 %
        "-5.0, -, -, CONTRADICTED",
        "-2, -, OVER, VERIFIED",
        "-3, CLOSE, OVER, CONTRADICTED",
        "-0.5, OPEN, -, VERIFIED"
      })
  void move_againstThePreviousClose_isDecidedByTheWords(
      String printed, PriceField field, Hedge hedge, Outcome outcome) {
    assertThat(judge(move(printed, field, hedge)).outcome()).isEqualTo(outcome);
  }

  @Test
  void move_oneTickOffInThePreviousClose_isVerifiedWithDrift() {
    Tape tape =
        Cases.tape(
            Cases.series(
                Cases.HONG_KONG, "2025-02-21 100 100 100 100.0", "2025-02-24 103 103 101 102.95"));
    Claim claim =
        Cases.claim(ClaimKind.MOVE_PCT, Cases.HONG_KONG, "2.85")
            .value(new BigDecimal("2.85"), new BigDecimal("0.01"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();

    Verdict verdict = Cases.judgeOne(Cases.at("2025-02-24T18:00:00+08:00"), tape, claim);

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.flags()).containsExactly(Flag.ROUNDING_DRIFT);
  }

  @ParameterizedTest
  @CsvSource({"2.3, VERIFIED", "1.9, VERIFIED_LOOSE", "2.6, CONTRADICTED", "-3.2, VERIFIED"})
  void peakMove_runningExtreme_mayBePassedButNotFallShort(String printed, Outcome outcome) {
    Claim peak = claim(ClaimKind.PEAK_MOVE_PCT, printed).hedge(Hedge.AS_MUCH_AS).build();

    assertThat(judge(peak).outcome()).isEqualTo(outcome);
  }

  @Test
  void level_outsideTheSession_isNotCoveredByDailyBars() {
    Verdict verdict = judge(level("112.00", PriceField.POST));

    assertThat(verdict.code()).isEqualTo(Unverifiable.SESSION_NOT_COVERED);
  }

  @Test
  void level_twoSourcesApart_isAConflictNeverAContradiction() {
    Tape tape =
        Cases.tape(
            Cases.series("one", SHARE, List.of(), MadeMarket.ROWS),
            Cases.series(
                "two",
                SHARE,
                List.of(),
                "2025-02-21 102 108 102 107.50",
                "2025-02-24 107 118 104 117"));

    Verdict verdict = Cases.judgeOne(EVENING, tape, level("117.00", PriceField.CLOSE));

    assertThat(verdict.code()).isEqualTo(Unverifiable.DATA_CONFLICT);
    assertThat(verdict.reasons().getFirst()).contains("one and two differ on 2025-02-24");
  }

  @Test
  void level_unsureListing_isNotAccused() {
    Claim claim =
        claim(ClaimKind.PRICE_LEVEL, "120.00").listing(Cases.choice(SHARE, "0.8")).build();

    assertThat(judge(claim).code()).isEqualTo(Unverifiable.LISTING_AMBIGUOUS);
  }

  @Test
  void level_filledInRow_doesNotContradictAlone() {
    Tape tape =
        Cases.tape(
            Cases.series(SHARE, "2025-02-21 102 108 102 107.50", "2025-02-24 105 105 105 105 0"));

    Verdict verdict = Cases.judgeOne(EVENING, tape, level("120.00", PriceField.CLOSE));

    assertThat(verdict.code()).isEqualTo(Unverifiable.HISTORY_GAP);
  }

  @Test
  void level_splitAfterPublication_isNotAppliedAndNamed() {
    List<PriceSeries.Split> splits =
        List.of(new PriceSeries.Split(LocalDate.parse("2025-03-03"), BigDecimal.TEN));
    Tape tape = Cases.tape(Cases.series("test", SHARE, splits, MadeMarket.ROWS));

    Verdict adjusted = Cases.judgeOne(EVENING, tape, level("10.51", PriceField.CLOSE));
    Verdict asTraded = Cases.judgeOne(EVENING, tape, level("105.00", PriceField.CLOSE));

    assertThat(asTraded.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(adjusted.outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(adjusted.repair()).isNotNull();
  }

  @Test
  void move_acrossASplit_isCountedInTheNewShares() {
    List<PriceSeries.Split> splits =
        List.of(new PriceSeries.Split(LocalDate.parse("2025-02-24"), BigDecimal.TEN));
    Tape tape =
        Cases.tape(
            Cases.series(
                "test",
                SHARE,
                splits,
                "2025-02-21 102 108 102 107.50",
                "2025-02-24 10.7 11 10.4 10.5"));

    assertThat(Cases.judgeOne(EVENING, tape, move("-2.3", PriceField.CLOSE, null)).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void group_levelWrongAndMoveRight_namesTheLevelAsTheOddOne() {
    List<Verdict> verdicts =
        Cases.judge(
            EVENING,
            tape(),
            level("115.00", PriceField.CLOSE),
            move("-2.3", PriceField.CLOSE, null));

    assertThat(verdicts.get(0).outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdicts.get(0).reasons()).anyMatch(r -> r.contains("odd one out"));
    assertThat(verdicts.get(1).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-22, MARKET_CLOSED", // a Saturday
    "2025-02-13, HISTORY_TOO_SHORT",
    "2025-02-19, HISTORY_GAP"
  })
  void level_sessionWithoutABar_saysWhy(LocalDate day, Unverifiable code) {
    Tape tape =
        Cases.tape(Cases.series(SHARE, "2025-02-18 100 102 99 100", "2025-02-20 103 105 101 102"));
    Claim claim = claim(ClaimKind.PRICE_LEVEL, "100").session(new SessionWords.OnDate(day)).build();

    assertThat(Cases.judgeOne(EVENING, tape, claim).code()).isEqualTo(code);
  }

  @Test
  void level_barNotInYet_isPending() {
    PriceSeries series = Cases.series(SHARE, "2025-02-21 102 108 102 107.50");

    Tape soon = Cases.tape(Cases.retrieved("2025-02-24T22:00:00Z", series));
    assertThat(Cases.judgeOne(EVENING, soon, level("105", null)).outcome())
        .isEqualTo(Outcome.PENDING);
    // a source that was asked months later, and has no bar of then, will not bring it by itself
    assertThat(Cases.judgeOne(EVENING, Cases.tape(series), level("105", null)).code())
        .isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
  }

  @Test
  void level_withoutPrices_namesTheFileThatWouldDecide() {
    Verdict verdict = Cases.judgeOne(EVENING, Tape.EMPTY, level("105", null));

    assertThat(verdict.code()).isEqualTo(Unverifiable.NO_PRICE_DATA);
    assertThat(verdict.reasons().getFirst()).contains("XNAS:MADE", "2025-02-24");
  }

  @Test
  void level_weekdayWithoutPublication_isAmbiguous() {
    Claim claim =
        claim(ClaimKind.PRICE_LEVEL, "105")
            .session(new SessionWords.OnWeekday(DayOfWeek.MONDAY, false))
            .build();
    io.quotemark.domain.article.PublicationTime unknown =
        new io.quotemark.domain.article.PublicationTime(
            LocalDate.parse("2025-02-24"),
            null,
            io.quotemark.domain.article.PublicationTime.Quality.UNKNOWN);

    assertThat(Cases.judgeOne(unknown, tape(), claim).code())
        .isEqualTo(Unverifiable.DATE_AMBIGUOUS);
  }

  @Test
  void level_unnamedSessionThatFitsNone_isDoubtfulUnlessItIsTheClose() {
    Claim any = claim(ClaimKind.PRICE_LEVEL, "115").session(SessionWords.Unstated.UNSTATED).build();
    Claim close =
        claim(ClaimKind.PRICE_LEVEL, "115")
            .field(PriceField.CLOSE)
            .session(SessionWords.Unstated.UNSTATED)
            .build();

    assertThat(judge(any).outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(judge(close).outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void forecast_ofAPrice_isNotCheckable() {
    Claim claim = claim(ClaimKind.PRICE_LEVEL, "105").modality(Modality.FORECAST).build();

    assertThat(judge(claim).outcome()).isEqualTo(Outcome.NOT_CHECKABLE);
    assertThat(judge(claim(ClaimKind.TARGET, "105").build()).outcome())
        .isEqualTo(Outcome.NOT_CHECKABLE);
  }
}
