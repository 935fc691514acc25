package io.quotemark.market.odds;

import static io.quotemark.market.odds.MadeHistory.SHARE;
import static io.quotemark.market.odds.MadeHistory.back;
import static io.quotemark.market.odds.MadeHistory.change;
import static io.quotemark.market.odds.MadeHistory.wording;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failed claim becomes, by odds that are set here. */
class WeighingTest {
  private static final ListingId SISTER = ListingId.parse("XLON:MADE");
  private static final List<Bar> BARS = MadeHistory.bars(SHARE, 3, 50);
  private static final List<Bar> SISTERS = MadeHistory.bars(SHARE, 11, 7);
  private static final Bar HERE = back(BARS, 0);
  private static final BigDecimal WEEK = change(back(BARS, 3).close(), HERE.close());
  private static final Tape TAPE =
      Cases.tape(MadeHistory.series(SHARE, BARS), MadeHistory.series(SISTER, SISTERS));

  /** Far from every price on the tape. */
  private static final BigDecimal WRONG = new BigDecimal("987.61");

  private static ClaimBuilder level(BigDecimal printed) {
    return MadeHistory.claim(ClaimKind.PRICE_LEVEL, printed).field(PriceField.CLOSE);
  }

  private static Verdict judge(Map<String, Double> points, Claim claim) {
    return judge(points, SourceKind.NEWS, TAPE, claim).getFirst().verdict();
  }

  private static List<CheckedClaim> judge(
      Map<String, Double> points, SourceKind source, Tape tape, Claim... claims) {
    return MadeHistory.judge(
        new Weighing(new Scorecard(points), Watch.NOBODY), MadeHistory.LATER, source, tape, claims);
  }

  private static Map<String, Double> base(double points) {
    return Map.of("base", points);
  }

  private static Odds odds(Verdict verdict) {
    return requireNonNull(verdict.odds());
  }

  @ParameterizedTest
  @CsvSource({
    "3,0.953,CONTRADICTED",
    "0,0.500,CONTRADICTED",
    "-0.001,0.500,CONTRADICTED", // as it is told
    "-0.01,0.498,DOUBTFUL",
    "-3,0.047,DOUBTFUL",
    "-12,0.000,DOUBTFUL"
  })
  void failedClaim_isContradicted_atBetterThanEvenOdds(
      double points, String confidence, Outcome outcome) {
    Verdict verdict = judge(base(points), level(WRONG).build());

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(odds(verdict).confidence()).isEqualTo(confidence);
  }

