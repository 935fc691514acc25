package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.market.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The made-up share closed at 107.50 on Friday, 21 February 2025. On Monday it went from 108 at
 * four in the morning to 111.80 (+4 %) at eight and 107 at the open, up to 110 at eleven, down to
 * 104 at three and 105 at the close, and up to 99.75 (−5 %) by seven in the evening.
 */
class MinutesTest {
  private static final MinuteBars MONDAY = monday().bars(new Random(3));

  private static MinuteWalk monday() {
    return MinuteWalk.of("XNAS:MADE", "2025-02-24", "America/New_York")
        .at("04:00", 108)
        .at("08:00", 111.80)
        .at("08:30", 110)
        .at("09:30", 107)
        .at("11:00", 110)
        .at("15:00", 104)
        .at("15:59", 105)
        .at("17:00", 99.75)
        .at("19:59", 101)
        .noise(0.0005);
  }

  private static DecidingMinutes minutes(Verdict verdict) {
    return Objects.requireNonNull(Objects.requireNonNull(verdict.evidence()).minutes());
  }

  private static Tape with(MinuteBars... minutes) {
    return MadeMarket.tape().with(List.of(minutes));
  }

  private static PublicationTime at(String time) {
    return Cases.at("2025-02-24T" + time + ":00-05:00");
  }

  private static Claim move(String printed, PriceField field) {
    return MadeMarket.claim(ClaimKind.MOVE_PCT, printed)
        .field(field)
        .session(SessionWords.Unstated.UNSTATED)
        .build();
  }

  /** "on Monday": only where the session is stated may anybody be accused. */
  private static Claim stated(String printed, PriceField field) {
    return MadeMarket.claim(ClaimKind.MOVE_PCT, printed).field(field).build();
  }

  private static Claim peak(String printed) {
    return MadeMarket.claim(ClaimKind.PEAK_MOVE_PCT, printed).hedge(Hedge.AS_MUCH_AS).build();
  }

  @Test
  void preMarketMove_withoutMinutes_isUndecided_andNamesTheMinutes() {
    Verdict verdict = Cases.judgeOne(at("08:02"), MadeMarket.tape(), move("4.0", PriceField.PRE));

    assertThat(verdict.code()).isEqualTo(Unverifiable.SESSION_NOT_COVERED);
    assertThat(verdict.needs())
        .containsExactly(
            new EvidenceNeed(
                MadeMarket.SHARE,
                LocalDate.parse("2025-02-24"),
                LocalDate.parse("2025-02-24"),
                Set.of(Field.MINUTES)));
  }

