package io.quotemark.market;

import static io.quotemark.market.Cases.HONG_KONG;
import static io.quotemark.market.Cases.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Alternative;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example of the rules: Hong Kong on 24 February 2025, from the real bars. */
class WorkedExampleTest {
  private static final PublicationTime PUBLISHED = Cases.at("2025-02-24T03:55:00-05:00");

  private static List<SessionWords> words() {
    return List.of(
        SessionWords.Unstated.UNSTATED,
        new SessionWords.OnWeekday(DayOfWeek.MONDAY, false),
        new SessionWords.OnDate(LocalDate.parse("2025-02-24")),
        new SessionWords.DaysFromPublication(0));
  }

  private static Tape tape() {
    List<PriceSeries> series = new ArrayList<>(SharedPrices.euroRates());
    series.add(SharedPrices.of(HONG_KONG, "9988.HK.csv"));
    return new Tape(series);
  }

  private static List<Verdict> verdicts(SessionWords words) {
    Claim level =
        claim(ClaimKind.PRICE_LEVEL, HONG_KONG, "HK$139.40")
            .value(new BigDecimal("139.40"), new BigDecimal("0.01"))
            .currency("HKD", null)
            .session(words)
            .build();
    Claim move =
        claim(ClaimKind.MOVE_PCT, HONG_KONG, "0.7%")
            .value(new BigDecimal("0.7"), new BigDecimal("0.1"))
            .session(words)
            .build();
    Claim extreme =
        claim(ClaimKind.EXTREME, HONG_KONG, "highest level since November 2021")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2021-11"))
            .session(words)
            .build();
    Claim pair =
        Claim.of(ClaimKind.FX_PAIR, Cases.span("150 billion yuan"))
            .id("c4")
            .group("g2")
            .value(new BigDecimal("150000000000"), new BigDecimal("1000000000"))
            .currency("CNY", null)
            .second(new BigDecimal("20690000000"), new BigDecimal("10000000"), "USD")
            .build();
    return Cases.judge(PUBLISHED, tape(), level, move, extreme, pair);
  }

  @ParameterizedTest
  @MethodSource("words")
  void level_insideTheRangeAfterTheClose_isLooseAndStale(SessionWords words) {
    Verdict level = verdicts(words).get(0);

    assertThat(level.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(level.strength()).isEqualTo(Strength.WITHIN_RANGE);
    assertThat(level.flags()).containsExactly(Flag.STALE_AT_PUBLISH);
    assertThat(level.reasons().getFirst())
        .isEqualTo("139.40 is inside the day's range 134.30–140.90, not the close 135.70");
  }

  @ParameterizedTest
  @MethodSource("words")
  void move_restingOnTheLevelAndRoundedTwice_isLooseWithDrift(SessionWords words) {
    Verdict move = verdicts(words).get(1);

    assertThat(move.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(move.flags()).containsExactly(Flag.STALE_AT_PUBLISH, Flag.ROUNDING_DRIFT);
    assertThat(move.reasons().getFirst()).contains("+0.65 %", "138.50", "−2.02 %");
  }

  @ParameterizedTest
  @MethodSource("words")
  void extreme_onFourBases_isVerifiedAndNamesTheDateOfEach(SessionWords words) {
    Verdict extreme = verdicts(words).get(2);

    assertThat(extreme.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(extreme.flags()).containsExactly(Flag.STALE_AT_PUBLISH, Flag.BASIS_SENSITIVE);
    assertThat(extreme.alternatives())
        .extracting(Alternative::name, Alternative::outcome, Alternative::date)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "close/close", Outcome.CONTRADICTED, LocalDate.parse("2025-02-21")),
            org.assertj.core.groups.Tuple.tuple(
                "last/close", Outcome.VERIFIED, LocalDate.parse("2021-11-18")),
            org.assertj.core.groups.Tuple.tuple(
                "last/high", Outcome.VERIFIED, LocalDate.parse("2021-11-22")),
            org.assertj.core.groups.Tuple.tuple(
                "high/high", Outcome.VERIFIED, LocalDate.parse("2021-11-19")));
  }

  @ParameterizedTest
  @MethodSource("words")
  void pair_againstFridaysFixing_isVerified(SessionWords words) {
    Verdict pair = verdicts(words).get(3);

    assertThat(pair.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(pair.reasons().getFirst()).contains("7.24988 CNY per USD", "2025-02-21", "7.2559");
  }
}