  @Test
  void sessionThatIsNotClear_isNeverContradicted() {
    Claim claim = level(WRONG).field(null).session(SessionWords.Unstated.UNSTATED).build();
    Verdict verdict = judge(base(9), claim);

    assertThat(verdict.outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(odds(verdict).doubts())
        .first()
        .isEqualTo("the article does not say which session it means");
    assertThat(judge(base(9), level(WRONG).field(null).build()).outcome())
        .as("the same claim of a stated session")
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({"-5.7,DOUBTFUL", "-5.9,UNVERIFIABLE"})
  void sessionThatIsNotClear_decidesNothing_whereTheProbabilityIsNil(
      double points, Outcome outcome) {
    Claim claim = level(WRONG).field(null).session(SessionWords.Unstated.UNSTATED).build();
    Verdict verdict = judge(base(points), claim);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.UNVERIFIABLE) {
      assertThat(verdict.code()).isEqualTo(Unverifiable.DATE_AMBIGUOUS);
      assertThat(verdict.odds()).isNull();
      assertThat(verdict.reasons().getFirst())
          .isEqualTo("the article does not say which session it means");
    }
  }

  @Test
  void changeOfTheWeek_isNotAccused_inASentenceWithAStretchOfTime() {
    ClaimBuilder claim =
        MadeHistory.claim(ClaimKind.MOVE_PCT, WEEK).field(PriceField.CLOSE).wording(wording(0, 1));
    Verdict verdict = judge(base(9), claim.build());

    assertThat(verdict.outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(odds(verdict).confidence()).isEqualByComparingTo("0.499");
    assertThat(judge(base(9), claim.wording(wording(0, 0)).build()).outcome())
        .as("no stretch of time in the sentence")
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void figureOfNoStretch_isAccused_inASentenceWithOne() {
    Claim claim =
        MadeHistory.claim(ClaimKind.MOVE_PCT, new BigDecimal("77.77"))
            .field(PriceField.CLOSE)
            .wording(wording(0, 1))
            .build();
    assertThat(judge(base(9), claim).outcome()).isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void returnUpToNow_isDoubtful_whereNothingSaysTheSession() {
    ClaimBuilder year =
        MadeHistory.claim(ClaimKind.PERIOD_RETURN, new BigDecimal("400"))
            .session(SessionWords.Unstated.UNSTATED);
    assertThat(judge(base(-12), year.window(Window.ToDate.WTD).build()).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    Claim streak =
        MadeHistory.claim(ClaimKind.STREAK, BigDecimal.valueOf(9))
            .direction(Direction.UP)
            .session(SessionWords.Unstated.UNSTATED)
            .build();
    assertThat(judge(base(-12), streak).outcome()).isEqualTo(Outcome.DOUBTFUL);
  }

  @Test
  void closeBesideAMove_saysNothingOfTheMoveOfAnotherDay() {
    BigDecimal toTheHigh = change(back(BARS, 1).close(), HERE.high());
    Claim move = MadeHistory.claim(ClaimKind.MOVE_PCT, toTheHigh).field(null).build();
    Claim close = level(back(BARS, 1).close()).field(PriceField.CLOSE).build();
    Claim earlier =
        level(back(BARS, 1).close())
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(back(BARS, 1).session()))
            .build();

    assertThat(judge(base(9), SourceKind.NEWS, TAPE, move, earlier).getFirst().verdict().outcome())
        .as("\"at $28 on Tuesday after a 4 percent slide on Monday\"")
        .isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(judge(base(9), SourceKind.NEWS, TAPE, move, close).getFirst().verdict().outcome())
        .isNotEqualTo(Outcome.VERIFIED_LOOSE);
  }

  @Test
  void changeWithoutTheDividend_isNotAccused() {
    PriceSeries.Dividend dividend =
        new PriceSeries.Dividend(MadeHistory.DAY, new BigDecimal("3"), "USD");
    Tape paying = Cases.tape(MadeHistory.series(SHARE, BARS, dividend));
    BigDecimal printed = change(back(BARS, 1).close().subtract(dividend.amount()), HERE.close());
    Claim claim = MadeHistory.claim(ClaimKind.MOVE_PCT, printed).field(PriceField.CLOSE).build();

    assertThat(judge(base(9), SourceKind.NEWS, paying, claim).getFirst().verdict().outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    assertThat(judge(base(9), claim).outcome())
        .as("no dividend that day")
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @Test
  void anotherPriceOfTheSession_isAccused_onlyWhereWordedAsTheClose() {
    assertThat(judge(base(9), level(HERE.high()).field(PriceField.OPEN).build()).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
    ClaimBuilder toTheHigh =
        MadeHistory.claim(ClaimKind.MOVE_PCT, change(back(BARS, 1).close(), HERE.high()));
    assertThat(judge(base(9), toTheHigh.field(PriceField.CLOSE).build()).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({
    "test,DOUBTFUL",
    "primary,DOUBTFUL",
    "words:Nasdaq-listed,CONTRADICTED",
    "bracket:MADE.O,CONTRADICTED"
  })
  void priceOfASisterListing_isAccused_onlyWhereWordsOrBracketRuleItOut(
      String why, Outcome outcome) {
    Claim claim =
        level(back(SISTERS, 0).close()).listing(MadeHistory.choice(SHARE, SISTER, why)).build();
    assertThat(judge(base(9), claim).outcome()).isEqualTo(outcome);
  }

  @Test
  void oneWrongDigit_isFlagged() {
    String close = HERE.close().toPlainString();
    char first = close.charAt(0);
    BigDecimal printed =
        new BigDecimal((first == '9' ? '1' : (char) (first + 1)) + close.substring(1));
    Verdict verdict = judge(base(3), level(printed).build());

    assertThat(verdict.flags()).containsExactly(Flag.DIGIT_SLIP);
    assertThat(judge(base(-3), level(printed).build()).flags())
        .as("of a doubtful claim as well")
        .containsExactly(Flag.DIGIT_SLIP);
    assertThat(judge(base(3), level(WRONG).build()).flags()).isEmpty();
  }

  @Test
  void otherDirection_isFlaggedAsASign() {
    BigDecimal move = change(back(BARS, 1).close(), HERE.close());
    Claim claim =
        MadeHistory.claim(ClaimKind.MOVE_PCT, move.negate()).field(PriceField.CLOSE).build();
    assertThat(judge(base(3), claim).flags()).contains(Flag.SIGN_SLIP);
  }

  @Test
  void figureOfTwoDigits_isNoDigitSlip() {
    BigDecimal move = change(back(BARS, 1).close(), HERE.close()).setScale(1, RoundingMode.HALF_UP);
    BigDecimal printed = move.add(BigDecimal.valueOf(move.signum() * 3L));
    Claim claim = MadeHistory.claim(ClaimKind.MOVE_PCT, printed).field(PriceField.CLOSE).build();
    BigDecimal sharper = change(back(BARS, 1).close(), HERE.close());
    Claim three =
        MadeHistory.claim(
                ClaimKind.MOVE_PCT, sharper.add(BigDecimal.valueOf(sharper.signum() * 3L)))
            .field(PriceField.CLOSE)
            .build();

    assertThat(printed.unscaledValue().abs().toString()).hasSize(2);
    assertThat(judge(base(3), claim).flags()).isEmpty();
    assertThat(judge(base(3), three).flags())
        .as("the same with three digits")
        .containsExactly(Flag.DIGIT_SLIP);
  }

  @Test
  void verifiedClaim_isUntouched_andHasNoOdds() {
    Claim claim = level(HERE.close()).build();
    Verdict verdict = judge(base(30), claim);

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.odds()).isNull();
    assertThat(verdict).isEqualTo(judge(base(-30), claim));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6.5, -4, -1, 2})
  void textOfALanguageModel_startsFromOneInTwenty_insteadOfOneInAThousand(double points) {
    Claim claim = level(WRONG).build();
    double news = confidence(judge(base(points), SourceKind.NEWS, TAPE, claim));
    double generated = confidence(judge(base(points), SourceKind.GENERATED, TAPE, claim));
    double exact = 1 / (1 + Math.exp(-points));
    double odds = exact / (1 - exact) * (1.0 / 19) / (1.0 / 999);

    assertThat(news).isCloseTo(exact, within(.0006));
    assertThat(generated).isCloseTo(odds / (1 + odds), within(.0006));
  }

  private static double confidence(List<CheckedClaim> checked) {
    return odds(checked.getFirst().verdict()).confidence().doubleValue();
  }

  @Test
  void claimsOfEqualIds_areNotMixedUp() {
    BigDecimal move = change(back(BARS, 1).close(), HERE.close());
    Claim right = level(HERE.close()).id("c1").group("g1").build();
    Claim wrong = level(WRONG).id("c1").group("g2").build();
    Claim turned =
        MadeHistory.claim(ClaimKind.MOVE_PCT, move.negate())
            .field(PriceField.CLOSE)
            .id("c1")
            .group("g3")
            .build();
    List<CheckedClaim> checked =
        judge(
            Map.of("base", 3.0, "shape:sign:move", -6.0),
            SourceKind.NEWS,
            TAPE,
            right,
            wrong,
            turned);

    assertThat(checked).extracting(CheckedClaim::claim).containsExactly(right, wrong, turned);
    assertThat(checked)
        .extracting(c -> c.verdict().outcome())
        .containsExactly(Outcome.VERIFIED, Outcome.CONTRADICTED, Outcome.DOUBTFUL);
    assertThat(checked.get(1).verdict().flags()).doesNotContain(Flag.SIGN_SLIP);
    assertThat(checked.get(2).verdict().flags()).contains(Flag.SIGN_SLIP);
  }

  @Test
  void doubts_nameTheOtherReadingFirst_thenWhatWeighsMost() {
    Map<String, Double> points =
        Map.of(
            "base", 3.0,
            "naming:company", -0.5,
            "times:2", -2.0,
            "shape:none:move", -1.0,
            "names:3", -0.1,
            "session:stated", 0.7,
            "verified:1", 0.9);
    Claim claim =
        MadeHistory.claim(ClaimKind.MOVE_PCT, WEEK)
            .field(PriceField.CLOSE)
            .wording(new Wording(0, Wording.Naming.COMPANY, 0, 5, 1, 1, 2, 1, 10, false, false))
            .build();
    List<CheckedClaim> checked =
        judge(
            points,
            SourceKind.NEWS,
            TAPE,
            claim,
            level(HERE.close()).wording(MadeHistory.wording(0, 1)).build());
    Odds odds = odds(checked.getFirst().verdict());

    assertThat(odds.doubts())
        .startsWith("the figure is the change over 3 sessions to 2025-02-20")
        .contains("the figure is the change of the week to 2025-02-20")
        .endsWith("the sentence names several times", "it does not look like a slip of the pen")
        .hasSize(4);
    assertThat(odds.supports())
        .containsExactly(
            "another figure of the sentence about it is right", "the session is stated");
  }

  @Test
  void signs_ofTheOtherDirection_areNotSaid() {
    Odds odds = odds(judge(Map.of("base", 3.0, "session:stated", -2.0), level(WRONG).build()));

    assertThat(odds.doubts()).isEmpty();
    assertThat(odds.supports()).isEmpty();
  }

  @Test
  void figureOfAnotherSession_isNoDigitSlip() {
    BigDecimal next = HERE.close().add(BigDecimal.TEN); // one digit differs
    List<Bar> bars = new ArrayList<>(BARS.subList(0, BARS.size() - 1));
    bars.add(new Bar(back(BARS, -1).session(), next, next, next, next, 1000L));
    Tape before = Cases.tape(MadeHistory.series(SHARE, bars.subList(0, bars.size() - 1)));

    assertThat(verdictOf(Cases.tape(MadeHistory.series(SHARE, bars)), next).flags())
        .containsExactly(Flag.WRONG_SESSION_DATE);
    assertThat(verdictOf(before, next).flags())
        .as("no session closed there")
        .containsExactly(Flag.DIGIT_SLIP);
  }

  private static Verdict verdictOf(Tape tape, BigDecimal printed) {
    return judge(base(3), SourceKind.NEWS, tape, level(printed).build()).getFirst().verdict();
  }
}