  @Test
  void preMarketMove_ofTheMinutesBeforePublication_isVerified_bySuchAMinute() {
    Verdict verdict = Cases.judgeOne(at("08:02"), with(MONDAY), move("4.0", PriceField.PRE));

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.basis())
        .isEqualTo(new Verdict.Basis(PriceField.PRE, LocalDate.parse("2025-02-24")));
    assertThat(minutes(verdict).deciding()).hasSize(1);
    assertThat(minutes(verdict).source()).isEqualTo("file:minutes.csv");
    assertThat(Objects.requireNonNull(verdict.evidence()).bars())
        .extracting(bar -> bar.session().toString())
        .containsExactly("2025-02-21");
    assertThat(verdict.reasons().getFirst()).contains("EST the price was 111.").contains("107.50");
  }

  @Test
  void preMarketMove_thatWasTrueEarlier_isLoose_andSaysUntilWhen() {
    Verdict verdict = Cases.judgeOne(at("09:20"), with(MONDAY), move("4.0", PriceField.PRE));

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(verdict.flags()).contains(Flag.STALE_AT_PUBLISH);
    assertThat(verdict.reasons().getFirst()).startsWith("true until 08:0");
  }

  @Test
  void preMarketMove_thatCameAfterPublication_isNotSeen() {
    assertThat(Cases.judgeOne(at("06:00"), with(MONDAY), stated("4.0", PriceField.PRE)).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
    assertThat(Cases.judgeOne(at("06:00"), with(MONDAY), move("4.0", PriceField.PRE)).outcome())
        .isEqualTo(Outcome.DOUBTFUL);
  }

  @Test
  void preMarketMove_thatNoMinuteShows_isHeldAgainstOnlyWhereNoneIsMissing() {
    Claim claim = stated("9.1", PriceField.PRE);

    assertThat(Cases.judgeOne(at("09:00"), with(MONDAY), claim).outcome())
        .isEqualTo(Outcome.CONTRADICTED);
    MinuteBars holed = monday().without("06:00", "06:20").bars(new Random(3));
    Verdict withHole = Cases.judgeOne(at("09:00"), with(holed), claim);
    assertThat(withHole.code()).isEqualTo(Unverifiable.HISTORY_GAP);
    MinuteBars late = monday().without("04:00", "05:00").bars(new Random(3));
    assertThat(Cases.judgeOne(at("09:00"), with(late), claim).code())
        .isEqualTo(Unverifiable.HISTORY_GAP);
  }

  @Test
  void preMarketMove_aHairBeyondTheDeals_mayBeOfQuotes() {
    Verdict verdict = Cases.judgeOne(at("09:00"), with(MONDAY), move("4.3", PriceField.PRE));

    assertThat(verdict.code()).isEqualTo(Unverifiable.SESSION_NOT_COVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "-5.0, 17:05, VERIFIED, false",
    "-5.0, 19:30, VERIFIED_LOOSE, true",
    "-9.5, 19:30, CONTRADICTED, false"
  })
  void afterHoursMove_isCountedFromTheCloseOfItsDay(
      String printed, String published, Outcome outcome, boolean stale) {
    Verdict verdict = Cases.judgeOne(at(published), with(MONDAY), stated(printed, PriceField.POST));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.flags().contains(Flag.STALE_AT_PUBLISH)).isEqualTo(stale);
    assertThat(verdict.reasons().toString()).contains("105.00");
  }

  @Test
  void afterHoursLevel_theNextMorning_isOfTheEveningBefore() {
    Claim level =
        MadeMarket.claim(ClaimKind.PRICE_LEVEL, "101.00")
            .currency("USD", null)
            .field(PriceField.POST)
            .session(SessionWords.Unstated.UNSTATED)
            .build();

    Verdict verdict = Cases.judgeOne(Cases.at("2025-02-25T07:00:00-05:00"), with(MONDAY), level);

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(Objects.requireNonNull(verdict.basis()).session())
        .isEqualTo(LocalDate.parse("2025-02-24"));
  }

  @Test
  void minutesOfOtherShares_decideNothing() {
    MinuteBars split =
        MinuteWalk.of("XNAS:MADE", "2025-02-24", "America/New_York")
            .at("04:00", 10.8)
            .at("19:59", 10.1)
            .bars(new Random(3));

    assertThat(Cases.judgeOne(at("08:02"), with(split), move("4.0", PriceField.PRE)).code())
        .isEqualTo(Unverifiable.DATA_CONFLICT);
    Claim level = MadeMarket.level("109.50", null);
    Verdict before = Cases.judgeOne(at("12:00"), MadeMarket.tape(), level);
    Verdict after = Cases.judgeOne(at("12:00"), with(split), level);
    assertThat(after.outcome()).isEqualTo(before.outcome());
    assertThat(after.reasons().getLast()).contains("are not used");
  }

  @ParameterizedTest
  @CsvSource({
    // the high of eleven: 110, +2.33 %
    "2.3, 11:05, VERIFIED, EXACT_OR_ROUNDED",
    "1.0, 11:05, VERIFIED_LOOSE, UNDERSTATED",
    "-3.3, 15:10, VERIFIED, EXACT_OR_ROUNDED",
    "-2.5, 15:45, VERIFIED_LOOSE, UNDERSTATED",
    "2.2, 11:01, VERIFIED, WITHIN_RANGE"
  })
  void peak_isThatOfUpToPublication(
      String printed, String published, Outcome outcome, String strength) {
    Verdict verdict = Cases.judgeOne(at(published), with(MONDAY), peak(printed));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.strength())
        .isIn(
            strength.equals("EXACT_OR_ROUNDED")
                ? List.of(Strength.EXACT, Strength.ROUNDED)
                : List.of(Strength.valueOf(strength)));
  }

  @Test
  void peak_reachedOnlyAfterPublication_isNotHeldAgainst_norVerifiedByTheDay() {
    Claim claim = peak("-3.0");

    assertThat(Cases.judgeOne(at("12:00"), MadeMarket.tape(), claim).outcome())
        .isEqualTo(Outcome.VERIFIED);
    Verdict verdict = Cases.judgeOne(at("12:00"), with(MONDAY), claim);
    assertThat(verdict.code()).isEqualTo(Unverifiable.DATE_AMBIGUOUS);
    assertThat(verdict.reasons().getFirst()).contains("only a later one");
  }

  @Test
  void levelWhileTheSessionRan_isVerifiedByTheMinute_orStaleSince() {
    Claim level = MadeMarket.level("109.50", null);

    assertThat(Cases.judgeOne(at("10:55"), MadeMarket.tape(), level).outcome())
        .isEqualTo(Outcome.VERIFIED_LOOSE);
    Verdict then = Cases.judgeOne(at("10:55"), with(MONDAY), level);
    assertThat(then.outcome()).isEqualTo(Outcome.VERIFIED);
    Verdict later = Cases.judgeOne(at("14:00"), with(MONDAY), level);
    assertThat(later.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(later.flags()).contains(Flag.STALE_AT_PUBLISH);
    assertThat(later.reasons().getFirst()).startsWith("true until 11:");
    assertThat(Cases.judgeOne(at("10:00"), with(MONDAY), level).code())
        .isEqualTo(Unverifiable.DATE_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource({
    // 110 at eleven in New York, 16:00 in London
    "110.00, 11:00, VERIFIED",
    "110.00, 16:00 Europe/London, VERIFIED",
    "109.00, 11:03, VERIFIED_LOOSE",
    "108.60, about 12:00, VERIFIED",
    "111.50, 11:00, CONTRADICTED"
  })
  void levelAtATime_isThatOfItsMinutes(String printed, String clock, Outcome outcome) {
    Claim level = MadeMarket.level(printed, null).toBuilder().clock(ClockTime.parse(clock)).build();

    Verdict verdict = Cases.judgeOne(at("18:00"), with(MONDAY), level);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.flags()).doesNotContain(Flag.STALE_AT_PUBLISH);
    assertThat(verdict.reasons().toString()).containsPattern("1[12]:[0-9]{2} EST");
    assertThat(Cases.judgeOne(MadeMarket.EVENING, MadeMarket.tape(), level).outcome())
        .as("as ever without minutes")
        .isEqualTo(outcome == Outcome.CONTRADICTED ? Outcome.CONTRADICTED : Outcome.VERIFIED_LOOSE);
  }

  @Test
  void paredPeak_thatHadNotComeBack_isLoose() {
    Claim pared = peak("2.3").toBuilder().ended(true).build();

    assertThat(Cases.judgeOne(at("11:20"), with(MONDAY), pared).outcome())
        .isEqualTo(Outcome.VERIFIED);
    Verdict atThePeak = Cases.judgeOne(at("11:01"), with(MONDAY), pared);
    assertThat(atThePeak.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(atThePeak.reasons().getLast()).contains("had not come back");
  }

  @Test
  void staleLevelAfterTheClose_saysUntilWhenItWasTrue() {
    Verdict verdict = Cases.judgeOne(at("18:00"), with(MONDAY), MadeMarket.level("109.50", null));

    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
    assertThat(verdict.flags()).contains(Flag.STALE_AT_PUBLISH);
    assertThat(verdict.reasons()).anyMatch(reason -> reason.startsWith("true until 11:"));
    assertThat(minutes(verdict).deciding()).hasSize(1);
  }

  @Test
  void close_isNeverDecidedByMinutes() {
    for (String printed : List.of("105.00", "109.50", "120.00")) {
      Claim close = MadeMarket.level(printed, PriceField.CLOSE);
      assertThat(Cases.judgeOne(at("18:00"), with(MONDAY), close))
          .isEqualTo(Cases.judgeOne(at("18:00"), MadeMarket.tape(), close));
    }
  }
}
