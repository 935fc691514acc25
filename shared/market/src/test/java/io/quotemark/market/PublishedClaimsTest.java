package io.quotemark.market;

import static io.quotemark.market.Cases.HONG_KONG;
import static io.quotemark.market.Cases.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims about Alibaba that were printed in 2025, as facts in our own words, on the real bars. */
class PublishedClaimsTest {
  private static final LocalDate JUMP = LocalDate.parse("2025-02-21");

  private static Tape tape() {
    return Cases.tape(
        SharedPrices.of(HONG_KONG, "9988.HK.csv"), SharedPrices.of(NEW_YORK, "BABA.csv"));
  }

  private static Claim figure(
      ClaimKind kind,
      ListingId listing,
      String printed,
      LocalDate day,
      @Nullable PriceField field,
      @Nullable Hedge hedge) {
    return Cases.claim(kind, listing, printed)
        .value(new BigDecimal(printed), Cases.step(printed))
        .field(field)
        .hedge(hedge)
        .session(new SessionWords.OnDate(day))
        .build();
  }

  private static List<Verdict> judge(PublicationTime published, Claim... claims) {
    return Cases.judge(published, tape(), claims);
  }

  @Test
  void jump_ofFifteenPercent_wasShownButNotSinceOctober() {
    Claim move = figure(ClaimKind.MOVE_PCT, HONG_KONG, "15", JUMP, null, null);
    Claim october =
        Cases.claim(ClaimKind.EXTREME, HONG_KONG, "October")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2021-10"))
            .session(new SessionWords.OnDate(JUMP))
            .build();
    Claim november = october.toBuilder().since(PartialDate.parse("2021-11")).build();

    List<Verdict> verdicts = judge(Cases.on("2025-02-21"), move, october, november);

    assertThat(verdicts.get(0).outcome()).isIn(Outcome.VERIFIED, Outcome.VERIFIED_LOOSE);
    assertThat(verdicts.get(1).outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(verdicts.get(2).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void jump_overFourteenFromAnOpenTenHigher_isTrueAndSeventyThisYearOnlyFromItsFirstClose() {
    Claim move = figure(ClaimKind.MOVE_PCT, HONG_KONG, "14", JUMP, null, Hedge.OVER);
    Claim open = figure(ClaimKind.MOVE_PCT, HONG_KONG, "10", JUMP, PriceField.OPEN, null);
    Claim year =
        figure(ClaimKind.PERIOD_RETURN, HONG_KONG, "70", JUMP, null, Hedge.OVER).toBuilder()
            .window(Window.parse("ytd"))
            .build();

    List<Verdict> verdicts = judge(Cases.on("2025-02-22"), move, open, year);

    // +67.2 % from the last close of 2024, whose row is filled in; +70.4 % from the first of 2025
    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.VERIFIED, Outcome.VERIFIED, Outcome.VERIFIED_LOOSE);
    assertThat(verdicts.get(2).flags()).contains(Flag.BASIS_SENSITIVE);
  }

  @Test
  void close_inNewYork_wasAThreeYearHigh() {
    LocalDate day = LocalDate.parse("2025-02-20");
    Claim level = figure(ClaimKind.PRICE_LEVEL, NEW_YORK, "135.97", day, PriceField.CLOSE, null);
    Claim move = figure(ClaimKind.MOVE_PCT, NEW_YORK, "8", day, null, null);
    Claim high =
        Cases.claim(ClaimKind.EXTREME, NEW_YORK, "three years")
            .direction(Direction.HIGH)
            .window(Window.parse("3y"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(day))
            .build();

    List<Verdict> verdicts = judge(Cases.on("2025-02-20"), level, move, high);

    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.VERIFIED, Outcome.VERIFIED, Outcome.VERIFIED);
  }

  @Test
  void midday_onATuesday_wasInsideTheRange() {
    PublicationTime noon = Cases.at("2025-03-18T12:10:00+08:00");
    SessionWords tuesday = new SessionWords.OnWeekday(java.time.DayOfWeek.TUESDAY, false);
    Claim level =
        figure(ClaimKind.PRICE_LEVEL, HONG_KONG, "142.10", JUMP, null, null).toBuilder()
            .session(tuesday)
            .build();
    Claim move =
        figure(ClaimKind.MOVE_PCT, HONG_KONG, "4.9", JUMP, null, null).toBuilder()
            .session(tuesday)
            .build();

    List<Verdict> verdicts = judge(noon, level, move);

    assertThat(verdicts)
        .allMatch(v -> v.outcome() == Outcome.VERIFIED_LOOSE && v.flags().isEmpty());
  }
}
